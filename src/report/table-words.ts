import { TELLINGS } from "../table/paper/paper.js";
import type { Condition, Deadline, Invariant, Notice, Paper, Table, Test } from "../table/table.js";
import { VERDICTS } from "../table/verdict.js";
import { alternatives, plural, shortForm } from "./words.js";

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

/** What is due and how its date is worked out: `Access is due by: 39 days after served-on`. */
export function deadlineText(deadline: Deadline): string {
  return `${deadline.says}: ${reckoningText(deadline)}`;
}

/** `7 days after order-date, or stated-deadline where it is given`. */
export function reckoningText({ from, after, "not-before": stated, "not-after": ceiling }: Deadline): string {
  const { count, unit } = after;
  const bounds = [
    ...(stated === undefined ? [] : [`or ${stated} where it is given`]),
    ...(ceiling === undefined ? [] : [`but not after ${ceiling}`]),
  ];
  return [count === 0 ? `the day given as ${from}` : `${plural(count, unit)} after ${from}`, ...bounds].join(", ");
}

/** The sections of a paper with what they say, what is told there, and when that is left out. */
export function sectionLines(
  table: Table,
  sections: Paper["sections"],
): { readonly text: string; readonly under: readonly string[] }[] {
  const onlyWhen = (when: Condition | undefined): string =>
    when === undefined ? "" : ` (only where ${conditionLines(table, when).join(" and ")})`;
  return sections.map(({ heading = "Without a heading", when, as, says, tells }) => ({
    text: `${heading}, ${as}${onlyWhen(when)}`,
    under: [
      ...says.map((line) => `${line.says}${onlyWhen(line.when)}`),
      ...(tells === undefined ? [] : [`What is told: ${TELLINGS[tells]}`]),
    ],
  }));
}

/** What an invariant promises, a sentence for each kind of promise. */
export function promiseLines(promise: Invariant): string[] {
  const line = (start: string, ids: readonly string[]): string[] =>
    ids.length === 0 ? [] : [`${start} ${alternatives(ids)}.`];
  return [
    ...line(
      "Never",
      promise.never.map((verdict) => `“${VERDICTS[verdict].label}”`),
    ),
    ...line("Always with the step", promise["always-step"]),
    ...line("Always with the notice", promise["always-notice"]),
    ...line("Never with the step", promise["never-step"]),
    ...line("Never with the notice", promise["never-notice"]),
    ...line("Never with the paper", promise["never-paper"]),
  ];
}
