import { end, NO, type Ref } from "../../diagram/graph.js";
import { and, not, or } from "../../diagram/logic.js";
import type { Path } from "../../source/document.js";
import type { Draft } from "../../table/compile.js";
import type { Test } from "../../table/table.js";
import { situationOf } from "../../triage/situation.js";
import { askedPart } from "./asked.js";
import { liesWithin, type Trial } from "./notice.js";
import { variantsOf } from "./variants.js";

/** What the cases show of each rule that is law and can decide. */
export interface Coverage {
  /** Rules that decide none of the cases. */
  readonly undecided: readonly string[];
  readonly limits: readonly Limit[];
}

/** A test of a rule, and the cases on both sides of it. */
export interface Limit {
  readonly rule: string;
  readonly test: Test;
  readonly path: Path;
  /** A case that the rule decides, and would not if this test were turned round. */
  readonly inside: Side;
  /** A case that the rule does not decide, and would but for this test. */
  readonly outside: Side;
}

/** A side that is not there needs no case: no situation lies on it that facts which are asked lead to. */
interface Side {
  readonly region: Ref;
  readonly state: "shown" | "missing" | "not-there";
}

export function coverageOf(draft: Draft, trials: readonly Trial[]): Coverage {
  const situations = trials.map(({ given }) => situationOf(draft, draft, given.facts));
  const isShown = (region: Ref): boolean => situations.some((situation) => liesWithin(draft, region, situation));
  const sideOf = (region: Ref): Side => {
    if (region !== end(NO) && isShown(region)) return { region, state: "shown" };
    const asked = askedPart(draft, region);
    return { region: asked, state: asked === end(NO) ? "not-there" : "missing" };
  };
  const { rules } = draft.table;
  const isDecided = (region: Ref): boolean => region === end(NO) || isShown(region);
  const undecided = rules.filter((_, index) => !isDecided(draft.decides[index] as Ref)).map(({ id }) => id);
  const limits = rules.flatMap(({ id, when }, index) => {
    const variants = variantsOf(when, { section: "rules", id }, ["rules", index, "when"]);
    return variants.flatMap(({ change, path, condition }): Limit[] => {
      if (change.kind !== "test-negated" || draft.applies[index] === end(NO)) return [];
      const { inside, outside } = sidesOf(draft, index, draft.condition(condition));
      return [{ rule: id, test: change.test, path, inside: sideOf(inside), outside: sideOf(outside) }];
    });
  });
  return { undecided, limits };
}

/** Where a rule decides because of a test, and where it does not for that test alone, given the rule with it turned round. */
function sidesOf(
  { forest, possible, decides, applies, above }: Draft,
  index: number,
  turned: Ref,
): { readonly inside: Ref; readonly outside: Ref } {
  const own = applies[index] as Ref;
  const displaced = or(forest, ...(above[index] as readonly number[]).map((winner) => applies[winner] as Ref));
  return {
    inside: and(forest, decides[index] as Ref, not(forest, turned)),
    outside: and(forest, possible, turned, not(forest, own), not(forest, displaced)),
  };
}
