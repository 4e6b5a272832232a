import { end, NO, type Ref } from "../../diagram/graph.js";
import { and } from "../../diagram/logic.js";
import type { Path } from "../../source/document.js";
import type { Draft } from "../../table/compile.js";
import { partName, partsIn } from "../../table/parts.js";
import type { Condition, InForce, Table } from "../../table/table.js";
import type { Audited } from "../audited.js";
import type { Check } from "../flaw.js";
import { paperPartsOf } from "../paper-parts.js";

/** A condition that stands by itself: that of a finding, a notice, a form, a paper or a part of one, or for asking a fact. */
export interface Standing extends InForce {
  readonly name: string;
  readonly path: Path;
  readonly when: Condition;
  /** Where it has its say, of what can exist; absent where that is everywhere. */
  readonly within?: (law: Draft) => Ref;
}

/** Findings, notices, forms, papers and questions whose condition is met by nothing that can exist, on any day. */
export const neverHolds: Check = {
  codes: {
    OT325:
      "The condition of a finding, a notice, a form, a question or a paper, or of a part of a paper, is met by nothing that can exist, on any day; of a paper that goes with what is disclosed, by nothing where anything is.",
  },
  find: (audited) =>
    standingConditions(audited.table)
      .filter((standing) => holdsNever(audited, standing))
      .map(({ name, path }) => ({
        code: "OT325",
        path,
        part: "key",
        message: `the condition of ${name} never holds: nothing that can exist meets it`,
        help: "mend it, or take the whole out",
      })),
};

export function holdsNever({ laws }: Audited, { when, within, ...dates }: Standing): boolean {
  return laws.every((law) => {
    const { forest, possible, condition, inForce } = law;
    return and(forest, within?.(law) ?? possible, condition(when), inForce(dates)) === end(NO);
  });
}

export function standingConditions(table: Table): Standing[] {
  return [
    ...Object.entries(table.facts).flatMap(([id, { "asked-when": when }]) =>
      when === undefined ? [] : [{ name: `the question \`${id}\``, path: ["facts", id, "asked-when"], when }],
    ),
    ...partsIn(table, "findings", "notices", "forms").map((part) => {
      const { when, from, to } = part.value;
      return { name: partName(part), path: [...part.path, "when"], when, from, to };
    }),
    ...paperPartsOf(table),
  ];
}
