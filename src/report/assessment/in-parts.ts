import type { CompiledTable } from "../../table/compiled.js";
import { binds, mostSerious, VERDICTS, type Verdict } from "../../table/verdict.js";
import type { CaseInParts } from "../../triage/case.js";
import type { DecidedPart } from "../../triage/parts.js";
import type { Practice } from "../../triage/practice/practice.js";
import { fewPartNames, sentence } from "../words.js";
import type { AssessedPart, Assessment, AssessmentInParts, ForParts } from "./assessment.js";
import { merge } from "./merge.js";
import { reportAssessment } from "./report.js";

/** Puts the decisions on the parts of a case into words, each by itself and all of them together. */
export function reportInParts(
  compiled: CompiledTable,
  { reference }: CaseInParts,
  decided: readonly DecidedPart[],
  tool: string,
  practice?: Practice,
): AssessmentInParts {
  const parts = decided.map(({ label, given, decision }) => ({
    label,
    assessment: reportAssessment(compiled, given, decision, tool, practice),
  }));
  const [{ asOf, table, tool: by, disclaimer }] = parts.map(({ assessment }) => assessment) as [Assessment];
  const verdict = mostSerious(parts.map(({ assessment }) => assessment.verdict));
  return {
    schema: "order-triage/assessment-in-parts@1",
    reference: reference ?? null,
    verdict,
    exitCode: VERDICTS[verdict].exitCode,
    headline: headlineOfParts(parts.map(({ label, assessment }) => ({ ...assessment, label }))),
    steps: once(parts, ({ steps }) => steps),
    doNot: once(parts, ({ doNot }) => [{ says: doNot }]),
    deadlines: once(parts, ({ deadlines }) => deadlines),
    notices: once(parts, ({ notices }) => notices),
    parts,
    practice: practice?.name ?? null,
    asOf,
    table,
    tool: by,
    disclaimer,
  };
}

interface AnsweredPart {
  readonly label: string;
  readonly verdict: Verdict;
  readonly headline: string;
}

/**
 * The headline that all parts have. Where they differ, that of the first of the most serious ones, as such; which parts
 * bind is not passed over.
 */
export function headlineOfParts(parts: readonly AnsweredPart[]): string {
  const worst = mostSerious(parts.map(({ verdict }) => verdict));
  const [{ headline }] = parts.filter(({ verdict }) => verdict === worst) as [AnsweredPart];
  const labels = (some: readonly AnsweredPart[]): string => fewPartNames(some.map(({ label }) => label));
  const same = parts.filter((part) => part.headline === headline);
  if (same.length === parts.length) return headline;
  const binding = parts.filter(({ verdict }) => binds(verdict) && !binds(worst));
  const told = `Not one answer for all parts - the most serious, for ${labels(same)}: ${headline}`;
  return binding.length === 0 ? told : `${sentence(told)} It binds for ${labels(binding)}.`;
}

function once<T extends object>(
  parts: readonly AssessedPart[],
  said: (assessment: Assessment) => readonly T[],
): (T & ForParts)[] {
  const merged = merge(parts.map(({ assessment }) => said(assessment)));
  return merged.map(({ one, lists }) => ({
    ...one,
    parts: lists.map((index) => (parts[index] as AssessedPart).label),
  }));
}
