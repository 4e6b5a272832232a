import type { Kind } from "../../audit/outline/kinds.js";
import { type Forest, ForestFull, newForest } from "../../diagram/forest.js";
import { end, isEnd, type Ref, type Terminal, terminalOf, variableOf } from "../../diagram/graph.js";
import { ifThenElse } from "../../diagram/logic.js";
import { narrow, nodesBelow } from "../../diagram/narrow.js";
import { leads, type Reordered, reorder } from "../../diagram/reorder.js";
import { type Draft, IMPOSSIBLE, ruleEnd, ruleIndex } from "../../table/compile.js";
import type { Rule, Table } from "../../table/table.js";
import { VERDICTS } from "../../table/verdict.js";
import { shortForm } from "../words.js";
import { anchorOf, type VerdictMark } from "./document.js";

/** The way from question to question to the rule that decides, to be drawn or told. */
export interface Flow {
  /** The first of them is where the way begins; each stands before those it leads to. */
  readonly questions: readonly FlowQuestion[];
  readonly ends: readonly FlowEnd[];
}

export interface FlowQuestion {
  readonly key: string;
  readonly fact: string;
  readonly text: string;
  readonly to: string;
  readonly answers: readonly FlowAnswer[];
}

interface FlowAnswer {
  /** Any one of these. */
  readonly values: readonly string[];
  /** The same in words; none where it is any answer for which no other way is shown. */
  readonly texts: readonly string[];
  /** The key of the question or the end it leads to. */
  readonly leads: string;
}

/** Where a way ends: in a rule, or, without a verdict, where another picture goes on. */
export interface FlowEnd {
  readonly key: string;
  readonly text: string;
  readonly verdict?: VerdictMark;
  readonly to?: string;
}

/** Stands for the answers that are not named. */
export const OTHERWISE = "Any other answer";

/** A flow, or why there is none. */
export type Drawn =
  | { readonly kind: "flow"; readonly flow: Flow }
  | { readonly kind: "nothing-asked" }
  | { readonly kind: "too-large" };

/** A picture with more questions than this is not legible on one sheet of paper. */
export const MOST_QUESTIONS = 15;

/**
 * How rules decide in some situations: in all others of these, one reads on. Situations that rules read `before`
 * decide are left out.
 */
export function drawFlow(
  table: Table,
  draft: Draft,
  { where, rules }: Pick<Kind, "where" | "rules">,
  before: readonly number[],
): Drawn {
  try {
    return flow(
      table,
      draft,
      situationsLeft(table, draft, where, new Set(rules.map(ruleEnd)), new Set(before.map(ruleEnd))),
    );
  } catch (error) {
    if (error instanceof ForestFull) return { kind: "too-large" };
    throw error;
  }
}

/** In a forest of its own: a picture that cannot be made takes no room from what else is said of the table. */
function situationsLeft(
  table: Table,
  draft: Draft,
  where: Ref,
  own: ReadonlySet<Terminal>,
  gone: ReadonlySet<Terminal>,
): Rooted {
  const forest = newForest(draft.forest.space);
  const copy = (root: Ref, rename: (terminal: Terminal) => Terminal): Ref =>
    narrow(forest, draft.forest, root, [], rename, undefined);
  const shown = (terminal: Terminal): Terminal =>
    own.has(terminal) || terminal === IMPOSSIBLE ? terminal : ruleEnd(table.rules.length);
  const outcome = copy(draft.roots.outcome, (terminal) => (gone.has(terminal) ? IMPOSSIBLE : shown(terminal)));
  return {
    forest,
    root: ifThenElse(
      forest,
      copy(where, (terminal) => terminal),
      outcome,
      end(IMPOSSIBLE),
    ),
  };
}

interface Rooted {
  readonly forest: Forest;
  readonly root: Ref;
}

function flow(table: Table, { factOrder }: Draft, { forest, root }: Rooted): Drawn {
  const small = reorder(forest, root, IMPOSSIBLE);
  if (small === undefined) return { kind: "too-large" };
  const refs = nodesBelow(small.forest, small.root);
  if (refs.length === 0) return { kind: "nothing-asked" };
  if (refs.length > MOST_QUESTIONS) return { kind: "too-large" };
  const factAt = (variable: number): string => factOrder[small.order[variable] as number] as string;
  const questions = refs.map((ref) => question(table, small, ref, factAt(variableOf(small.forest, ref))));
  const ends = new Set(refs.flatMap((ref) => leads(small.forest, ref, IMPOSSIBLE).map(({ to }) => to)).filter(isEnd));
  return { kind: "flow", flow: { questions, ends: [...ends].map((ref) => flowEnd(table, ref)) } };
}

function question(table: Table, { forest }: Reordered, ref: Ref, id: string): FlowQuestion {
  const { ask, values: answers } = table.facts[id] as Table["facts"][string];
  const ids = Object.keys(answers);
  const ways = leads(forest, ref, IMPOSSIBLE).map(({ to, values }) => ({
    leads: keyOf(to),
    values: values.map((value) => ids[value] as string),
    texts: values.map((value) => shortForm(answers[ids[value] as string] as string)),
  }));
  return { key: keyOf(ref), fact: id, text: ask, to: anchorOf("fact", id), answers: restLast(ways) };
}

/** The way of the most answers stands last, and they are not named where that would take much room. */
function restLast(ways: readonly FlowAnswer[]): FlowAnswer[] {
  const most = ways.reduce((one, other) => (other.texts.length > one.texts.length ? other : one));
  const { length } = most.texts;
  const isLong = length > MANY || (length > 1 && most.texts.join("").length > LONG);
  if (ways.length === 1 || !isLong) return [...ways];
  return [...ways.filter((way) => way !== most), { ...most, texts: [] }];
}

/** More answers than this, or longer ones, that lead to one place need not be named. */
const MANY = 2;
const LONG = 80;

function flowEnd(table: Table, ref: Ref): FlowEnd {
  const rule: Rule | undefined = table.rules[ruleIndex(terminalOf(ref))];
  if (rule === undefined) return { key: keyOf(ref), text: "Read on: none of these rules decides" };
  const { id, verdict, headline } = rule;
  return {
    key: keyOf(ref),
    text: headline,
    verdict: { id: verdict, label: VERDICTS[verdict].label },
    to: anchorOf("rule", id),
  };
}

function keyOf(ref: Ref): string {
  return isEnd(ref) ? `end-${ruleIndex(terminalOf(ref))}` : `question-${ref}`;
}
