import type { Knowledge } from "../diagram/graph.js";
import type { Rule, Table } from "../table/table.js";
import { binds, type Verdict } from "../table/verdict.js";
import { commonVerdict } from "./outcomes.js";

/** The rules that can still decide, once what the table takes for granted is. */
export interface Outlook {
  /** What is known, with what is taken for granted. */
  readonly situation: Knowledge;
  /** None where the facts cannot all be true. */
  readonly possible: readonly Rule[];
  /** The facts that are taken for granted, or would be: without any one of them other rules could decide. */
  readonly presumed: readonly string[];
  /**
   * The rules that would be left, where all of them bind, and only on what is taken for granted. Nothing is taken for
   * granted then: whoever obeys has to know.
   */
  readonly wouldBind: readonly Rule[];
}

/** What counts of the rules that can decide, however they are written down. */
export interface Left {
  readonly count: number;
  readonly allBind: boolean;
  readonly verdict: Verdict;
}

/** What is taken for granted, and the rules that can then decide. */
export interface Grant<Rules> {
  readonly presumed: readonly Presumable[];
  readonly left: Rules;
  /** Whether it is not taken for granted after all, because it would bind. */
  readonly wouldBind: boolean;
}

/** Nothing is taken for granted. */
export const NOTHING: readonly Presumable[] = [];

/**
 * What is taken for granted: no fact that is not needed to leave as few rules as all of them together.
 *
 * @param stated the rules that can decide with nothing taken for granted
 * @param candidates what can be taken for granted, but for some on which none of those rules depends
 * @param under the rules that can decide with some of them taken for granted
 */
export function grantOn<Rules extends Left>(
  stated: Rules,
  candidates: readonly Presumable[],
  under: (presumed: readonly Presumable[]) => Rules,
): Grant<Rules> {
  const nothing = { presumed: NOTHING, left: stated, wouldBind: false };
  if (stated.count < 2 || candidates.length === 0) return nothing;
  const left = under(candidates);
  if (left.count === 0 || left.count === stated.count || (left.allBind && binds(stated.verdict))) return nothing;
  const isEnough = (some: readonly Presumable[]): boolean => some.length > 0 && under(some).count === left.count;
  // from the last on, so that of two that would do the earlier stays
  const presumed = candidates.reduceRight((taken, one) => {
    const fewer = taken.filter((other) => other !== one);
    return isEnough(fewer) ? fewer : taken;
  }, candidates);
  return { presumed, left, wouldBind: left.allBind };
}

/** A fact of which a table takes something for granted. */
export interface Presumable {
  /** That of the fact. */
  readonly id: string;
  readonly variable: number;
  /** How many values it has, and which of them it is taken to have one of. */
  readonly size: number;
  readonly granted: readonly number[];
}

/** The facts of which a table takes something for granted, in its order; `factOrder` has the fact of each variable. */
export function presumableIn({ facts }: Table, factOrder: readonly string[]): readonly Presumable[] {
  return Object.entries(facts).flatMap(([id, { values, presume }]) => {
    if (presume === undefined) return [];
    const ids = Object.keys(values);
    const granted = ids.flatMap((value, index) => (presume.values.includes(value) ? [index] : []));
    return [{ id, variable: factOrder.indexOf(id), size: ids.length, granted }];
  });
}

/**
 * What a fact is taken to have one of, of the values that are left to it; `undefined` where that says nothing new, or
 * cannot be.
 */
export function grantedOf({ granted, size }: Presumable, known: Knowledge[number]): Knowledge[number] {
  if (typeof known === "number") return undefined;
  const left = granted.filter((value) => known?.has(value) ?? true);
  if (left.length === 0 || left.length === (known?.size ?? size)) return undefined;
  return left.length === 1 ? left[0] : new Set(left);
}

/** The outlook on what is known, where the rules that can decide have to be looked for each time. */
export function outlookFrom(
  presumable: readonly Presumable[],
  situation: Knowledge,
  find: (known: Knowledge) => readonly Rule[],
): Outlook {
  const candidates = presumable.filter((one) => grantedOf(one, situation[one.variable]) !== undefined);
  const under = (taken: readonly Presumable[]): WrittenOut => writtenOut(find(withGranted(situation, taken)));
  const stated = under([]);
  const grant = grantOn(stated, candidates, under);
  const presumed = grant.presumed.map(({ id }) => id);
  if (grant.wouldBind) return { situation, possible: stated.rules, presumed, wouldBind: grant.left.rules };
  return { situation: withGranted(situation, grant.presumed), possible: grant.left.rules, presumed, wouldBind: [] };
}

interface WrittenOut extends Left {
  readonly rules: readonly Rule[];
}

function writtenOut(rules: readonly Rule[]): WrittenOut {
  const allBind = rules.every(({ verdict }) => binds(verdict));
  return { rules, count: rules.length, allBind, verdict: commonVerdict(rules) };
}

/** What is known, with some facts taken for granted of which that says something new. */
export function withGranted(situation: Knowledge, presumed: readonly Presumable[]): Knowledge {
  return presumed.reduce<Knowledge>(
    (known, one) => known.with(one.variable, grantedOf(one, known[one.variable])),
    situation,
  );
}
