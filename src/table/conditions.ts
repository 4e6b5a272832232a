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
  return [
    ...asked,
    ...parts.map(({ path, value }) => ({ path: [...path, "when"], condition: value.when })),
    ...paperConditionsOf(table).map(({ path, when }) => ({ path, condition: when })),
  ];
}

/** Every test of a condition, alternatives included, with its place in the file. */
export function testsOf(condition: Condition, path: Path): { readonly test: Test; readonly path: Path }[] {
  return [
    ...condition.tests.map((test) => ({ test, path: [...path, test.subject] })),
    ...condition.any.flatMap((alternative, index) => testsOf(alternative, [...path, "any", index])),
  ];
}

/** A part of a paper that has a condition of its own: the whole, a section or a line of it. */
export interface PaperCondition {
  /** `letter`, `letter/2` for its third section, `letter/2/0` for the first line of that. */
  readonly key: string;
  readonly paper: string;
  /** Where the condition stands. */
  readonly path: Path;
  readonly when: Condition;
  /** The conditions of what it is a part of. */
  readonly within: readonly Condition[];
}

/** Every part of the papers of a table that has a condition. */
export function paperConditionsOf({ papers }: Pick<Table, "papers">): PaperCondition[] {
  return Object.entries(papers).flatMap(([paper, { when, sections }]) => {
    const outer = given(when);
    const part = (places: readonly number[], own: Condition, within: readonly Condition[]): PaperCondition => {
      const [section, line] = places;
      const path = ["papers", paper, ...(section === undefined ? [] : ["sections", section])];
      const at = line === undefined ? path : [...path, "says", line];
      return { key: keyOf(paper, ...places), paper, path: [...at, "when"], when: own, within };
    };
    return [
      ...outer.map((own) => part([], own, [])),
      ...sections.flatMap((section, index) => [
        ...given(section.when).map((own) => part([index], own, outer)),
        ...section.says.flatMap((line, place) =>
          given(line.when).map((own) => part([index, place], own, [...outer, ...given(section.when)])),
        ),
      ]),
    ];
  });
}

export function keyOf(paper: string, ...places: readonly number[]): string {
  return [paper, ...places].join("/");
}

function given(when: Condition | undefined): Condition[] {
  return when === undefined ? [] : [when];
}
