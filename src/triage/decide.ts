import { type Knowledge, NO, type Ref, YES } from "../diagram/graph.js";
import { reachable } from "../diagram/walk.js";
import { subjectsBehind } from "../table/behind.js";
import type { Law } from "../table/compile.js";
import { type CompiledTable, lawOn } from "../table/compiled.js";
import type { Rule, Table } from "../table/table.js";
import type { Verdict } from "../table/verdict.js";
import type { Case } from "./case.js";
import type { Contradiction } from "./contradiction.js";
import { type DateDoubt, type Due, doubtsAbout, dueOn } from "./deadlines.js";
import { type Flip, findFlips } from "./flips.js";
import { findIdle } from "./idle.js";
import { findOpenFacts, type OpenFact } from "./open-facts.js";
import { type Agreement, agreementOf, commonVerdict, type Outcome, outcomes } from "./outcomes.js";
import { type Outlook, outlookFrom, presumableIn } from "./outlook.js";
import { dueIfSo, type Face, facesOf, idleMissing, type Plan, planFor, planOf, plansOf, withAsking } from "./plan.js";
import { certainIds, isCertain, possibleRules, situationOf } from "./situation.js";

/** How cases are assessed. */
export interface Terms {
  /** The day whose law applies, as YYYY-MM-DD. */
  readonly asOf: string;
  /** Whether anything may be taken for granted. */
  readonly presume: boolean;
}

/** What a table says about a case, by id. */
export interface Decision {
  readonly asOf: string;
  readonly verdict: Verdict;
  /** The rules that can still decide. Exactly one where the case is settled; several may agree on the verdict. */
  readonly possible: readonly Rule[];
  /** Of several rules that can still decide, what each adds to the steps and deadlines that they have in common. */
  readonly branches: readonly Branch[];
  /** What they agree on, where they do not agree on the verdict. */
  readonly agreement: Agreement | undefined;
  /** What is taken for granted to say so; or, where the verdict would bind on it, what is to be made sure of first. */
  readonly presumed: readonly Presumed[];
  /** The rules that would be left on it, where the verdict would bind and so is not given. */
  readonly wouldBind: readonly Rule[];
  /** Rules whose own conditions hold and that give way to the deciding one. */
  readonly displaced: readonly Rule[];
  /** Findings that hold and on which a rule that can still decide relies. */
  readonly findings: readonly string[];
  readonly notices: readonly string[];
  /** The forms that the paper is, and what of each is said to be missing. */
  readonly forms: readonly Face[];
  readonly steps: readonly string[];
  readonly deadlines: readonly Due[];
  readonly doubts: readonly DateDoubt[];
  /** Facts nobody has stated on which the verdict, or else the rule, still depends. */
  readonly open: readonly OpenFact[];
  /** Single stated facts that would change what is to be done. */
  readonly flips: readonly Flip[];
  /** Stated facts and dates that had no part in the answer. */
  readonly idle: readonly string[];
  /** What is said to be missing, and no form that the paper is has to say. */
  readonly idleMissing: readonly string[];
}

/** The part of a decision of which something can be expected. It is come by in a fraction of the time. */
export type Answer = Pick<Decision, "asOf" | "verdict" | "possible" | "notices" | "deadlines">;

/** What one of several rules adds to what they have in common. */
export interface Branch {
  readonly rule: Rule;
  readonly steps: readonly string[];
  readonly deadlines: readonly Due[];
}

/** A fact that is taken for granted, the values it is taken to have one of, and what else would follow from the others. */
export interface Presumed {
  readonly fact: string;
  readonly values: readonly string[];
  readonly otherwise: readonly Outcome[];
}

/**
 * What the table says about a case under the law of a day, written YYYY-MM-DD.
 *
 * A fact nobody has stated may have any of its values, or those that the table takes for granted: where every
 * possibility comes to one verdict, that is the verdict; where not, it is `cannot-say`.
 *
 * @param presume whether anything may be taken for granted
 */
export function decide(compiled: CompiledTable, given: Case, today: string, presume = true): Decision | Contradiction {
  const ground = groundOf(compiled, given, today, presume);
  if (isContradiction(ground)) return ground;
  const answered = answerOn(ground);
  return { ...answered, ...restOn(ground, answered) };
}

/** As `decide`, without what goes beyond an answer. */
export function answer(compiled: CompiledTable, given: Case, today: string): Answer | Contradiction {
  const ground = groundOf(compiled, given, today, true);
  return isContradiction(ground) ? ground : answerOn(ground);
}

/** What a decision is made from. */
interface Ground {
  readonly compiled: CompiledTable;
  readonly given: Case;
  readonly today: string;
  readonly law: Law;
  readonly stated: Knowledge;
  readonly outlook: Outlook;
  readonly verdict: Verdict;
  /** What all rules that can still decide have in common. */
  readonly common: Plan;
}

function groundOf(compiled: CompiledTable, given: Case, today: string, presume: boolean): Ground | Contradiction {
  const { table } = compiled;
  const law = lawOn(compiled, today);
  const stated = situationOf(compiled, law, given.facts);
  const outlook = outlookOf(compiled, law, stated, presume);
  const { situation, possible } = outlook;
  if (possible.length === 0) return contradiction(compiled, law, situation, Object.keys(given.facts));
  const verdict = commonVerdict(possible);
  return {
    compiled,
    given,
    today,
    law,
    stated,
    outlook,
    verdict,
    common: planFor(table, plansOf(table, possible), verdict),
  };
}

function answerOn({ compiled: { table }, given, today, law, outlook, verdict, common }: Ground): Answer {
  const due = (id: string): Due => dueOn(table, id, given.particulars, today);
  return {
    asOf: today,
    verdict,
    possible: outlook.possible,
    notices: certainIds(law, law.roots.notices, outlook.situation),
    deadlines: [
      ...common.deadlines.map(due),
      ...dueIfSo(table, outlook.wouldBind, common).map((id) => ({ ...due(id), ifSo: true as const })),
    ],
  };
}

/** What a decision has beyond its answer. */
function restOn(
  { compiled, given, today, law, stated, outlook, verdict, common }: Ground,
  { notices }: Answer,
): Omit<Decision, keyof Answer> {
  const { table } = compiled;
  const { particulars, missing } = given;
  const { situation, possible } = outlook;
  // a stored table reads no rule that nobody looks at
  const applying = law.roots.applies.flatMap((root, index) =>
    isCertain(law, root, situation) ? [table.rules[index] as Rule] : [],
  );
  const certain = (roots: Readonly<Record<string, Ref>>): string[] => certainIds(law, roots, situation);
  const { steps, deadlines } = common;
  const behind = new Set(possible.flatMap(({ when }) => subjectsBehind(table, when)));
  const due = (id: string): Due => dueOn(table, id, particulars, today);
  const forms = facesOf(table, certain(law.roots.forms), missing);
  const branches = possible.length === 1 ? [] : possible.map((rule) => branchOf(table, rule, common, due));
  const perhaps = [...steps, ...branches.flatMap((branch) => branch.steps)];
  const reckoned = [...deadlines, ...branches.flatMap((branch) => branch.deadlines.map(({ id }) => id))];
  return {
    branches,
    agreement: verdict === "cannot-say" ? agreementOf(table, possible) : undefined,
    presumed: outlook.presumed.map((fact) => presumedOf(compiled, law, outlook, fact)),
    wouldBind: outlook.wouldBind,
    displaced: applying.filter((rule) => !possible.includes(rule)),
    findings: certain(law.roots.findings).filter((id) => behind.has(id)),
    forms,
    steps: withAsking(table, steps, forms),
    doubts: doubtsAbout(table, particulars, today),
    open: possible.length === 1 ? [] : findOpenFacts(compiled, law, situation, verdict),
    flips: verdict === "cannot-say" ? [] : findFlips(compiled, law, { stated, situation, possible }),
    idle: findIdle(compiled, given, { law, situation, possible, notices, forms, steps: perhaps, deadlines: reckoned }),
    idleMissing: idleMissing(forms, missing),
  };
}

/** The rules that can still decide a case, what the table takes for granted being so; none where it cannot be. */
export function rulesLeft(compiled: CompiledTable, facts: Case["facts"], today: string): readonly Rule[] {
  const law = lawOn(compiled, today);
  return outlookOf(compiled, law, situationOf(compiled, law, facts), true).possible;
}

/** The keys of the papers, of their sections and of their lines whose condition is certain, as a decision would have it. */
export function certainPapers(compiled: CompiledTable, facts: Case["facts"], { asOf, presume }: Terms): string[] {
  const law = lawOn(compiled, asOf);
  const { situation } = outlookOf(compiled, law, situationOf(compiled, law, facts), presume);
  return certainIds(law, law.roots.papers, situation);
}

/** The rules that can still decide what is stated, with what may be taken for granted. */
export function outlookOf(compiled: CompiledTable, law: Law, stated: Knowledge, presume: boolean): Outlook {
  const presumable = presume ? presumableIn(compiled.table, law.factOrder) : [];
  return outlookFrom(presumable, stated, (knowledge) => possibleRules(compiled, law, knowledge));
}

function branchOf(table: Table, rule: Rule, common: Plan, due: (id: string) => Due): Branch {
  const { steps, deadlines } = planOf(table, rule);
  return {
    rule,
    steps: steps.filter((id) => !common.steps.includes(id)),
    deadlines: deadlines.filter((id) => !common.deadlines.includes(id)).map(due),
  };
}

function presumedOf(compiled: CompiledTable, law: Law, outlook: Outlook, fact: string): Presumed {
  const { situation, possible, wouldBind } = outlook;
  const { values, presume } = compiled.table.facts[fact] as Table["facts"][string];
  const granted = presume?.values ?? [];
  const left = Object.keys(values).flatMap((value, index) => (granted.includes(value) ? [] : [index]));
  const otherwise = situation.with(law.factOrder.indexOf(fact), new Set(left));
  const others = outcomes(compiled, law, otherwise, fact, ({ id }) => id);
  const hoped = wouldBind.length > 0 ? wouldBind : possible;
  const isOther = ({ rules }: Outcome): boolean => rules.some((rule) => !hoped.includes(rule));
  return { fact, values: granted, otherwise: others.filter(isOther) };
}

export function isContradiction<Other extends object>(answer: Other | Contradiction): answer is Contradiction {
  return "because" in answer;
}

/** Names what rules the facts out by itself or, where only several things together do, all of those. */
function contradiction(
  { table }: CompiledTable,
  law: Law,
  situation: Knowledge,
  facts: readonly string[],
): Contradiction {
  const ends = table.impossible.map((_, index) => reachable(law.graph, law.roots.impossible[index] as Ref, situation));
  const alone = table.impossible.filter((_, index) => !ends[index]?.has(NO));
  const broken = alone.length > 0 ? alone : table.impossible.filter((_, index) => ends[index]?.has(YES));
  const tested = new Set(broken.flatMap(({ when }) => when.tests.map(({ subject }) => subject)));
  return { because: broken.map(({ because }) => because), facts: facts.filter((id) => tested.has(id)) };
}
