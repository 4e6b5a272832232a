import { type KeypressEvent, makeTheme, useEffect, useState } from "@inquirer/core";
import { type Choosing, type Key, LETTERS, letterWritten } from "../../commands/interview/prompts.js";
import { wrap } from "../../format/wrap.js";
import { keyHelp } from "./key-help.js";

/** A question, and the window that it is drawn in. */
export type Drawn<Question> = Question & { readonly window: Window };

export interface Window {
  readonly output: NodeJS.WriteStream;
  /** In columns. */
  readonly width: () => number;
}

export const { style } = makeTheme();

/** A blank line keeps what was said before apart. */
export function drawnMessage({ message, hint, window }: Drawn<Pick<Choosing<unknown>, "message" | "hint">>): string {
  const width = window.width();
  const below = hint === undefined ? "" : `\n${style.help(wrap(hint, width, "  "))}`;
  return `\n? ${style.message(wrap(message, width - 2, ""), "idle")}${below}`;
}

/** How to answer, in whole words however narrow the window is. */
export function drawnHelp(how: string, keys: readonly Key<unknown>[], { width }: Window): string {
  const help = keyHelp(keys, ({ letter }) => (letter === LETTERS.back ? `${letter} or Esc` : letter));
  return style.help(wrap([how, help, "Ctrl+C: stop."].filter((part) => part !== "").join(" "), width(), ""));
}

/** The letter or figure of a key, if it has one. */
export function characterOf({ name, ctrl }: KeypressEvent): string | undefined {
  // what has no name has `undefined` for one, whatever the type says
  return !ctrl && name?.length === 1 ? name : undefined;
}

/** The letter that a key stands for, which has put `typed` on an empty line: signs have no name. */
export function letterOf(key: KeypressEvent, typed: string): string | undefined {
  return key.name === "escape" ? LETTERS.back : (characterOf(key) ?? letterWritten(typed));
}

/** Draws again when the window has another size. */
export function useSize({ output }: Window): void {
  const size = (): string => `${output.columns} x ${output.rows}`;
  const [, setSize] = useState(size());
  useEffect(() => {
    const onResize = (): void => setSize(size());
    output.on("resize", onResize);
    return () => output.off("resize", onResize);
  }, []);
}
