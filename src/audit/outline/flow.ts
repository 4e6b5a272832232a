import { type Forest, newForest, unlessFull } from "../../diagram/forest.js";
import { end, isEnd, type Ref, type Terminal, terminalOf, variableOf } from "../../diagram/graph.js";
import { waysFrom } from "../../diagram/levels.js";
import { ifThenElse } from "../../diagram/logic.js";
import { narrow, nodesBelow } from "../../diagram/narrow.js";
import { type Reordered, reorder } from "../../diagram/reorder.js";
import { type Draft, IMPOSSIBLE, ruleEnd, ruleIndex } from "../../table/compile.js";
import type { Rule, Table } from "../../table/table.js";
import type { Kind } from "./kinds.js";

/** The way from question to question to the rule that decides, or why there is none to be shown. */
export type Flow =
  | ({ readonly kind: "flow" } & Ways)
  | { readonly kind: "nothing-asked" }
  | { readonly kind: "too-large" };

export interface Ways {
  /** The first of them is where the way begins; each stands before those it leads to. */
  readonly questions: readonly WayQuestion[];
  readonly ends: readonly WayEnd[];
}

export interface WayQuestion {
  readonly key: string;
  readonly fact: string;
  readonly answers: readonly WayAnswer[];
}

export interface WayAnswer {
  /** Any one of these. */
  readonly values: readonly string[];
  /** The key of the question or the end it leads to. */
  readonly leads: string;
}

export interface WayEnd {
  readonly key: string;
  /** The rule that decides; absent where one reads on. */
  readonly rule: Rule | undefined;
}

/** A picture with more questions than this is not legible on one sheet of paper. */
export const MOST_QUESTIONS = 15;

/**
 * How rules decide in some situations: in all others of these, one reads on. Situations that rules read `before`
 * decide are left out.
 */
export function flowOf(draft: Draft, { where, rules }: Pick<Kind, "where" | "rules">, before: readonly number[]): Flow {
  return unlessFull<Flow>(
    () => flow(draft, situationsLeft(draft, where, new Set(rules.map(ruleEnd)), new Set(before.map(ruleEnd)))),
    () => ({ kind: "too-large" }),
  );
}

interface Rooted {
  readonly forest: Forest;
  readonly root: Ref;
}

/** In a forest of its own: a picture that cannot be made takes no room from what else is said of the table. */
function situationsLeft(
  { table, forest: whole, outcome: decided }: Draft,
  where: Ref,
  own: ReadonlySet<Terminal>,
  gone: ReadonlySet<Terminal>,
): Rooted {
  const forest = newForest(whole.space);
  const copy = (root: Ref, rename: (terminal: Terminal) => Terminal): Ref =>
    narrow(forest, whole, root, [], rename, undefined);
  const shown = (terminal: Terminal): Terminal =>
    own.has(terminal) || terminal === IMPOSSIBLE ? terminal : ruleEnd(table.rules.length);
  const outcome = copy(decided, (terminal) => (gone.has(terminal) ? IMPOSSIBLE : shown(terminal)));
  const there = copy(where, (terminal) => terminal);
  return { forest, root: ifThenElse(forest, there, outcome, end(IMPOSSIBLE)) };
}

function flow({ table, factOrder }: Draft, { forest, root }: Rooted): Flow {
  const small = reorder(forest, root, IMPOSSIBLE);
  if (small === undefined) return { kind: "too-large" };
  const refs = nodesBelow(small.forest, small.root);
  if (refs.length === 0) return { kind: "nothing-asked" };
  if (refs.length > MOST_QUESTIONS) return { kind: "too-large" };
  const factAt = (variable: number): string => factOrder[small.order[variable] as number] as string;
  const questions = refs.map((ref) => question(table, small, ref, factAt(variableOf(small.forest, ref))));
  const targets = refs.flatMap((ref) => waysFrom(small.forest, ref, IMPOSSIBLE)).map(({ to }) => to);
  const rules = [...new Set(targets.filter(isEnd))].map((ref) => ({
    key: keyOf(ref),
    rule: table.rules[ruleIndex(terminalOf(ref))],
  }));
  return { kind: "flow", questions, ends: rules };
}

function question({ facts }: Table, { forest }: Reordered, ref: Ref, fact: string): WayQuestion {
  const ids = Object.keys(facts[fact]?.values ?? {});
  const answers = waysFrom(forest, ref, IMPOSSIBLE).map(({ to, values }) => ({
    values: values.map((value) => ids[value] as string),
    leads: keyOf(to),
  }));
  return { key: keyOf(ref), fact, answers };
}

function keyOf(ref: Ref): string {
  return isEnd(ref) ? `end-${ruleIndex(terminalOf(ref))}` : `question-${ref}`;
}
