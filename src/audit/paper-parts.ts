import type { Ref } from "../diagram/graph.js";
import { and } from "../diagram/logic.js";
import type { Path } from "../source/document.js";
import { ALWAYS, type Draft, offeredIn } from "../table/compile.js";
import { paperConditionsOf } from "../table/conditions.js";
import { partsIn } from "../table/parts.js";
import type { Condition, Table } from "../table/table.js";

/** What of a paper depends on the case: the whole, a section or a line of it. */
export interface PaperPart {
  readonly name: string;
  readonly path: Path;
  readonly when: Condition;
  /** Where what it stands in is shown, of what can exist; where it is the whole, the paper itself. */
  readonly within: (law: Draft) => Ref;
}

export function paperPartsOf(table: Table): PaperPart[] {
  const byCondition = paperConditionsOf(table).map(({ paper, path, when, within }) => ({
    name: `${path.length > 3 ? "a part of " : ""}the paper \`${paper}\``,
    path,
    when,
    within: (law: Draft) => and(law.forest, offeredIn(law, paper), ...within.map(law.condition)),
  }));
  const byStep = partsIn(table, "papers").flatMap(({ id, path, value: { discloses, when } }) => {
    if (!discloses || when !== undefined) return [];
    const within = (law: Draft): Ref => offeredIn(law, id);
    return [{ name: `the paper \`${id}\``, path: [...path, "discloses"], when: ALWAYS, within }];
  });
  return [...byCondition, ...byStep];
}
