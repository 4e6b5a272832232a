import type { Key, Read } from "../commands/interview/prompts.js";
import { element, type Markup, text } from "../format/xml.js";

/** What fills the page until somebody answers. */
export interface View<T> {
  /** What it is about, in the title of the window. */
  readonly title: string;
  /** Everything within the form; its first heading is where reading begins. */
  readonly body: Markup;
  /** What a form comes to that was sent with a button of this value. */
  readonly read: (form: FormData, pressed: string) => Read<T> | Unfit;
  /** The id of what has to be mended where that is nothing, and no other field is named. */
  readonly field: string;
  /** What going back comes to; absent where there is nothing to go back to. */
  readonly back?: { readonly value: T } | undefined;
  /** Whether a case file can be opened instead. */
  readonly canOpen?: boolean;
  /** Whether it is a paper, of which nothing else is printed. */
  readonly isPaper?: boolean;
  /** Buttons that answer nothing, by their values. */
  readonly acts?: Readonly<Record<string, () => void>>;
  /** What has to be done when it stands there. */
  readonly started?: (form: HTMLFormElement) => void;
}

/** What cannot be taken, and the id of the field in which it stands. */
export interface Unfit {
  readonly ok: false;
  readonly why: string;
  readonly field: string;
}

export function backOf<T>(keys: readonly Key<T>[]): View<T>["back"] {
  return keys.find(({ leadsBack }) => leadsBack);
}

/** What can be had besides, each with a word about it. */
export function offers(items: readonly Markup[]): Markup {
  return element("ul", { class: "others" }, ...items);
}

export function offer(pressed: Markup, hint: string): Markup {
  return element("li", {}, pressed, element("p", { class: "hint" }, text(hint)));
}
