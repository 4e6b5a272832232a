import { formerFact, formerValue } from "../../table/former.js";
import { bulleted, type Part, type PartLine, told } from "../document.js";
import type { Comparison } from "./comparison.js";
import { partTitle } from "./fields.js";

/** Ids that the new table does not have, and what whoever still writes one of them is told. */
export function goneParts({ new: next, difference }: Comparison): Part[] {
  const { parts, space } = difference;
  const { removed, renames } = space;
  const values = [...removed.values, ...renames.values.map(({ fact, from }) => ({ fact, value: from }))];
  const others = parts.filter(({ section, change }) => change === "removed" && !APART.includes(section));
  return told([
    bulleted(
      "Facts",
      [...removed.facts, ...renames.facts.map(({ from }) => from)].map((id) => line(id, formerFact(next.table, id))),
    ),
    bulleted(
      "Values",
      values.map(({ fact, value }) => line(`${value} of ${fact}`, formerValue(next.table, fact, value))),
    ),
    bulleted("Others", others.map(partTitle)),
  ]);
}

/** Facts are told by themselves, and what is impossible goes by no id. */
const APART: readonly string[] = ["facts", "impossible"];

function line(text: string, former: { readonly help?: string } | undefined): PartLine {
  if (former === undefined) return { text, caution: "nothing says what to write instead" };
  return { text, ...(former.help === undefined ? {} : { note: former.help }) };
}
