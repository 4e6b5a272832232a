import { BACK_WORDS } from "../../report/interview-words.js";

/** How somebody is asked, on a terminal or on a page. Every wait ends in an answer, in a key, or in `Stopped`. */
export interface Prompts {
  readonly say: (text: string) => void;
  /** Repeats what somebody has just done, where that would be out of sight. */
  readonly echo: (text: string) => void;
  /** Lets somebody choose one of several answers. */
  readonly choose: <T>(question: Choosing<T>) => Promise<T>;
  /** Lets somebody write, until what is written can be read. */
  readonly write: <T>(question: Writing<T>) => Promise<T>;
  /** Shows answers to be checked, and lets somebody say that they are right or change one. */
  readonly review: <T>(question: Reviewing<T>) => Promise<T>;
  /** Lets go of the terminal. */
  readonly close: () => void;
}

interface Putting<T> {
  /** Where the question stands, such as its number; absent where it stands by itself. */
  readonly place?: string | undefined;
  readonly message: string;
  /** Stands under the message. */
  readonly hint?: string | undefined;
  /** Why it is asked; there is a key that says so, too. */
  readonly why?: string | undefined;
  /** What can be done instead of answering. */
  readonly keys: readonly Key<T>[];
}

export interface Choosing<T> extends Putting<T> {
  readonly choices: readonly Choice<T>[];
  /** What a mere Enter gives: one of the choices, or several that are ticked at first. */
  readonly usual: Choice<T>;
  /** Whether somebody has given that answer before. */
  readonly isGiven?: boolean;
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
  /** How it can be written. */
  readonly forms?: string;
  /** What a mere Enter gives, in words. */
  readonly usual: string;
  /** What was written before or stands to be changed, in a form that can be read; a mere Enter keeps it. */
  readonly was?: string | undefined;
  /** A text to go on from, where the terminal allows it. */
  readonly draft: string;
  readonly read: (text: string) => Read<T>;
}

/** Answers that can be checked before a result. */
export interface Reviewing<T> extends Putting<T> {
  /** Says that they are right. */
  readonly right: Choice<T>;
  readonly answers: readonly Answered<T>[];
  /** What can be said besides. */
  readonly besides: readonly Choice<T>[];
  /** Says that it is about several things, where it can be. */
  readonly parts?: Choice<T> | undefined;
}

/** A question, its answer in words, and what leads back to it. */
export interface Answered<T> {
  readonly ask: string;
  readonly answer: string;
  readonly value: T;
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
  /** Whether it does what going back does elsewhere, be its letter another. */
  readonly leadsBack?: true;
}

/** Letters that mean the same at every question, if they can be pressed there. Esc is that for going back. */
export const LETTERS = { back: "b", why: "w", result: "r" } as const;

/** Takes back what was done last. */
export function backKey<T>(value: T, letter: string = LETTERS.back): Key<T> {
  return { letter, says: BACK_WORDS, value, leadsBack: true };
}

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
