import { type Formula, find, type Known, not, readValues } from "./conditions.js";
import { type Due, dueOn } from "./days.js";
import type { Law, LawRule, Written, WrittenRule } from "./law.js";

// A second opinion, from the pages about the rules file and about one case alone. It works out nothing ahead: a rule is
// possible where some situation that the case leaves open is one that it decides, and that is looked for.

export interface Given {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly particulars?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly verdict: string;
  readonly exitCode: number;
  /** The deciding rule; undefined where several can still decide, and then those are `possible`. */
  readonly rule: string | undefined;
  readonly possible: readonly string[];
  readonly agreement: string | undefined;
  readonly granted: readonly string[];
  readonly wouldBind: readonly string[];
  readonly displaced: readonly string[];
  readonly steps: readonly string[];
  readonly deadlines: readonly Due[];
  readonly findings: readonly string[];
  readonly notices: readonly string[];
  readonly forms: readonly string[];
}

/** The verdicts, the most serious first, with the exit code of each. */
const EXIT_CODES: Readonly<Record<string, number>> = {
  "likely-unlawful": 20,
  "cannot-say": 30,
  refer: 31,
  "not-an-order-yet": 42,
  "consent-first": 41,
  "may-disclose": 40,
  "out-of-scope": 50,
  "statutory-duty": 0,
  "appears-lawful": 0,
};

/** What a table says of a case; undefined where what it states cannot all be true. */
export function evaluate(law: Law, { facts, particulars = {} }: Given): Answer | undefined {
  const stated = statedOf(law, facts);
  const without = decidersOf(law.rules, law, stated);
  if (without.length === 0) return undefined;
  const { granted, known, rules, would } = presumed(law, stated, without);
  const possible = rules.map(({ rule }) => rule);
  const verdict = would.length > 0 || !agree(rules) ? "cannot-say" : (possible[0] as WrittenRule).verdict;
  const steps = stepsOf(law.table, verdict, possible);
  const certain = (holds: Formula): boolean => find([not(holds), ...law.canBe], known) === undefined;
  return {
    verdict,
    exitCode: EXIT_CODES[verdict] as number,
    rule: possible.length === 1 ? possible[0]?.id : undefined,
    possible: possible.length === 1 ? [] : possible.map(({ id }) => id),
    agreement: verdict === "cannot-say" ? agreementOf(law.table, possible) : undefined,
    granted,
    wouldBind: would.map(({ id }) => id),
    displaced: law.rules.filter((one) => !rules.includes(one) && certain(one.applies)).map(({ rule }) => rule.id),
    steps,
    deadlines: deadlinesOf(law.table, possible, would, steps).map((id) => dueOn(id, law.table, particulars)),
    findings: mentioned(law.table, possible).filter((id) => certain(law.findings.get(id) as Formula)),
    notices: shownOf(law.notices, law, known, rules),
    forms: shownOf(law.forms, law, known, rules),
  };
}

/** The most serious of the verdicts of parts, each of which is decided by itself. */
export function mostSerious(verdicts: readonly string[]): { verdict: string; exitCode: number } {
  const verdict = Object.keys(EXIT_CODES).find((one) => verdicts.includes(one)) as string;
  return { verdict, exitCode: EXIT_CODES[verdict] as number };
}

function statedOf({ table, facts }: Law, given: Given["facts"]): Known {
  return [...facts].map(([id, values]) => {
    const wanted = given[id];
    if (wanted !== undefined && wanted !== "unknown") return readValues(wanted, values);
    const unweighed = table.facts[id]?.["not-weighed"];
    return unweighed === undefined ? 2 ** values.length - 1 : readValues(unweighed, values);
  });
}

/** Those of the rules that decide some situation among those left. */
function decidersOf(rules: readonly LawRule[], { canBe }: Law, known: Known): LawRule[] {
  return rules.filter(({ decides }) => find([...decides, ...canBe], known) !== undefined);
}

/**
 * The fewest presumptions that leave as few rules as all of them would, and what is left then. Where those rules bind,
 * nothing is given on what is presumed: they `would` be left.
 */
function presumed(law: Law, stated: Known, without: readonly LawRule[]) {
  const leftBy = (ids: readonly string[]): LawRule[] => decidersOf(without, law, presume(law, stated, ids));
  const every = Object.keys(law.table.facts).filter((id) => law.table.facts[id]?.presume);
  const best = leftBy(every).length;
  const none = { granted: [], known: stated, rules: without, would: [] };
  if (best === 0 || best === without.length) return none;
  let granted = every;
  for (const id of every.toReversed()) {
    const fewer = granted.filter((other) => other !== id);
    if (leftBy(fewer).length === best) granted = fewer;
  }
  const rules = leftBy(granted);
  if (!rules.every(({ rule }) => binds(rule)))
    return { granted, known: presume(law, stated, granted), rules, would: [] };
  return agree(without) ? none : { ...none, granted, would: rules.map(({ rule }) => rule) };
}

/** What is left once these facts are taken for granted; a fact of which no presumed value is left stays as it is. */
function presume({ table, facts }: Law, stated: Known, ids: readonly string[]): Known {
  return [...facts].map(([id, values], fact) => {
    const left = stated[fact] as number;
    const wanted = ids.includes(id) ? table.facts[id]?.presume?.values : undefined;
    return (wanted === undefined ? 0 : left & readValues(wanted, values)) || left;
  });
}

function binds({ verdict }: WrittenRule): boolean {
  return EXIT_CODES[verdict] === 0;
}

function agree(rules: readonly LawRule[]): boolean {
  return new Set(rules.map(({ rule }) => rule.verdict)).size === 1;
}

function agreementOf(table: Written, possible: readonly WrittenRule[]): string | undefined {
  if (possible.every(binds)) return "all-bind";
  return possible.every((rule) => holdsBack(table, rule)) ? "all-hold" : undefined;
}

function holdsBack({ steps }: Written, rule: WrittenRule): boolean {
  return rule.steps.some((step) => steps?.[step]?.["holds-back"] === "yes");
}

/** Of several rules: the steps of the verdict, and then those that all the rules have. */
function stepsOf(table: Written, verdict: string, possible: readonly WrittenRule[]): string[] {
  const common = inAll(possible.map(({ steps }) => steps));
  if (possible.length === 1) return common;
  const called = common.map((step) => table.steps?.[step]?.contact);
  const general = (table.verdicts[verdict]?.steps ?? []).filter((step) => {
    const { contact, "holds-back": holds } = table.steps?.[step] ?? {};
    if (common.includes(step)) return true;
    if (contact !== undefined && called.includes(contact)) return false;
    return holds !== "yes" || possible.every((rule) => holdsBack(table, rule));
  });
  return [...new Set([...general, ...common])];
}

/**
 * Of several rules: the dates of the case that any of them has, what all of them have, what the steps have to be done by,
 * and what all have that would bind.
 */
function deadlinesOf(
  { deadlines, steps }: Written,
  possible: readonly WrittenRule[],
  would: readonly WrittenRule[],
  taken: readonly string[],
): string[] {
  const by = (ids: readonly string[]): string[] => ids.flatMap((id) => steps?.[id]?.by ?? []);
  const each = (rules: readonly WrittenRule[]): string[][] =>
    rules.map((rule) => [...(rule.deadlines ?? []), ...by(rule.steps)]);
  const every = each(possible);
  const given = every.flat().filter((id) => possible.length > 1 && deadlines?.[id]?.after === "0 days");
  return [...new Set([...given, ...inAll(every), ...by(taken), ...inAll(each(would))])];
}

function inAll(lists: readonly (readonly string[])[]): string[] {
  return (lists[0] ?? []).filter((id) => lists.every((list) => list.includes(id)));
}

/** The findings that the conditions of these rules look at, and those that these look at in turn. */
function mentioned({ findings = {} }: Written, rules: readonly WrittenRule[]): string[] {
  const seen = new Set<string>();
  const look = (when: unknown): void => {
    if (when === null || typeof when !== "object") return;
    for (const [subject, wanted] of Object.entries(when)) {
      look(wanted);
      if (findings[subject] === undefined || seen.has(subject)) continue;
      seen.add(subject);
      look(findings[subject].when);
    }
  };
  for (const { when } of rules) look(when);
  return Object.keys(findings).filter((id) => seen.has(id));
}

/**
 * Those that hold in every situation left that counts: for a notice that is shown where another law applies all of them,
 * for any other, and for a form, those alone that do not come to `out-of-scope`.
 */
function shownOf(some: Law["notices"], law: Law, known: Known, rules: readonly LawRule[]): string[] {
  const here = rules.filter(({ rule }) => rule.verdict !== "out-of-scope");
  const shown = some.filter(({ everywhere, holds }) => {
    const counting = everywhere ? rules : here;
    const lacks = counting.some(({ decides }) => find([not(holds), ...decides, ...law.canBe], known));
    return counting.length > 0 && !lacks;
  });
  return shown.map(({ id }) => id);
}
