/** How somebody is asked, whatever the terminal can do. Every wait ends in an answer, in a key, or in `Stopped`. */
export interface Prompts {
  readonly say: (text: string) => void;
  /** Lets somebody choose one of several answers. */
  readonly choose: <T>(question: Choosing<T>) => Promise<T>;
  /** Lets somebody write, until what is written can be read. */
  readonly write: <T>(question: Writing<T>) => Promise<T>;
  /** Lets go of the terminal. */
  readonly close: () => void;
}

interface Putting<T> {
  readonly message: string;
  /** Stands under the message. */
  readonly hint?: string | undefined;
  /** What can be done instead of answering. */
  readonly keys: readonly Key<T>[];
}

export interface Choosing<T> extends Putting<T> {
  readonly choices: readonly Choice<T>[];
  /** What a mere Enter gives: one of the choices, or several that are ticked at first. */
  readonly usual: Choice<T>;
  /** Whether the last choice is in sight wherever a long list stands. */
  readonly keepsLast: boolean;
  /** Absent where no more than one can be ticked. */
  readonly several?: Several<T>;
}

/** How somebody ticks several choices. They go by their places in the list. */
export interface Several<T> {
  /** Whether it is one of those that are ticked, nobody knowing which, or all of them. */
  readonly means: "one" | "all";
  /** The first so many of the choices can be ticked. */
  readonly of: number;
  readonly ticked: readonly number[];
  /** What it comes to that these are ticked; there is at least one. */
  readonly take: (ticked: readonly number[]) => T;
}

export interface Writing<T> extends Putting<T> {
  /** What a mere Enter gives, in words. */
  readonly usual: string;
  /** A text to go on from, where the terminal allows it. */
  readonly draft: string;
  readonly read: (text: string) => Read<T>;
}

/** What a text stands for, or a sentence about why it stands for nothing. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

export interface Choice<T> {
  readonly says: string;
  readonly value: T;
}

/** A small letter that does something at once. */
export interface Key<T> extends Choice<T> {
  readonly letter: string;
}

/** Letters that mean the same at every question, if they can be pressed there. Esc is that for going back. */
export const LETTERS = { back: "b", why: "w", result: "r" } as const;

/** The letter of a key that somebody writes: a capital is taken for it, and a question mark for asking why. */
export function letterWritten(written: string): string {
  return written === "?" ? LETTERS.why : written.toLowerCase();
}

/** Thrown when nobody will answer: somebody stopped, or the input has ended. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

/** By name: in the built program, what throws and what catches have a class each. */
export function isStopped(error: unknown): boolean {
  return error instanceof Error && error.name === "Stopped";
}
