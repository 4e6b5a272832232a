import type { Path } from "../source/document.js";
import type { Condition, Table, Test } from "./table.js";

/** A condition with its place in the file and the findings it may use. */
export interface PlacedCondition {
  readonly path: Path;
  readonly condition: Condition;
  readonly findings: ReadonlySet<string>;
}

/** Every condition of a table. A finding may use only those declared before it. */
export function conditionsOf(table: Table): PlacedCondition[] {
  const findings = Object.keys(table.findings);
  const every = new Set(findings);
  const placed = (path: Path, condition: Condition): PlacedCondition => ({ path, condition, findings: every });
  return [
    ...Object.entries(table.facts).flatMap(([id, fact]) =>
      fact["asked-when"] ? [placed(["facts", id, "asked-when"], fact["asked-when"])] : [],
    ),
    ...Object.entries(table.findings).map(([id, { when }], index) => ({
      path: ["findings", id, "when"],
      condition: when,
      findings: new Set(findings.slice(0, index)),
    })),
    ...table.impossible.map(({ when }, index) => placed(["impossible", index, "when"], when)),
    ...table.rules.map(({ when }, index) => placed(["rules", index, "when"], when)),
    ...Object.entries(table.notices).map(([id, { when }]) => placed(["notices", id, "when"], when)),
    ...table.invariants.map(({ when }, index) => placed(["invariants", index, "when"], when)),
  ];
}

/** Every test of a condition, alternatives included, with its place in the file. */
export function testsOf(condition: Condition, path: Path): { readonly test: Test; readonly path: Path }[] {
  return [
    ...condition.tests.map((test) => ({ test, path: [...path, test.subject] })),
    ...condition.any.flatMap((alternative, index) => testsOf(alternative, [...path, "any", index])),
  ];
}
