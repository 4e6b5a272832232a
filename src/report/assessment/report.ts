import type { CompiledTable } from "../../table/compiled.js";
import { inForce } from "../../table/in-force.js";
import type { Contact, Notice, Rule, Source, Step, Table } from "../../table/table.js";
import { VERDICTS, type Verdict } from "../../table/verdict.js";
import type { Case } from "../../triage/case.js";
import type { DateDoubt, Due } from "../../triage/deadlines.js";
import type { Decision } from "../../triage/decide.js";
import { commonHeadline, type Outcome } from "../../triage/outcomes.js";
import { shortForm } from "../words.js";
import type {
  Assessment,
  CitedSource,
  DecidingRule,
  DueDate,
  PlannedStep,
  Question,
  RuleSummary,
} from "./assessment.js";

/** Puts a decision into words. */
export function reportAssessment(compiled: CompiledTable, given: Case, decision: Decision, tool: string): Assessment {
  const { table, digest } = compiled;
  const { verdict, possible, asOf } = decision;
  const current = (ids: readonly string[]): readonly string[] =>
    ids.filter((id) => inForce(table.sources[id] as Source, asOf));
  const rule = possible.length === 1 ? (possible[0] as Rule) : null;
  const steps = decision.steps.map((id) => plannedStep(table, id, decision.deadlines));
  const findings = decision.findings.map((id) => ({
    id,
    says: table.findings[id]?.says ?? "",
    sources: current(table.findings[id]?.cite ?? []),
  }));
  const notices = decision.notices.map((id) => {
    const { says, urgent, cite } = table.notices[id] as Notice;
    return { id, says, urgent, sources: current(cite) };
  });
  const deadlines = decision.deadlines.map((due) => dueDate(table, due, current));
  const relied = verdict === "cannot-say" ? [] : current(citedByAll(possible));
  const authorities = [...new Set([...relied, ...[...findings, ...deadlines].flatMap(({ sources }) => sources)])];
  const sources = [...new Set([...authorities, ...notices.flatMap((notice) => notice.sources)])];
  return {
    schema: "order-triage/assessment@1",
    reference: given.particulars["reference"] ?? null,
    verdict,
    exitCode: VERDICTS[verdict].exitCode,
    headline: headlineOf(table, verdict, commonHeadline(possible), decision.open[0]?.fact),
    rule: rule && decidingRule(rule, current(rule.cite), asOf),
    possibleRules: rule === null ? possible.map(ruleSummary) : [],
    displacedRules: decision.displaced.map(ruleSummary),
    steps,
    doNot: rule?.["do-not"] ?? table.verdicts[verdict]?.["do-not"] ?? "",
    contacts: contactsOf(table, steps),
    deadlines,
    dateDoubts: decision.doubts.map((doubt) => doubtText(table, doubt)),
    findings,
    notices,
    wouldChange: decision.flips.map(({ fact, outcomes }) => question(table, fact, outcomes)),
    notKnown: decision.open.map(({ fact, outcomes }) => question(table, fact, outcomes)),
    authorities,
    sources: sources.map((id) => citedSource(table, id)),
    facts: inTableOrder(table.facts, given.facts),
    particulars: inTableOrder(table.particulars, given.particulars),
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

/** A rule's own headline; where several can still decide, the one they share or the table's for the verdict. */
export function headlineOf(
  table: Table,
  verdict: Verdict,
  common: string | undefined,
  first: string | undefined,
): string {
  if (common !== undefined) return common;
  const general = table.verdicts[verdict]?.headline ?? VERDICTS[verdict].label;
  return verdict === "cannot-say" && first !== undefined ? `${general}: ${table.facts[first]?.ask}` : general;
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
    sources,
    reviewBy,
    reviewOverdue: reviewBy !== null && reviewBy < asOf,
  };
}

function plannedStep(table: Table, id: string, deadlines: readonly Due[]): PlannedStep {
  const step = table.steps[id] as Step;
  const by = deadlines.find((due) => due.id === step.by)?.day ?? null;
  return { id, do: step.do, by, contact: step.contact ?? null };
}

function contactsOf(table: Table, steps: readonly PlannedStep[]): Assessment["contacts"] {
  const ids = [...new Set(steps.map(({ contact }) => contact).filter((id) => id !== null))];
  return ids.map((id) => ({ id, ...(table.contacts[id] as Contact) }));
}

function dueDate(
  table: Table,
  { id, day, daysLeft, missing, paperSays }: Due,
  current: (ids: readonly string[]) => readonly string[],
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
function inTableOrder(
  order: Readonly<Record<string, unknown>>,
  stated: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.keys(order).flatMap((id) => (stated[id] === undefined ? [] : [[id, stated[id]]])));
}
