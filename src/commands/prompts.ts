/** How somebody is asked, whatever the terminal can do. Every wait ends in an answer or in `Stopped`. */
export interface Prompts {
  readonly say: (text: string) => void;
  readonly choose: <T>(question: Choosing<T>) => Promise<T>;
  /** What somebody writes; `undefined` where they go back. */
  readonly write: (message: string) => Promise<string | undefined>;
  /** Lets go of the terminal. */
  readonly close: () => void;
}

export interface Choosing<T> {
  readonly message: string;
  readonly choices: readonly Choice<T>[];
  /** The one of the choices that a mere Enter gives. */
  readonly usual: Choice<T>;
  /** What going back gives; absent where there is no way back. */
  readonly back?: T;
}

export interface Choice<T> {
  readonly says: string;
  readonly value: T;
}

/** Thrown when nobody will answer: somebody stopped, or the input has ended. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

/** By name: in the built program, what throws and what catches have a class each. */
export function isStopped(error: unknown): boolean {
  return error instanceof Error && error.name === "Stopped";
}
