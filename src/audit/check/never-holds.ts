import { end, NO } from "../../diagram/graph.js";
import { and } from "../../diagram/logic.js";
import type { Path } from "../../source/document.js";
import { partName, partsIn } from "../../table/parts.js";
import type { Condition, InForce, Table } from "../../table/table.js";
import type { Audited } from "../audited.js";
import type { Check } from "../flaw.js";

/** A condition that stands by itself: that of a finding, of a notice, of a form, or for asking a fact. */
export interface Standing extends InForce {
  readonly name: string;
  readonly path: Path;
  readonly when: Condition;
}

/** Findings, notices, forms and questions whose condition is met by nothing that can exist, on any day. */
export const neverHolds: Check = {
  codes: {
    OT325: "The condition of a finding, a notice, a form or a question is met by nothing that can exist, on any day.",
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

export function holdsNever({ laws }: Audited, { when, ...dates }: Standing): boolean {
  return laws.every(
    ({ forest, possible, condition, inForce }) => and(forest, possible, condition(when), inForce(dates)) === end(NO),
  );
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
  ];
}
