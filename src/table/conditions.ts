import type { Path } from "../source/document.js";
import { partsIn } from "./parts.js";
import type { Condition, Table, Test } from "./table.js";

/** A condition with its place in the file. */
export interface PlacedCondition {
  readonly path: Path;
  readonly condition: Condition;
}

/** Every condition of a table. */
export function conditionsOf(table: Table): PlacedCondition[] {
  const asked = partsIn(table, "facts").flatMap(({ path, value: { "asked-when": condition } }) =>
    condition === undefined ? [] : [{ path: [...path, "asked-when"], condition }],
  );
  const parts = partsIn(table, "findings", "impossible", "rules", "notices", "forms", "invariants");
  return [...asked, ...parts.map(({ path, value }) => ({ path: [...path, "when"], condition: value.when }))];
}

/** Every test of a condition, alternatives included, with its place in the file. */
export function testsOf(condition: Condition, path: Path): { readonly test: Test; readonly path: Path }[] {
  return [
    ...condition.tests.map((test) => ({ test, path: [...path, test.subject] })),
    ...condition.any.flatMap((alternative, index) => testsOf(alternative, [...path, "any", index])),
  ];
}
