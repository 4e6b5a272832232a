import type { Condition, Notice, Table, Test } from "../table/table.js";
import { VERDICTS } from "../table/verdict.js";
import { alternatives, shortForm } from "./words.js";

/** A condition as lines to read: each has to hold. */
export function conditionLines(table: Table, { tests, any }: Condition): string[] {
  const either = any.map((alternative) => conditionLines(table, alternative).join(" and "));
  return [
    ...tests.map((test) => testLine(table, test)),
    ...(either.length > 0 ? [`either ${either.join(", or ")}`] : []),
  ];
}

function testLine(table: Table, { subject, values, negated }: Test): string {
  const finding = table.findings[subject];
  if (finding !== undefined) {
    const holds = values.includes("yes") !== negated;
    return `${subject} ${holds ? "holds" : "does not hold"}: “${finding.says}”`;
  }
  const { ask, values: answers } = table.facts[subject] as Table["facts"][string];
  const words = alternatives(values.map((value) => `“${shortForm(answers[value] ?? value)}”`));
  return `${subject}: ${ask} ${negated ? `anything but ${words}` : words}`;
}

/** Beside which verdicts a notice is shown where its condition holds. */
export function noticeScopeText({ everywhere }: Notice): string {
  return everywhere ? "Whatever the verdict." : `Whatever the verdict, but for “${VERDICTS["out-of-scope"].label}”.`;
}
