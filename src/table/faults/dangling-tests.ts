import type { Path } from "../../source/document.js";
import { nearest } from "../../source/nearest.js";
import { conditionsOf, testsOf } from "../conditions.js";
import { didYouMean } from "../fault.js";
import { formerFact, formerValue } from "../former.js";
import type { Table, Test } from "../table.js";
import type { Dangling } from "./dangling.js";

/** Tests of what is neither a fact nor a finding, or not one yet, and of values that a fact has not; its own too. */
export function danglingTests(table: Table): Dangling[] {
  const findings = new Map(Object.keys(table.findings).map((id, index) => [id, index]));
  const tests = conditionsOf(table).flatMap(({ condition, path }) =>
    testsOf(condition, path).flatMap((one) => subjectFault(table, findings, one) ?? valueFaults(table, one)),
  );
  return [...Object.keys(table.facts).flatMap((id) => ownValues(table, id)), ...tests];
}

/** What a fact is taken to be where nobody has stated it. */
function ownValues(table: Table, subject: string): Dangling[] {
  const { presume, "not-weighed": notWeighed, "always-so": alwaysSo } = table.facts[subject] as Table["facts"][string];
  const faults = (field: string, values: readonly string[]): Dangling[] =>
    valueFaults(table, { test: { subject, values, negated: false }, path: ["facts", subject, field] });
  return [
    ...faults("presume", presume?.values ?? []),
    ...faults("not-weighed", notWeighed === undefined ? [] : [notWeighed]),
    ...faults("always-so", Object.keys(alwaysSo ?? {})),
  ];
}

interface PlacedTest {
  readonly test: Test;
  readonly path: Path;
}

/** A finding may use only those that stand above it. */
function subjectFault(
  table: Table,
  findings: ReadonlyMap<string, number>,
  { test: { subject }, path }: PlacedTest,
): Dangling[] | undefined {
  const most = path[0] === "findings" ? (findings.get(String(path[1])) as number) : findings.size;
  const position = findings.get(subject);
  if (Object.hasOwn(table.facts, subject) || (position !== undefined && position < most)) return undefined;
  const wording: Dangling["wording"] = () => {
    if (position !== undefined) {
      const help = "a finding may use only findings that stand above it";
      return { code: "OT308", message: `\`${subject}\` is used before it is concluded`, help };
    }
    const help = didYouMean(nearest(subject, [...Object.keys(table.facts), ...[...findings.keys()].slice(0, most)]));
    const message = `\`${subject}\` is not a fact or a finding of this table`;
    return formerFact(table, subject) ?? { code: "OT301", message, help };
  };
  return [{ slip: `subject ${subject} ${position === undefined}`, path, part: "key", wording }];
}

function valueFaults(table: Table, { test: { subject, values }, path }: PlacedTest): Dangling[] {
  const known = Object.hasOwn(table.facts, subject) ? Object.keys(table.facts[subject]?.values ?? {}) : ["yes", "no"];
  return values
    .filter((value) => !known.includes(value))
    .map((value) => ({
      slip: `value ${value} ${subject}`,
      path,
      part: "value",
      wording: () =>
        formerValue(table, subject, value) ?? {
          code: "OT203",
          message: `\`${value}\` is not a value of \`${subject}\`; it has ${known.map((one) => `\`${one}\``).join(", ")}`,
          help:
            value === "unknown"
              ? "leave the test out: a rule cannot wait for a fact to be unknown"
              : didYouMean(nearest(value, known)),
        },
    }));
}
