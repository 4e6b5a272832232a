import { generalRules } from "../../audit/check/general-rules.js";
import { answered, type Given, type Kind } from "../../audit/outline/kinds.js";
import { end, type Ref } from "../../diagram/graph.js";
import { and, ifThenElse } from "../../diagram/logic.js";
import { reachable } from "../../diagram/walk.js";
import { type Draft, IMPOSSIBLE, ruleEnd } from "../../table/compile.js";
import type { Rule, Table } from "../../table/table.js";
import { VERDICTS } from "../../table/verdict.js";
import { anchorOf, bulleted, type Chapter, type PartLine, told } from "./document.js";
import { firstAnswers, kindAnchor, laterAnswers } from "./kind-words.js";

/** Every kind that the rules tell apart with the verdicts that are possible there, and where the table stops. */
export function coveredChapter(table: Table, draft: Draft, kinds: readonly Kind[]): Chapter {
  const rows = kinds
    .filter(({ given }) => given.every(({ values }) => values !== undefined))
    .flatMap((kind) => rowsOf(table, draft, kind));
  const always = table.rules.filter((rule) => rows.length > 1 && rows.every(({ rules }) => rules.includes(rule)));
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
      bulleted("Where the table stops", stops(table).map(ruleLine)),
    ]),
    entries: [],
  };
}

/** The answers of a kind one by one. */
interface Row {
  readonly kind: Kind;
  readonly given: readonly Given[];
  /** Those that decide in some situation with these answers. */
  readonly rules: readonly Rule[];
}

function rowsOf(table: Table, draft: Draft, kind: Kind): Row[] {
  const { fact, values = [] } = kind.given.at(-1) as Given;
  return values.map((value) => {
    const last = { fact, values: [value] };
    const where = and(draft.forest, kind.where, answered(table, draft, last));
    return { kind, given: kind.given.with(-1, last), rules: decidingRules(table, draft, where) };
  });
}

function decidingRules({ rules }: Table, { forest, roots }: Draft, where: Ref): Rule[] {
  const ends = reachable(forest, ifThenElse(forest, where, roots.outcome, end(IMPOSSIBLE)), []);
  return rules.filter((_, index) => ends.has(ruleEnd(index)));
}

function rowLine(table: Table, { kind, given, rules }: Row, always: readonly Rule[]): PartLine {
  const possible = new Set<string>(rules.filter((rule) => !always.includes(rule)).map(({ verdict }) => verdict));
  const verdicts = Object.entries(VERDICTS).flatMap(([id, { label }]) => (possible.has(id) ? [label] : []));
  const said = verdicts.length === 0 ? "nothing else" : verdicts.join(", ");
  const answers = laterAnswers(table, given);
  return {
    ...(answers === "" ? { text: said } : { text: answers, note: said }),
    ...(kind.rules.length === 0 ? {} : { to: kindAnchor(kind) }),
  };
}

/** What is out of the table's scope, and the rules that leave to others what no special rule decides. */
function stops(table: Table): Rule[] {
  const general = generalRules(table);
  return table.rules.filter((rule) => rule.verdict === "out-of-scope" || general.includes(rule));
}

const ruleLine = ({ id, headline, verdict }: Rule): PartLine => ({
  text: headline,
  to: anchorOf("rule", id),
  note: VERDICTS[verdict].label,
});
