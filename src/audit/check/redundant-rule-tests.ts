import { end, NO, type Ref } from "../../diagram/graph.js";
import { and, differ } from "../../diagram/logic.js";
import type { Draft } from "../../table/compile.js";
import type { Condition, Rule } from "../../table/table.js";
import { type Audited, appliesIn, firstExtent } from "../audited.js";
import { outermost, type Part, partName, partsOf } from "../condition-parts.js";
import { belowOf, decideTheSame } from "../decides.js";
import type { Extent } from "../extent.js";
import type { Check, Doubt } from "../flaw.js";
import { decidersOf, ofDeciding } from "./never-decides.js";

/** Parts of rules' conditions without which the same rule would decide every situation, on every day. */
export const redundantRuleTests: Check = {
  codes: {
    OT320:
      "A part of a condition changes nothing: without it every situation would come to the same, on every day. It makes the table longer, and readers look for a reason that is not there. Where two parts do the work of one, either can go, but not both; check again after each change.",
  },
  find: (audited) =>
    ofDeciding(audited, (rule, index, above) => {
      const concerned = [index, ...belowOf(above, index)];
      const changesNothing = ({ rest }: Part): boolean =>
        audited.laws.every((law) => {
          const applies = law.applies.with(index, appliesWith(law, rule, rest));
          return decideTheSame(law, toldApart(law, rule, index, rest), concerned, { applies, above });
        });
      const parts = partsOf(rule.when, ["rules", index, "when"]);
      return outermost(parts, changesNothing).map((part) => doubt(audited, rule, index, part));
    }),
};

/** @param where the condition that it stands in, and why it changes nothing there */
export function redundantPart(part: Part, where: string, extent: Extent | undefined): Doubt {
  return {
    code: "OT320",
    path: part.path,
    part: part.kind === "alternative" ? "value" : "key",
    message: `${partName(part)} changes nothing in ${where}`,
    help: "take it out and check again; where two parts do the work of one, either can go, not both",
    extent,
  };
}

function appliesWith({ forest, possible, condition, inForce }: Draft, rule: Rule, when: Condition): Ref {
  return and(forest, possible, condition(when), inForce(rule));
}

function doubt(audited: Audited, rule: Rule, index: number, part: Part): Doubt {
  const { why, extent } = reason(audited, rule, index, part);
  return redundantPart(part, `\`${rule.id}\`: ${why}`, extent);
}

/** Where a rule applies with a condition or with the rest of it, and not with both. */
function toldApart(law: Draft, rule: Rule, index: number, rest: Condition): Ref {
  return differ(law.forest, appliesIn(law, index), appliesWith(law, rule, rest));
}

/** Either no situation tells the part from nothing, or those that do are decided by another rule in any event. */
function reason(
  audited: Audited,
  rule: Rule,
  index: number,
  { rest }: Part,
): { readonly why: string; readonly extent: Extent | undefined } {
  const told = (law: Draft): Ref => toldApart(law, rule, index, rest);
  const law = audited.eachDay().find((one) => told(one) !== end(NO));
  if (law === undefined) {
    const extent = firstExtent(audited, (one) => appliesWith(one, rule, rest));
    return { why: "whatever can exist and meets the rest of the condition meets it too", extent };
  }
  const deciders = decidersOf(audited.table, law, told(law));
  return { why: `what it tells apart is decided by ${deciders} in any event`, extent: firstExtent(audited, told) };
}
