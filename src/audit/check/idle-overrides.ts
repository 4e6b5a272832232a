import { end, NO, type Ref } from "../../diagram/graph.js";
import { and, or } from "../../diagram/logic.js";
import type { Draft } from "../../table/compile.js";
import { type Above, ALL } from "../../table/overrides.js";
import type { Rule } from "../../table/table.js";
import { type Audited, appliesIn, firstExtent } from "../audited.js";
import { aboveWith, belowOf, decideTheSame } from "../decides.js";
import type { Check, Doubt } from "../flaw.js";
import { ofDeciding } from "./never-decides.js";

/** Entries of `overrides:` without which the same rule would decide every situation, on every day. */
export const idleOverrides: Check = {
  codes: {
    OT321:
      "A rule overrides another to no effect: without that every situation would be decided by the same rule, on every day. Often one of the two was narrowed since.",
  },
  find: (audited) =>
    ofDeciding(audited, ({ overrides }, index, above) =>
      overrides
        .filter((_, entry) => isIdle(audited, above, index, entry))
        .map((named) => doubt(audited, above, index, named)),
    ),
};

function isIdle({ table: { rules }, laws }: Audited, above: Above, index: number, entry: number): boolean {
  const rule = rules[index] as Rule;
  const overrides = rule.overrides.filter((_, other) => other !== entry);
  const without = aboveWith(rules, above, index, { ...rule, overrides });
  const concerned = [...rules.keys()].filter((one) => without[one] !== above[one]);
  const below = concerned.filter((one) => one !== index);
  return laws.every((law) =>
    decideTheSame(law, bothApply(law, index, below), concerned, { applies: law.applies, above: without }),
  );
}

/** Where a rule applies, and one of some others as well. */
function bothApply(law: Draft, index: number, others: readonly number[]): Ref {
  return and(law.forest, appliesIn(law, index), or(law.forest, ...others.map((other) => appliesIn(law, other))));
}

function doubt(audited: Audited, above: Above, index: number, named: string): Doubt {
  const { rules } = audited.table;
  const below = named === ALL ? belowOf(above, index) : [rules.findIndex(({ id }) => id === named)];
  const both = (law: Draft): Ref => bothApply(law, index, below);
  const meet = audited.laws.some((law) => both(law) !== end(NO));
  const why = meet
    ? "wherever both apply the same rule decides without it"
    : "nothing that can exist meets both conditions";
  return {
    code: "OT321",
    path: ["rules", index, "overrides", rules[index]?.overrides.indexOf(named) ?? 0],
    part: "value",
    message: `that \`${rules[index]?.id}\` overrides \`${named}\` changes nothing: ${why}`,
    help: `take \`${named}\` out of \`overrides\``,
    extent: firstExtent(audited, both),
  };
}
