import type { Ref, Situation } from "../diagram/graph.js";
import { witness } from "../diagram/region.js";
import type { Path, SourceDocument } from "../source/document.js";
import type { Problem, ProblemCode } from "../source/problem.js";
import { quote } from "../source/quote.js";
import type { Draft } from "./compile.js";
import { groupBy } from "./group-by.js";

/** Something wrong with a table, at a path in its file. */
export interface Fault {
  readonly code: ProblemCode;
  readonly path: Path;
  readonly part: "key" | "value";
  readonly message: string;
  readonly help?: string | undefined;
  /** The situations it is about, where it is about any. */
  readonly situations?: Situations;
}

/** A region that is not empty, under the law of one day. */
export interface Situations {
  readonly draft: Draft;
  readonly region: Ref;
}

/** One of the situations as the facts of a case file; whatever is not mentioned may be anything. */
export function exampleText({ draft, region }: Situations): string {
  const situation = witness(draft.forest, region) as Situation;
  const stated = Object.entries(draft.table.facts).flatMap(([id, { values }]) => {
    const value = situation[draft.factOrder.indexOf(id)];
    return value === undefined ? [] : [`${id}: ${Object.keys(values)[value]}`];
  });
  return `{ ${stated.join(", ")} }`;
}

export function problemAt(document: SourceDocument, { code, path, part, message, help }: Fault): Problem {
  const at = { source: document.source, span: document.spanOf(path, part) };
  return { code, severity: "error", message, at, ...(help === undefined ? {} : { help }) };
}

/** The same fault at the same place is told once. */
export function once(faults: readonly Fault[]): Fault[] {
  const same = groupBy(faults, ({ code, path, message }) => JSON.stringify([code, path, message]));
  return [...same.values()].map(([first]) => first);
}

/** So many names are told one by one. */
const FEW = 3;

/** `a`, `b`, `c` and 9 more. */
export function someOf(names: readonly string[]): string {
  const told = names.slice(0, FEW).map(quote);
  if (names.length > FEW) return `${told.join(", ")} and ${(names.length - FEW).toLocaleString("en-GB")} more`;
  return told.join(", ").replace(/, (?=[^,]*$)/, " and ");
}

export function didYouMean(word: string | undefined): string | undefined {
  return word === undefined ? undefined : `did you mean \`${word}\`?`;
}
