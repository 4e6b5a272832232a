import { element, empty, join, type Markup, text } from "../format/xml.js";
import { BACK_LINK, ERROR, OPEN_CASE, OPEN_HINT, PROBLEM, SO_FAR } from "../report/questions/words.js";
import { Steps } from "./steps.js";
import type { View } from "./view.js";

/** Shows one view at a time. */
export interface Screen {
  /** Waits for what a view comes to; rejects with what `leave` was given. */
  readonly show: <T>(view: View<T>) => Promise<T>;
  /** Says something over this view and those that follow, until it is told otherwise. */
  readonly say: (words: string) => void;
  /** Tells what is wrong with what was just done. */
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

/** The view that stands there. */
interface Standing {
  readonly goBack: (() => void) | undefined;
  readonly leave: (instead: Error) => void;
}

/** @param name what follows what a view is about in the title of the window */
export function openScreen(main: HTMLElement, name: string): Screen {
  let said = "";
  let standing: Standing | undefined;
  let isFirst = true;
  let goHome: (() => void) | undefined;
  const steps = new Steps(() => (standing?.goBack ?? goHome)?.());
  const show = <T>(view: View<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const { back } = view;
      standing = { goBack: back && (() => resolve(back.value)), leave: reject };
      const form = draw(main, view, said);
      main.querySelector("#back")?.addEventListener("click", () => steps.back());
      document.title = `${view.title} - ${name}`;
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const pressed = event.submitter instanceof HTMLButtonElement ? event.submitter.value : "";
        const act = view.acts?.[pressed];
        if (act !== undefined) return act();
        if (pressed === BACK) return steps.back();
        const found = view.read(new FormData(form), pressed);
        if (!found.ok) return refuse(view, found.why);
        steps.forward();
        resolve(found.value);
      });
      view.started?.(form);
      if (!isFirst) begin(main);
      isFirst = false;
    });
  return {
    show,
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

function draw<T>(main: HTMLElement, { body, back, canOpen }: View<T>, said: string): HTMLFormElement {
  const link = element("button", { type: "button", id: "back", class: "back" }, text(BACK_LINK));
  const told = element("section", { class: "said", "aria-label": SO_FAR }, element("p", {}, text(said)));
  main.innerHTML = join([
    ...(back === undefined ? [] : [link]),
    element("div", { id: "problems", role: "alert", tabindex: -1, hidden: "" }),
    ...(said === "" ? [] : [told]),
    element("form", { novalidate: "", autocomplete: "off" }, body),
    ...(back === undefined || canOpen === true ? [openFile()] : []),
  ]);
  return main.querySelector("form") as HTMLFormElement;
}

/** Where a case file is chosen, on a view that has nothing to lose by it. */
function openFile(): Markup {
  return element(
    "div",
    { class: "open" },
    element("label", { for: "file" }, text(OPEN_CASE)),
    element("p", { id: "file-hint", class: "hint" }, text(OPEN_HINT)),
    empty("input", { id: "file", type: "file", accept: ".yaml,.yml,.json", "aria-describedby": "file-hint" }),
  );
}

/** Whoever reads with the ear goes on at the heading, and whoever looks, at the top. */
function begin(main: HTMLElement): void {
  scrollTo(0, 0);
  main.querySelector<HTMLElement>("[tabindex='-1']:not(#problems)")?.focus({ preventScroll: true });
}

function refuse<T>({ field }: View<T>, why: string): void {
  const place = document.getElementById("answer-error");
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
  place.hidden = false;
  place.focus();
  if (!document.title.startsWith(ERROR)) document.title = `${ERROR}: ${document.title}`;
}
