import type { Covered, Row } from "../../audit/outline/covered.js";
import type { Outline } from "../../audit/outline/outline.js";
import type { Rule, Table } from "../../table/table.js";
import { VERDICTS } from "../../table/verdict.js";
import { anchorOf, bulleted, type Chapter, type PartLine, told } from "../document.js";
import { firstAnswers, kindAnchor, laterAnswers } from "./kind-words.js";

/** Every kind that the rules tell apart with the verdicts that are possible there, and where the table stops. */
export function coveredChapter({ table, covered }: Outline): Chapter {
  const { rows, always, stops } = covered;
  const firsts = [...new Set(rows.map(({ given }) => firstAnswers(table, given)))];
  const groups = firsts.map((first) => ({
    first,
    rows: rows.filter(({ given }) => firstAnswers(table, given) === first),
  }));
  return {
    anchor: "covered",
    tier: "rules",
    heading: "What is covered",
    intro: told([
      bulleted("In every case", always.map(ruleLine)),
      ...groups.map(({ first, rows }) =>
        bulleted(
          first,
          rows.map((row) => rowLine(table, row, always)),
        ),
      ),
      bulleted("Where the table stops", stops.map(ruleLine)),
    ]),
    entries: [],
  };
}

function rowLine(table: Table, { kind, given, rules }: Row, always: Covered["always"]): PartLine {
  const possible = new Set<string>(rules.filter((rule) => !always.includes(rule)).map(({ verdict }) => verdict));
  const verdicts = Object.entries(VERDICTS).flatMap(([id, { label }]) => (possible.has(id) ? [label] : []));
  const said = verdicts.length === 0 ? "nothing else" : verdicts.join(", ");
  const answers = laterAnswers(table, given);
  return {
    ...(answers === "" ? { text: said } : { text: answers, note: said }),
    ...(kind.rules.length === 0 ? {} : { to: kindAnchor(kind) }),
  };
}

const ruleLine = ({ id, headline, verdict }: Rule): PartLine => ({
  text: headline,
  to: anchorOf("rule", id),
  note: VERDICTS[verdict].label,
});
