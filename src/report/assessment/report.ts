import { sayingsOf } from "../../table/behind.js";
import type { CompiledTable } from "../../table/compiled.js";
import { inForce } from "../../table/in-force.js";
import type { Contact, Notice, Presumption, Rule, Source, Step, Table, Wording } from "../../table/table.js";
import { VERDICTS } from "../../table/verdict.js";
import type { Case } from "../../triage/case.js";
import type { DateDoubt, Due } from "../../triage/deadlines.js";
import type { Branch, Decision, Presumed } from "../../triage/decide.js";
import { commonHeadline, commonVerdict, type Outcome } from "../../triage/outcomes.js";
import type { Face } from "../../triage/plan.js";
import type { Practice } from "../../triage/practice/practice.js";
import {
  alwaysWords,
  knownWords,
  NOT_ON_IT,
  particularWords,
  scopeWords,
  sentence,
  shortForm,
  together,
  withClause,
} from "../words.js";
import type {
  Assessment,
  CitedSource,
  DecidingRule,
  DueDate,
  Form,
  PlannedStep,
  PossibleRule,
  Question,
  RuleSummary,
  Stated,
  TakenForGranted,
} from "./assessment.js";

/** Puts a decision into words; `practice` is that of the holder, if there is a file of it. */
export function reportAssessment(
  compiled: CompiledTable,
  given: Case,
  decision: Decision,
  tool: string,
  practice?: Practice,
): Assessment {
  const { table, digest } = compiled;
  const { verdict, possible, asOf } = decision;
  const told: Told = {
    ...decision,
    headline: commonHeadline(possible),
    presumed: decision.presumed.map(({ fact }) => fact),
    open: decision.open.map(({ fact }) => fact),
  };
  const current: Current = (ids) => ids.filter((id) => inForce(table.sources[id] as Source, asOf));
  const rule = possible.length === 1 ? (possible[0] as Rule) : null;
  const forms = decision.forms.map((face) => formOf(table, face, current));
  const steps = decision.steps.map((id) => askingFor(table, plannedStep(table, id, decision.deadlines, given), forms));
  const findings = decision.findings.map((id) => ({
    id,
    says: table.findings[id]?.says ?? "",
    sources: current(table.findings[id]?.cite ?? []),
  }));
  const notices = decision.notices.map((id) => {
    const { says, more, urgent, cite } = table.notices[id] as Notice;
    return { id, says, more: more ?? null, urgent, sources: current(cite) };
  });
  const deadlines = decision.deadlines.map((due) => dueDate(table, due, current));
  const branches = decision.branches.map((branch) => possibleRule(table, branch, current, given));
  const wouldBind = decision.wouldBind.map(ruleSummary);
  const named = wouldBind.length === 0 ? branches : branches.filter(({ id }) => wouldBind.some((one) => one.id === id));
  const granted = decision.presumed.map((presumed) => takenForGranted(table, presumed, current));
  const relied = [
    ...(verdict === "cannot-say" ? [] : current(citedByAll(possible))),
    ...(named.length > MOST_BRANCHES ? [] : named.flatMap(({ sources }) => sources.slice(0, 1))),
    ...granted.flatMap((one) => one.sources),
  ];
  const authorities = [...new Set([...relied, ...[...findings, ...deadlines].flatMap(({ sources }) => sources)])];
  const advising = [...notices, ...forms.flatMap(({ hasToSay }) => hasToSay)];
  const sources = [...new Set([...authorities, ...advising.flatMap((one) => one.sources)])];
  return {
    schema: "order-triage/assessment@2",
    reference: given.particulars["reference"] ?? null,
    verdict,
    exitCode: VERDICTS[verdict].exitCode,
    headline: headlineOf(table, told),
    rule: rule && decidingRule(rule, current(rule.cite), asOf),
    possibleRules: branches,
    agreement: decision.agreement ?? null,
    takenForGranted: granted,
    wouldBind,
    displacedRules: decision.displaced.map(ruleSummary),
    steps,
    doNot: rule?.["do-not"] ?? doNotOf(table, told),
    contacts: contactsOf(table, steps, practice?.contacts ?? {}),
    deadlines,
    dateDoubts: decision.doubts.map((doubt) => doubtText(table, doubt)),
    findings,
    notices,
    forms,
    wouldChange: decision.flips.map(({ fact, outcomes }) => question(table, fact, outcomes)),
    notKnown: decision.open.map(({ fact, outcomes }) => question(table, fact, outcomes)),
    withoutEffect: [
      ...decision.idle.map((id) => statedOf(table, given, id)),
      ...decision.idleMissing.map((id) => ({
        id,
        ask: NOT_ON_IT,
        says: sentence(sayingsOf(table)[id]?.["ask-for"] ?? id),
      })),
    ],
    authorities,
    sources: sources.map((id) => citedSource(table, id)),
    facts: inTableOrder(table.facts, given.facts),
    fromPractice: (given.fromPractice ?? []).map((id) => statedOf(table, given, id)),
    particulars: inTableOrder(table.particulars, given.particulars),
    practice: practice?.name ?? null,
    asOf,
    table: {
      id: table.table.id,
      edition: table.table.edition,
      reviewedOn: table.table["reviewed-on"],
      jurisdiction: table.table.jurisdiction,
      digest,
    },
    tool: `order-triage ${tool}`,
    disclaimer: table.table.disclaimer,
  };
}

/** Of so many rules that can still decide each is named, with what it rests on. */
export const MOST_BRANCHES = 6;

/** What a headline is made of. */
export interface Told extends Pick<Decision, "verdict" | "agreement" | "wouldBind"> {
  /** The headline that all rules have which can still decide. */
  readonly headline: string | undefined;
  /** Facts by id: what is taken for granted, and what is to be found out. */
  readonly presumed: readonly string[];
  readonly open: readonly string[];
}

/**
 * A rule's own headline; where several can still decide, the one they share or the table's for the verdict, with what is
 * to be found out.
 */
export function headlineOf(table: Table, told: Told): string {
  const { verdict, headline, wouldBind, presumed, open } = told;
  if (headline !== undefined) return headline;
  const general = wordingOf(table, told)?.headline ?? VERDICTS[verdict].label;
  if (verdict !== "cannot-say") return general;
  if (wouldBind.length === 0) return open[0] === undefined ? general : `${general}: ${table.facts[open[0]]?.ask}`;
  const would = headlineOf(table, { ...BOUND, verdict: commonVerdict(wouldBind), headline: commonHeadline(wouldBind) });
  const more = presumed.length === 1 ? "" : ` And ${presumed.length - 1} more below.`;
  return `${VERDICTS[verdict].label} - it would be “${would}”. Check first: ${presumptionOf(table, presumed[0] ?? "").check}${more}`;
}

/** What is not to be done, whichever rule decides in the end. */
export function doNotOf(table: Table, told: Pick<Told, "verdict" | "agreement">): string {
  return wordingOf(table, told)?.["do-not"] ?? "";
}

const BOUND = { agreement: "all-bind", wouldBind: [], presumed: [], open: [] } as const;

function wordingOf(
  { verdicts }: Table,
  { verdict, agreement }: Pick<Told, "verdict" | "agreement">,
): Wording | undefined {
  const wording = verdicts[verdict];
  return (agreement && wording?.[agreement]) ?? wording;
}

function presumptionOf({ facts }: Table, fact: string): Presumption {
  return facts[fact]?.presume as Presumption;
}

function possibleRule(table: Table, { rule, steps, deadlines }: Branch, current: Current, given: Case): PossibleRule {
  return {
    ...ruleSummary(rule),
    steps: steps.map((id) => plannedStep(table, id, deadlines, given)),
    deadlines: deadlines.map((due) => dueDate(table, due, current)),
    sources: current(rule.cite),
  };
}

function takenForGranted(table: Table, { fact, values, otherwise }: Presumed, current: Current): TakenForGranted {
  const { says, because, check, cite } = presumptionOf(table, fact);
  const { answers } = question(table, fact, otherwise);
  return { fact, values, says, because, check, otherwise: answers, sources: current(cite) };
}

function statedOf({ facts, particulars }: Table, given: Case, id: string): Stated {
  const fact = facts[id];
  const known = given.facts[id];
  if (fact === undefined || known === undefined)
    return { id, ask: particulars[id]?.ask ?? id, says: particularWords(particulars[id], given.particulars[id] ?? "") };
  return {
    id,
    ask: fact.ask,
    says: given.fromPractice?.includes(id) ? alwaysWords(fact, known) : knownWords(fact.values, known),
  };
}

/** What every rule that can still decide rests on. */
function citedByAll([first, ...others]: readonly Rule[]): readonly string[] {
  return (first?.cite ?? []).filter((id) => others.every(({ cite }) => cite.includes(id)));
}

function ruleSummary({ id, verdict, headline }: Rule): RuleSummary {
  return { id, verdict, headline };
}

function decidingRule(rule: Rule, sources: readonly string[], asOf: string): DecidingRule {
  const reviewBy = rule["review-by"] ?? null;
  return {
    ...ruleSummary(rule),
    because: rule.because,
    more: rule.more ?? null,
    sources,
    reviewBy,
    reviewOverdue: reviewBy !== null && reviewBy < asOf,
  };
}

function plannedStep(table: Table, id: string, deadlines: readonly Due[], given: Case): PlannedStep {
  const step = table.steps[id] as Step;
  const by = deadlines.find((due) => due.id === step.by)?.day ?? null;
  return {
    id,
    do: withClause(step.do, scopeWords(table, given.particulars, step.discloses ?? false)),
    more: step.more ?? null,
    holdsBack: step["holds-back"] ?? false,
    discloses: Boolean(step.discloses),
    by,
    contact: step.contact ?? null,
  };
}

function formOf(table: Table, { form, missing }: Face, current: Current): Form {
  const { title, "has-to-say": sayings } = table.forms[form] as Table["forms"][string];
  const hasToSay = Object.entries(sayings).map(([id, { says, "ask-for": askFor, cite }]) => ({
    id,
    says,
    askFor,
    missing: missing.includes(id),
    sources: current(cite),
  }));
  return { id: form, title, hasToSay };
}

/** A step, with what is missing from the forms that ask for it by this step. */
function askingFor(table: Table, step: PlannedStep, forms: readonly Form[]): PlannedStep {
  const asking = forms.filter(({ id }) => table.forms[id]?.step === step.id).flatMap(({ hasToSay }) => hasToSay);
  const wanted = [...new Set(asking.filter(({ missing }) => missing).map(({ askFor }) => askFor))];
  return { ...step, do: withClause(step.do, together(wanted)) };
}

function contactsOf(table: Table, steps: readonly PlannedStep[], own: Practice["contacts"]): Assessment["contacts"] {
  const called = steps.map(({ contact }) => contact).filter((id) => id !== null);
  return [...new Set([...called, ...Object.keys(own)])].map((id) => {
    const { name, find } = table.contacts[id] as Contact;
    return { id, name, find, own: own[id] ?? null };
  });
}

/** Those of some sources that are in force. */
type Current = (ids: readonly string[]) => readonly string[];

function dueDate(
  table: Table,
  { id, day, daysLeft, missing, paperSays, reckoned, ifSo }: Due,
  current: Current,
): DueDate {
  const needs = missing === undefined ? null : (table.particulars[missing]?.ask ?? missing);
  const deadline = table.deadlines[id];
  return {
    id,
    says: deadline?.says ?? id,
    day: day ?? null,
    daysLeft: daysLeft ?? null,
    needs,
    paperSays: paperSays ?? null,
    reckoned: reckoned ?? null,
    ifSo,
    embargo: deadline?.embargo ? true : undefined,
    chance: deadline?.chance ? true : undefined,
    sources: current(deadline?.cite ?? []),
  };
}

function doubtText(table: Table, doubt: DateDoubt): string {
  const asked = (id: string): string => `“${table.particulars[id]?.ask ?? id}”`;
  return doubt.kind === "before"
    ? `The date given for ${asked(doubt.particular)} is earlier than the one for ${asked(doubt.other)}: one of them is wrong.`
    : `The date given for ${asked(doubt.particular)} has not come yet: check it, because a deadline runs from it.`;
}

function question(table: Table, fact: string, outcomes: readonly Outcome[]): Question {
  const { ask, why, values } = table.facts[fact] as Table["facts"][string];
  const answers = outcomes.map(({ values: ids, rules }) => ({
    values: ids,
    says: ids.map((id) => shortForm(values[id] ?? id)),
    verdicts: [...new Set(rules.map(({ verdict }) => verdict))],
    headlines: [...new Set(rules.map(({ headline }) => headline))],
  }));
  return { fact, ask, why, answers };
}

function citedSource(table: Table, id: string): CitedSource {
  const { citation, establishes, url, verified, "read-on": readOn } = table.sources[id] as Source;
  return { id, citation, establishes, url: url ?? null, readOn: readOn ?? null, verified };
}

/** However a case was put together, it is told in the table's order. */
function inTableOrder<One>(
  order: Readonly<Record<string, unknown>>,
  stated: Readonly<Record<string, One>>,
): Record<string, One> {
  return Object.fromEntries(Object.keys(order).flatMap((id) => (stated[id] === undefined ? [] : [[id, stated[id]]])));
}
