import { test } from "../diagram/forest.js";
import { end, isEnd, type Ref, type Terminal, terminalOf, variableOf } from "../diagram/graph.js";
import { ifThenElse } from "../diagram/logic.js";
import { narrow, nodesBelow } from "../diagram/narrow.js";
import { type Draft, IMPOSSIBLE, ruleEnd, ruleIndex } from "../table/compile.js";
import type { Rule, Table } from "../table/table.js";
import { VERDICTS } from "../table/verdict.js";
import { anchorOf, type VerdictMark } from "./table-document.js";
import { leads, type Reordered, reorder } from "./table-flow-order.js";
import { shortForm } from "./words.js";

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
  | { readonly kind: "too-large"; readonly questions: number };

/** A picture with more questions than this is not legible on one sheet of paper. */
const MOST_QUESTIONS = 30;

/**
 * How these rules decide: in all other situations that are left, one reads on. Situations that rules read `before`
 * decide are left out.
 */
export function gateFlow(table: Table, draft: Draft, rules: readonly number[], before: readonly number[]): Drawn {
  const own = new Set(rules.map(ruleEnd));
  const readOn = ruleEnd(table.rules.length);
  const left = without(draft, draft.roots.outcome, before);
  return flow(
    table,
    draft,
    renamed(draft, left, (terminal) => (terminal === IMPOSSIBLE || own.has(terminal) ? terminal : readOn)),
  );
}

/** How the rules of one kind decide, where none of the rules read `before` does. */
export function kindFlow(
  table: Table,
  draft: Draft,
  { fact, values }: { readonly fact: string; readonly values: readonly string[] },
  before: readonly number[],
): Drawn {
  const known = Object.keys(table.facts[fact]?.values ?? {});
  const chosen = new Set(values.map((value) => known.indexOf(value)));
  const isKind = test(draft.forest, draft.factOrder.indexOf(fact), chosen);
  const ofKind = ifThenElse(draft.forest, isKind, draft.roots.outcome, end(IMPOSSIBLE));
  return flow(table, draft, without(draft, ofKind, before));
}

function without(draft: Draft, root: Ref, rules: readonly number[]): Ref {
  const gone = new Set(rules.map(ruleEnd));
  return renamed(draft, root, (terminal) => (gone.has(terminal) ? IMPOSSIBLE : terminal));
}

function renamed({ forest }: Draft, root: Ref, rename: (terminal: Terminal) => Terminal): Ref {
  return narrow(forest, forest, root, [], rename, undefined);
}

function flow(table: Table, { forest, factOrder }: Draft, root: Ref): Drawn {
  const small = reorder(forest, root, IMPOSSIBLE);
  const refs = nodesBelow(small.forest, small.root);
  if (refs.length === 0) return { kind: "nothing-asked" };
  if (refs.length > MOST_QUESTIONS) return { kind: "too-large", questions: refs.length };
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
