import type { DecisionChange } from "../../audit/diff/diff.js";
import type { Share } from "../../audit/diff/laws.js";
import type { OneSided } from "../../audit/diff/one-sided.js";
import type { ChangedRegion } from "../../audit/diff/region.js";
import type { OneSidedRule } from "../../audit/diff/rules.js";
import { lineOf } from "../../source/text.js";
import { contactsOf, deadlinesOf, doNotOf } from "../../table/behind.js";
import type { Rule, Table } from "../../table/table.js";
import type { Facts } from "../../triage/situation.js";
import type { Assessment } from "../assessment/assessment.js";
import { caseFileText } from "../case-file.js";
import { type Comparison, decidesDifferently, type Side } from "./comparison.js";
import { shareOf } from "./words.js";

/** What changes from one table to another, for programs. Counts are decimal numbers in text: they can be very large. */
export function comparisonData(comparison: Comparison) {
  const { old, new: next, difference, cases } = comparison;
  const { space, compared, changed, dates, parts } = difference;
  return {
    schema: "order-triage/rules-diff@1",
    old: sideData(old),
    new: sideData(next),
    decidesDifferently: decidesDifferently(comparison),
    warnings: comparison.warnings.map(({ code, message, help, at }) => ({
      code,
      message,
      help: help ?? null,
      line: at === undefined ? null : lineOf(at.source, at.span.start),
    })),
    takenOtherwise: comparison.takenOtherwise,
    compared: String(compared),
    changed: String(changed),
    share: shareOf(changed, compared),
    decisions: difference.decisions.map((decision) => decisionData(comparison, decision)),
    facts: { added: space.added.facts, removed: space.removed.facts, renamed: space.renames.facts },
    values: {
      renamed: space.renames.values,
      oneSided: difference.oneSided.map(oneSidedData),
    },
    rules: difference.rules.map(ruleData),
    notices: difference.notices.map(({ id, change, region }) => ({ id, change, ...regionData(region, compared) })),
    inForce: dates,
    parts: parts.map(({ fields, ...part }) => ({
      ...part,
      fields: fields.map((one) => ({ field: one.field, old: one.old ?? null, new: one.new ?? null })),
    })),
    cases: cases && {
      lookedAt: cases.many,
      affected: cases.affected.map(({ written: { file, line, given }, ...affected }) => ({
        file,
        line,
        title: given.title ?? null,
        expected: given.expect ?? null,
        unmet: affected.unmet,
        differsIn: affected.differsIn,
        old: affected.old === undefined ? null : saidOfCase(affected.old),
        new: affected.new === undefined ? null : saidOfCase(affected.new),
      })),
    },
  };
}

function saidOfCase({ verdict, rule, headline, steps, doNot, deadlines, contacts, notices }: Assessment) {
  return {
    verdict,
    rule: rule?.id ?? null,
    headline,
    steps: steps.map(({ id }) => id),
    doNot,
    deadlines: deadlines.map(({ id, day }) => ({ id, day })),
    contacts: contacts.map(({ id }) => id),
    notices: notices.map(({ id }) => id),
  };
}

function sideData({ name, day, table: { table }, digest }: Side) {
  return { name, asOf: day, table: table.id, edition: table.edition, digest };
}

function decisionData(comparison: Comparison, decision: DecisionChange) {
  const { aspects, region, witness } = decision;
  const { old, new: next, difference } = comparison;
  return {
    old: decision.old === undefined ? null : decidingData(old.table, decision.old),
    new: decision.new === undefined ? null : decidingData(next.table, decision.new),
    differsIn: aspects,
    ...regionData(region, difference.compared),
    case: { old: caseText(decision, "old", witness.old), new: caseText(decision, "new", witness.new) },
  };
}

function decidingData(table: Table, rule: Rule) {
  const { id, verdict, headline, steps } = rule;
  return {
    verdict,
    rule: id,
    headline,
    steps,
    doNot: doNotOf(table, rule) ?? null,
    deadlines: deadlinesOf(table, rule),
    contacts: contactsOf(table, rule),
  };
}

function oneSidedData({ fact, value, knownTo, count, deciding, own }: OneSided) {
  const depending = own && {
    ...regionData(own.region, count),
    decidedBy: own.deciding.map(shareData),
    case: decidedCase(`${value} of ${fact}`, own.witness, own.deciding[0]?.rule),
  };
  return {
    ...{ fact, value, knownTo },
    situations: String(count),
    decidedBy: deciding.map(shareData),
    dependOnIt: depending ?? null,
  };
}

function ruleData({ rule, knownTo, own, possible, otherwise, beyond }: OneSidedRule) {
  return {
    rule: rule.id,
    knownTo,
    verdict: rule.verdict,
    decides: own === undefined ? null : regionData(own.region, possible),
    otherwise: otherwise.map(shareData),
    situationsUnknownToTheOther: String(beyond),
    case: own === undefined ? null : decidedCase(rule.id, own.witness, rule),
  };
}

function shareData({ rule, count }: Share) {
  return { rule: rule?.id ?? null, verdict: rule?.verdict ?? null, situations: String(count) };
}

function regionData({ count, boxes, beyond }: ChangedRegion, compared: bigint) {
  return {
    situations: String(count),
    share: shareOf(count, compared),
    regions: boxes,
    situationsElsewhere: String(beyond),
  };
}

/** A case file that says what one of the tables makes of it; where that is nothing, the case expects nothing. */
function caseText(decision: DecisionChange, side: "old" | "new", facts: Facts): string {
  const title = `${decision.old?.id ?? "impossible"} before, ${decision.new?.id ?? "impossible"} now`;
  return decidedCase(title, facts, decision[side]);
}

function decidedCase(title: string, facts: Facts, rule: Rule | undefined): string {
  const expect = rule && { verdict: rule.verdict, rule: rule.id };
  return caseFileText({ title, facts, particulars: {}, ...(expect === undefined ? {} : { expect }) });
}
