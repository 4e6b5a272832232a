import { end, NO, type Ref } from "../../diagram/graph.js";
import { and, not, or } from "../../diagram/logic.js";
import type { Path } from "../../source/document.js";
import type { Test } from "../../table/table.js";
import { situationOf } from "../../triage/situation.js";
import { askedPart } from "./asked.js";
import type { Ground } from "./ground.js";
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

export function coverageOf(ground: Ground, trials: readonly Trial[]): Coverage {
  const situations = trials.map(({ given }) => situationOf(ground, ground.draft, given.facts));
  const isShown = (region: Ref): boolean => situations.some((situation) => liesWithin(ground, region, situation));
  const sideOf = (region: Ref): Side => {
    if (region !== end(NO) && isShown(region)) return { region, state: "shown" };
    const asked = askedPart(ground, region);
    return { region: asked, state: asked === end(NO) ? "not-there" : "missing" };
  };
  const deciding = [...ground.decides].filter(([, region]) => region !== end(NO));
  const undecided = deciding.filter(([, region]) => !isShown(region)).map(([id]) => id);
  const limits = ground.table.rules.flatMap(({ id, when }, index) => {
    const variants = variantsOf(when, { section: "rules", id }, ["rules", index, "when"]);
    return variants.flatMap(({ change, path, condition }): Limit[] => {
      if (change.kind !== "test-negated" || ground.applies.get(id) === end(NO)) return [];
      const { inside, outside } = sidesOf(ground, id, ground.draft.condition(condition));
      return [{ rule: id, test: change.test, path, inside: sideOf(inside), outside: sideOf(outside) }];
    });
  });
  return { undecided, limits };
}

/** Where a rule decides because of a test, and where it does not for that test alone, given the rule with it turned round. */
function sidesOf(
  { draft: { forest }, possible, decides, applies, winners }: Ground,
  id: string,
  turned: Ref,
): { readonly inside: Ref; readonly outside: Ref } {
  const own = applies.get(id) as Ref;
  const displaced = or(forest, ...(winners.get(id) ?? []).map((winner) => applies.get(winner) as Ref));
  return {
    inside: and(forest, decides.get(id) as Ref, not(forest, turned)),
    outside: and(forest, possible, turned, not(forest, own), not(forest, displaced)),
  };
}
