import { screenMarkup } from "../format/html/questions/screen.js";
import { element, join, type Markup, text } from "../format/xml.js";
import { ERROR, OPEN_CASE, OPEN_HINT, PROBLEM } from "../report/questions/words.js";
import { chooseAgain, chosenIn } from "./chosen-before.js";
import { fileField } from "./file-field.js";
import { Steps } from "./steps.js";
import { offer, offers, type Unfit, type View } from "./view.js";

/** Shows one view at a time. */
export interface Screen {
  /** Waits for what a view comes to; rejects with what `leave` was given. */
  readonly show: <T>(view: View<T>) => Promise<T>;
  /** The same over what stands there, which afterwards is as it was. */
  readonly over: <T>(view: Returning<T>) => Promise<T>;
  /** Says something over this view and those that follow, until it is told otherwise. */
  readonly say: (words: string) => void;
  /** Tells what is wrong with what was just done, or that nothing is any more. */
  readonly complain: (problems: readonly string[]) => void;
  /** Takes a step that going back leads back from; what a view comes to is one by itself. */
  readonly forward: () => void;
  /** Goes on with something else than what is being asked. */
  readonly leave: (instead: Error) => void;
  /** Has going back before the first question lead somewhere, or nowhere. */
  readonly home: (goHome: (() => void) | undefined) => void;
  /** Goes to where nothing had been asked. */
  readonly restart: () => void;
}

/** A view from which there is something to go back to. */
export interface Returning<T> extends View<T> {
  readonly back: { readonly value: T };
}

/** Something else than what is being asked, which leads back to it. */
export interface Beside {
  readonly says: string;
  readonly hint: string;
  readonly go: () => void;
}

/** The view that stands there. */
interface Standing {
  readonly goBack: (() => void) | undefined;
  readonly leave: (instead: Error) => void;
}

/**
 * @param name what follows what a view is about in the title of the window
 * @param besides what stands under a view that has nothing to lose by it: the first of all, or a result
 */
export function openScreen(main: HTMLElement, name: string, besides: (isFirst: boolean) => readonly Beside[]): Screen {
  let said = "";
  let standing: Standing | undefined;
  let isFirst = true;
  let goHome: (() => void) | undefined;
  const steps = new Steps(() => (standing?.goBack ?? goHome)?.());
  const leadsBack = ({ back }: View<unknown>): boolean => back !== undefined || goHome !== undefined;
  const put = <T>(view: View<T>, end: (value: T) => void): void => {
    const canGoBack = leadsBack(view);
    const chosen = isFirst ? chosenIn(main) : undefined;
    const form = draw(main, view, said, canGoBack);
    if (isFirst) chooseAgain(main, chosen);
    main.querySelector("#back")?.addEventListener("click", () => steps.back());
    if (!canGoBack || view.canOpen) addBesides(main, besides(!canGoBack));
    document.title = `${view.title} - ${name}`;
    document.body.classList.toggle("paper-alone", view.isPaper === true);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const pressed = event.submitter instanceof HTMLButtonElement ? event.submitter.value : "";
      const act = view.acts?.[pressed];
      if (act !== undefined) return act();
      if (pressed === BACK) return steps.back();
      const found = view.read(new FormData(form), pressed);
      if (!found.ok) return refuse(form, "field" in found ? found : { ...found, field: view.field });
      end(found.value);
    });
    view.started?.(form);
    if (!isFirst) begin(main);
    isFirst = false;
  };
  const show = <T>(view: View<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const { back } = view;
      // before anything is answered, the sheet for the wall is printed
      document.body.classList.toggle("begun", leadsBack(view));
      standing = { goBack: back && (() => resolve(back.value)), leave: reject };
      put(view, (value) => {
        steps.forward();
        resolve(value);
      });
    });
  const over = <T>(view: Returning<T>): Promise<T> =>
    new Promise((resolve) => {
      complain([]);
      let { value } = view.back;
      const [under, wasSaid, putBack] = [standing, said, takeAway(main)];
      const goBack = (): void => {
        putBack();
        [standing, said] = [under, wasSaid];
        resolve(value);
      };
      standing = { goBack, leave: (instead) => under?.leave(instead) };
      said = "";
      steps.forward();
      put(view, (found) => {
        value = found;
        steps.back();
      });
    });
  return {
    show,
    over,
    say: (words) => {
      said = words;
    },
    complain: (problems) => complain(problems.map((problem) => text(problem))),
    forward: () => steps.forward(),
    leave: (instead) => standing?.leave(instead),
    home: (go) => {
      goHome = go;
    },
    restart: () => steps.restart(),
  };
}

/** The value of a button that does what the browser's Back does. */
export const BACK = "back";

function draw<T>(main: HTMLElement, { body }: View<T>, said: string, canGoBack: boolean): HTMLFormElement {
  main.innerHTML = screenMarkup({ canGoBack, said, body });
  return main.querySelector("form") as HTMLFormElement;
}

/** What can be done on a view that has nothing to lose by it: another case can be opened, and something else be seen. */
function addBesides(main: HTMLElement, besides: readonly Beside[]): void {
  const items = besides.map(({ says, hint }) =>
    offer(element("button", { type: "button", class: "link" }, text(says)), hint),
  );
  const place = document.createElement("div");
  place.className = "beside";
  place.innerHTML = join([fileField({ id: CASE_FILE, says: OPEN_CASE, hint: OPEN_HINT }), offers(items)]);
  for (const [index, pressed] of [...place.querySelectorAll("button")].entries()) {
    pressed.addEventListener("click", () => besides[index]?.go());
  }
  main.append(place);
}

/** The id of the field in which a case file is chosen. */
export const CASE_FILE = "file";

/** Empties the page, and comes to what puts everything back, with where somebody was in it. */
function takeAway(main: HTMLElement): () => void {
  const { title, activeElement } = document;
  const { className } = document.body;
  const { scrollY } = globalThis;
  const nodes = [...main.childNodes];
  main.replaceChildren();
  return () => {
    main.replaceChildren(...nodes);
    document.title = title;
    document.body.className = className;
    if (activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true });
    scrollTo(0, scrollY);
  };
}

/** Whoever reads with the ear goes on at the heading, and whoever looks, at the top. */
function begin(main: HTMLElement): void {
  scrollTo(0, 0);
  const heading = main.querySelector("h1") as HTMLElement;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

function refuse(form: HTMLFormElement, { why, field }: Unfit): void {
  for (const one of form.querySelectorAll(".error")) one.replaceChildren();
  for (const one of form.querySelectorAll("[aria-invalid]")) one.removeAttribute("aria-invalid");
  const place = form.querySelector(`#${field}-error, #answer-error`);
  place?.replaceChildren(Object.assign(document.createElement("span"), { textContent: `${ERROR}: ` }), why);
  document.getElementById(field)?.setAttribute("aria-invalid", "true");
  complain([element("button", { type: "button", class: "link" }, text(why))]);
  // a link within the page would be a step of its own in the history
  const link = document.querySelector("#problems button");
  link?.addEventListener("click", () => document.getElementById(field)?.focus());
}

function complain(problems: readonly Markup[]): void {
  const place = document.getElementById("problems") as HTMLElement;
  const items = problems.map((problem) => element("li", {}, problem));
  place.innerHTML = join([element("h2", {}, text(PROBLEM)), element("ul", {}, ...items)]);
  place.hidden = problems.length === 0;
  const [before, title] = [`${ERROR}: `, document.title];
  const about = title.startsWith(before) ? title.slice(before.length) : title;
  document.title = place.hidden ? about : before + about;
  if (!place.hidden) place.focus();
}
