import type { SqlFact } from "../../report/table/export/sql.js";
import type { Dialect } from "./dialect.js";
import type { Step } from "./query.js";

/** The steps that read the facts of a row; the last one has what `wanted` names, and why a row is refused. */
export function factSteps(facts: readonly SqlFact[], wanted: readonly string[], dialect: Dialect): Step[] {
  const texts = facts.map(({ id }) => dialect.name(id));
  const given = texts.map((text) => `${dialect.exactText(`cases.${text}`)} AS ${text}`);
  const possible = facts.flatMap((fact, index) => possibleValues(fact, index, dialect));
  const refusals = facts.map((fact, index) => refusal(fact, index, dialect));
  return [
    { name: "given", columns: ["cases.case_id AS case_id", ...given] },
    { name: "stated", columns: ["case_id", ...texts, ...possible] },
    { name: "checked", columns: ["case_id", `CASE\n    ${refusals.join("\n    ")}\n  END AS why_refused`, ...wanted] },
  ];
}

/**
 * The values that a fact may have, a bit for each: all of them where nothing is known, and none where what is stated
 * is no value of it. A judgement that has not been made has the one that says so.
 */
function possibleValues({ id, values, notWeighed }: SqlFact, fact: number, dialect: Dialect): string[] {
  const text = dialect.name(id);
  const stated = values.map((value, index) => ({ value, ...placeOf(index) }));
  return columnsOf(fact, values).map((column, part) => {
    const here = stated.filter((one) => one.part === part);
    const known = here.map(({ value, bit }) => `WHEN ${text} = '${value}' THEN ${bit}`);
    const unknown = notWeighed === undefined ? ALL : (here.find(({ value }) => value === notWeighed)?.bit ?? 0);
    return `CASE WHEN ${text} IS NULL THEN ${unknown} ${known.join(" ")}
    WHEN LOWER(${text}) IN ('', 'unknown') THEN ${unknown} ELSE 0 END AS ${column}`;
  });
}

function refusal({ id, values, refusal: { before, behind } }: SqlFact, fact: number, dialect: Dialect): string {
  const said = dialect.concatenated([quoted(before), dialect.name(id), quoted(behind)]);
  return `WHEN ${dialect.bitOr(columnsOf(fact, values))} = 0 THEN ${said}`;
}

/** Whether a fact may have one of these values, by their positions. */
export function mayBe(fact: number, values: readonly number[], dialect: Dialect): string {
  const bits = new Map<number, number>();
  for (const { part, bit } of values.map(placeOf)) bits.set(part, (bits.get(part) ?? 0) + bit);
  const tried = [...bits].map(([part, some]) => dialect.bitAnd(columnName(fact, part), some));
  return `${tried.length === 1 ? tried : `(${dialect.bitOr(tried)})`} <> 0`;
}

/** The columns in which these values of a fact are. */
export function columnsIn(fact: number, values: readonly number[]): string[] {
  return [...new Set(values.map((value) => placeOf(value).part))].map((part) => columnName(fact, part));
}

function columnsOf(fact: number, values: readonly string[]): string[] {
  return columnsIn(fact, [...values.keys()]);
}

/** More bits than a number of 32 has without its sign make another column. */
const WIDTH = 31;
const ALL = -1;

function placeOf(value: number): { readonly part: number; readonly bit: number } {
  return { part: Math.floor(value / WIDTH), bit: 2 ** (value % WIDTH) };
}

/** No id of a fact has an underscore in it. */
function columnName(fact: number, part: number): string {
  return `f${fact}_${part}`;
}

export function quoted(words: string): string {
  return `'${words.replaceAll("'", "''")}'`;
}
