import type { Path } from "../../source/document.js";
import type { Condition, Test } from "../../table/table.js";
import type { RuleVerdict } from "../../table/verdict.js";

/** One small mistake in a table. */
export type Change =
  | { readonly kind: "test-dropped" | "test-negated"; readonly of: Owner; readonly test: Test }
  | { readonly kind: "alternative-dropped"; readonly of: Owner; readonly number: number }
  | { readonly kind: "dropped"; readonly of: Owner }
  | { readonly kind: "override-dropped"; readonly of: Owner; readonly other: string }
  | { readonly kind: "verdict-swapped"; readonly of: Owner; readonly from: RuleVerdict; readonly to: RuleVerdict };

/** The part of a table that has a condition. What is impossible has no id; its number, from 1, stands for one. */
export interface Owner {
  readonly section: "findings" | "impossible" | "rules" | "notices";
  readonly id: string;
}

/** A condition with one small mistake in it. */
export interface Variant {
  readonly change: Change;
  readonly path: Path;
  readonly condition: Condition;
}

/** Each test dropped, each turned round, each alternative dropped, at every depth. */
export function variantsOf(condition: Condition, of: Owner, path: Path): Variant[] {
  const { tests, any } = condition;
  return [
    ...tests.flatMap((test, index): Variant[] => {
      const at = [...path, test.subject];
      const negated = tests.with(index, { ...test, negated: !test.negated });
      return [
        { change: { kind: "test-dropped", of, test }, path: at, condition: { tests: tests.toSpliced(index, 1), any } },
        { change: { kind: "test-negated", of, test }, path: at, condition: { tests: negated, any } },
      ];
    }),
    ...any.flatMap((alternative, index): Variant[] => {
      const at = [...path, "any", index];
      return [
        {
          change: { kind: "alternative-dropped", of, number: index + 1 },
          path: at,
          condition: { tests, any: any.toSpliced(index, 1) },
        },
        ...variantsOf(alternative, of, at).map((variant) => ({
          ...variant,
          condition: { tests, any: any.with(index, variant.condition) },
        })),
      ];
    }),
  ];
}
