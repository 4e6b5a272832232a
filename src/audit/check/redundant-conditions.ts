import { count } from "../../diagram/count.js";
import type { Ref } from "../../diagram/graph.js";
import { and, not, or } from "../../diagram/logic.js";
import { type Draft, draftLaw } from "../../table/compile.js";
import type { Condition, Table } from "../../table/table.js";
import { type Audited, firstExtent } from "../audited.js";
import { outermost, type Part, partsOf } from "../condition-parts.js";
import type { Check, Doubt } from "../flaw.js";
import { holdsNever, type Standing, standingConditions } from "./never-holds.js";
import { redundantPart, redundantRuleTests } from "./redundant-rule-tests.js";

/** Parts of all other conditions without which they would hold in the same situations that can exist, on every day. */
export const redundantConditions: Check = {
  codes: redundantRuleTests.codes,
  find: (audited) => {
    const standing = standingConditions(audited.table).filter((one) => !holdsNever(audited, one));
    return [
      ...standing.flatMap((one) => redundantIn(audited, one, (part) => holdsTheSame(audited, one, part.rest))),
      ...audited.table.impossible.flatMap(({ when }, index) => {
        const entry = { name: "what is impossible here", path: ["impossible", index, "when"], when };
        return redundantIn(audited, entry, ({ rest }) => excludesTheSame(audited, index, rest));
      }),
    ];
  },
};

function redundantIn(
  audited: Audited,
  { name, path, when }: Standing,
  changesNothing: (part: Part) => boolean,
): Doubt[] {
  const isOfImpossible = path[0] === "impossible";
  return outermost(partsOf(when, path), changesNothing).map((part) => {
    const extent = firstExtent(audited, ({ forest, possible, condition }) =>
      isOfImpossible ? condition(part.rest) : and(forest, possible, condition(part.rest)),
    );
    return redundantPart(part, `${name}: whatever can exist and meets the rest meets it too`, extent);
  });
}

function holdsTheSame(audited: Audited, { when, path, ...dates }: Standing, rest: Condition): boolean {
  const same = audited.laws.every(({ forest, possible, condition, inForce }) => {
    const holds = (one: Condition): Ref => and(forest, possible, condition(one), inForce(dates));
    return holds(when) === holds(rest);
  });
  return same && (path[0] !== "findings" || leavesAsMuchPossible(audited, String(path[1]), rest));
}

/** What is impossible may itself rest on the finding, and then a change of the finding could let situations in. */
function leavesAsMuchPossible({ table, eachDay }: Audited, id: string, rest: Condition): boolean {
  const finding = table.findings[id] as Table["findings"][string];
  const changed = { ...table, findings: { ...table.findings, [id]: { ...finding, when: rest } } };
  const possibleIn = ({ forest, possible }: Draft): bigint => count(forest, possible);
  return eachDay().every((law) => possibleIn(draftLaw(changed, ...law.days)) === possibleIn(law));
}

function excludesTheSame({ table, laws }: Audited, index: number, rest: Condition): boolean {
  return laws.every(({ forest, possible, condition }) => {
    const excluded = table.impossible.map(({ when }, other) => condition(other === index ? rest : when));
    return not(forest, or(forest, ...excluded)) === possible;
  });
}
