/** What is true or false. */
export interface Term {
  readonly id: () => number;
}

export interface Solver {
  readonly variable: (name: string) => Term;
  readonly all: (terms: readonly Term[]) => Term;
  readonly any: (terms: readonly Term[]) => Term;
  readonly not: (term: Term) => Term;
  readonly atLeast: (count: number, terms: readonly Term[]) => Term;
  readonly atMost: (count: number, terms: readonly Term[]) => Term;
  /** From now on this holds. */
  readonly add: (term: Term) => void;
  /** One way for all of this to hold, by what is true there; nothing where there is none. */
  readonly find: (...terms: readonly Term[]) => Promise<((term: Term) => boolean) | undefined>;
}

export function newSolver(): Solver;
export function stop(): Promise<void>;
