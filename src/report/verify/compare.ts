import { fateOf } from "../../audit/rule-fate.js";
import type { CompiledTable } from "../../table/compiled.js";
import { type AnyCase, casesIn } from "../../triage/case.js";
import type { Terms } from "../../triage/decide.js";
import type { AnyAssessment, Assessment } from "../assessment/assessment.js";
import { changedParts } from "../diff/reading.js";
import type { AnswerRecord } from "../record/record.js";
import { findDifferences } from "./differences.js";
import type { Change, Result } from "./verified.js";

/** The case of a record as a table understands it, and under which law. */
export interface Stated {
  readonly compiled: CompiledTable;
  readonly given: AnyCase;
  readonly terms: Terms;
}

/**
 * A record beside the one that would be kept of the same case now: under the same table it is the same to the letter.
 * Under another, what a person reads may have changed.
 */
export function compareRecords(stated: Stated, recorded: AnswerRecord, now: AnswerRecord): Result {
  const again = asMadeBy(recorded.tool, now);
  const contradictions = findDifferences({ answer: repeated(recorded.answer) }, { answer: toRepeat(recorded) });
  if (recorded.table.digest === now.table.digest) {
    const others = findDifferences(recorded, again).filter(
      ({ path }) => !contradictions.some((one) => one.path === path),
    );
    // where the case is another one, all else that differs follows from that
    const differences = [...contradictions, ...others];
    return differences.length === 0 ? { kind: "same-answer" } : { kind: "another-answer", differences };
  }
  if (contradictions.length > 0) return { kind: "contradicts-itself", differences: contradictions };
  const changes = findChanges(stated, recorded.answer, again.answer);
  return changes.length === 0 ? { kind: "nothing-changed" } : { kind: "changed", changes };
}

/** A record as plain data, as another version of the program would have written it: which one did is told by itself. */
function asMadeBy(tool: string, record: AnswerRecord): AnswerRecord {
  // a fact that is called so has no value with a blank in it
  return JSON.parse(JSON.stringify(record), (key, value) => (key === "tool" && value === record.tool ? tool : value));
}

/** What an answer repeats of the rest of its record: it is so under every table. */
function repeated(answer: AnyAssessment): object {
  const { asOf, tool, table, reference } = answer;
  const { id, edition, digest } = table;
  const head = { asOf, tool, table: { id, edition, digest }, reference };
  if (!("parts" in answer)) return { ...head, facts: answer.facts, particulars: answer.particulars };
  const parts = answer.parts.map(({ label, assessment }) => ({ label, assessment: repeated(assessment) }));
  return { ...head, parts };
}

/** The same, as the rest of the record has it. */
function toRepeat({ asOf, tool, table, case: stated }: Pick<AnswerRecord, "asOf" | "tool" | "table" | "case">): object {
  const { facts = {}, particulars = {}, parts } = stated;
  const head = { asOf, tool, table, reference: particulars["reference"] ?? null };
  if (parts === undefined) return { ...head, facts, particulars };
  const whole = parts.map(({ label, ...own }) => {
    const part = { facts: { ...facts, ...own.facts }, particulars: { ...particulars, ...own.particulars } };
    return { label, assessment: toRepeat({ asOf, tool, table, case: part }) };
  });
  return { ...head, parts: whole };
}

/** What a person reads differently, of a case or of each part of one. */
function findChanges({ compiled, given, terms }: Stated, recorded: AnyAssessment, now: AnyAssessment): Change[] {
  const [before, after] = [answersIn(recorded), answersIn(now)];
  return casesIn(given).flatMap((one, index) => {
    const [old, next] = [before[index] as LabelledAnswer, after[index] as LabelledAnswer];
    const differsIn = changedParts(old.answer, next.answer);
    if (differsIn.length === 0) return [];
    const rules = rulesIn(old.answer).map((id) => ({ id, fate: fateOf(compiled, one, terms, id) }));
    return [{ part: old.label, recorded: old.answer, now: next.answer, differsIn, rules }];
  });
}

interface LabelledAnswer {
  readonly label: string | null;
  readonly answer: Assessment;
}

function answersIn(answer: AnyAssessment): LabelledAnswer[] {
  if (!("parts" in answer)) return [{ label: null, answer }];
  return answer.parts.map(({ label, assessment }) => ({ label, answer: assessment }));
}

/** The rules that decided or could decide. */
function rulesIn({ rule, possibleRules }: Assessment): string[] {
  return rule === null ? possibleRules.map(({ id }) => id) : [rule.id];
}
