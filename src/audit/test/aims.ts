import type { Ref } from "../../diagram/graph.js";
import { or } from "../../diagram/logic.js";
import type { Draft } from "../../table/compile.js";
import type { Case } from "../../triage/case.js";
import type { Coverage, Limit } from "./coverage.js";
import type { Mutant } from "./mutant-list.js";
import { follow, type Shift } from "./shift.js";
import { tellingCase, tellingRegions } from "./telling.js";

/** What a suggested case is there to show. */
export type Purpose =
  | { readonly kind: "rule"; readonly rule: string }
  | { readonly kind: "inside" | "outside"; readonly limit: Limit }
  | { readonly kind: "mutant"; readonly mutant: Mutant };

/** Something to be shown, and the regions any of which a case has to lie in, as far as its situations can be. */
export interface Aim {
  readonly purpose: Purpose;
  readonly regions: readonly Ref[];
  readonly possible: Ref;
  /** Whether the case has to say which notices it expects. */
  readonly withNotices: boolean;
  /** The facts to be used where no region will do. */
  readonly facts?: Case["facts"] | undefined;
}

export function coverageAims({ possible, decides, table }: Draft, { undecided, limits }: Coverage): Aim[] {
  const rules = undecided.map((rule): Aim => {
    const region = decides[table.rules.findIndex(({ id }) => id === rule)] as Ref;
    return { purpose: { kind: "rule", rule }, regions: [region], possible, withNotices: false };
  });
  const sides = limits.flatMap((limit) =>
    (["inside", "outside"] as const).flatMap((kind): Aim[] =>
      limit[kind].state === "missing"
        ? [{ purpose: { kind, limit }, regions: [limit[kind].region], possible, withNotices: false }]
        : [],
    ),
  );
  return [...rules, ...sides];
}

/** @param mutant one that survives, so it is sound */
export function mutantAim(draft: Draft, mutant: Mutant): Aim {
  const shift = follow(draft, mutant) as Shift;
  const regions = tellingRegions(draft, shift);
  const telling = tellingCase(draft, shift);
  return {
    purpose: { kind: "mutant", mutant },
    regions,
    possible: or(draft.forest, draft.possible, shift.possible),
    withNotices: telling?.withNotices === true,
    facts: regions.length === 0 ? telling?.facts : undefined,
  };
}
