import type { Path } from "../source/document.js";
import type { Condition, Table, Test } from "./table.js";

/** A condition with its place in the file. */
export interface PlacedCondition {
  readonly path: Path;
  readonly condition: Condition;
}

/** Every condition of a table. */
export function conditionsOf(table: Table): PlacedCondition[] {
  const placed = (path: Path, condition: Condition): PlacedCondition => ({ path, condition });
  return [
    ...Object.entries(table.facts).flatMap(([id, fact]) =>
      fact["asked-when"] ? [placed(["facts", id, "asked-when"], fact["asked-when"])] : [],
    ),
    ...Object.entries(table.findings).map(([id, { when }]) => placed(["findings", id, "when"], when)),
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
