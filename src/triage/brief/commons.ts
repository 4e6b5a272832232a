import type { Rule, Table } from "../../table/table.js";
import { binds, type Verdict } from "../../table/verdict.js";
import type { Decision } from "../decide.js";
import { type Agreement, agreementOf, commonHeadline, commonVerdict } from "../outcomes.js";
import { dueIfSo, holdsBack, type Plan, planFor, plansOf, sharedBy } from "../plan.js";

/** What follows from the rules alone that can still decide, or would be left. */
export interface Common {
  readonly verdict: Verdict;
  readonly agreement: Agreement | undefined;
  /** The deciding rule; absent where more than one can still decide. */
  readonly rule: Rule | undefined;
  /** As `commonHeadline` has it of the rules that can still decide. */
  readonly headline: string | undefined;
  /** What stands in a decision as an object is here by its id. */
  readonly deadlines: readonly string[];
  /** Those of them that are due only if what would be taken for granted is so. */
  readonly ifSo: readonly string[];
}

/** The part of a decision that is quick to come by. Cases that come to the same commonly have the same. */
export interface Brief extends Common, Pick<Decision, "wouldBind"> {
  readonly presumed: readonly string[];
  readonly open: readonly string[];
}

/** The number is the same wherever the same follows. */
interface Numbered {
  readonly number: number;
  readonly common: Common;
}

/** The rules that can still decide, and those of them that would be left, as an outlook has them. */
interface RulesLeft {
  readonly possible: readonly Rule[];
  readonly wouldBind: readonly Rule[];
}

/** A set of rules, by a few of them that stand for it: the same follows from these as from all. */
export interface Gathered {
  readonly few: readonly Rule[];
  readonly verdict: Verdict;
  readonly allBind: boolean;
  /** The same with one more rule, by its position in the table. */
  readonly more: (Gathered | undefined)[];
  /** What follows of them, by those that would be left. */
  readonly follows: Map<Gathered, Numbered>;
}

/** Tells what follows from rules, taken one after the other: there are many sets of them, and few that say something new. */
export interface Commons {
  /** No rules yet. What was gathered from an earlier one is not told together with what is gathered from this. */
  none(): Gathered;
  withOne(before: Gathered, rule: number): Gathered;
  /** What follows from the rules that can still decide, and those of them that would be left. */
  of(possible: Gathered, wouldBind: Gathered): Numbered;
}

/** @param most how often it is remembered what one more rule adds */
export function newCommons(table: Table, most: number): Commons {
  const gathered = new Map<string, Gathered>();
  const told = new Map<string, Numbered>();
  let [start, added, numbers] = [newGathered([]), 0, 0];
  return { none, withOne: (before, rule) => before.more[rule] ?? withNew(before, rule), of };

  function none(): Gathered {
    if (added >= most) forget();
    return start;
  }

  function withNew(before: Gathered, rule: number): Gathered {
    const few = [...before.few, table.rules[rule] as Rule];
    const gist = gistOf(table, few);
    const after = gathered.get(gist) ?? newGathered(few);
    gathered.set(gist, after);
    before.more[rule] = after;
    added += 1;
    return after;
  }

  function of(can: Gathered, would: Gathered): Numbered {
    const known = can.follows.get(would);
    if (known !== undefined) return known;
    const follows = numbered({ possible: can.few, wouldBind: would.few });
    can.follows.set(would, follows);
    return follows;
  }

  function numbered({ possible, wouldBind }: RulesLeft): Numbered {
    const common = commonOf(table, { possible, wouldBind }, plansOf(table, possible));
    const { rule, ...rest } = common;
    const key = JSON.stringify([rule?.id, rest]);
    const known = told.get(key) ?? { number: numbers++, common };
    told.set(key, known);
    return known;
  }

  /** No number is given twice. */
  function forget(): void {
    gathered.clear();
    told.clear();
    [start, added] = [newGathered([]), 0];
  }
}

function newGathered(few: readonly Rule[]): Gathered {
  const allBind = few.every(({ verdict }) => binds(verdict));
  return { few, verdict: commonVerdict(few), allBind, more: [], follows: new Map() };
}

/** Rules of the same gist are as good as each other: the same follows from them, alone or with any others. */
function gistOf(table: Table, rules: readonly Rule[]): string {
  const only = rules.length === 1 ? rules[0]?.id : undefined;
  const allBind = rules.every(({ verdict }) => binds(verdict));
  const allHold = rules.every((rule) => holdsBack(table, rule));
  const shared = sharedBy(table, plansOf(table, rules));
  return JSON.stringify([only, commonVerdict(rules), commonHeadline(rules), allBind, allHold, shared]);
}

/** What follows from rules that can still decide, by their plans. */
export function commonOf(table: Table, { possible, wouldBind }: RulesLeft, plans: readonly Plan[]): Common {
  const verdict = commonVerdict(possible);
  const plan = planFor(table, plans, verdict);
  const ifSo = dueIfSo(table, wouldBind, plan);
  const deadlines = [...plan.deadlines, ...ifSo];
  const rule = possible.length === 1 ? possible[0] : undefined;
  const agreement = verdict === "cannot-say" ? agreementOf(table, possible) : undefined;
  return { verdict, rule, headline: commonHeadline(possible), agreement, deadlines, ifSo };
}
