import { addDays } from "../../../calendar/day.js";
import type { CompiledTable } from "../../../table/compiled.js";
import { dateInWords } from "../../words.js";
import { stampOf, stampText } from "../stamp.js";
import { DIALECTS, type DialectName } from "./dialects.js";

/** What something for another program is made of: the name of the table's file, the day whose law it is, and the version of this one. */
export interface AboutTable {
  readonly file: string;
  readonly asOf: string;
  readonly tool: string;
}

/** The same for an expression in SQL, and the database. */
export interface AboutSql extends AboutTable {
  readonly dialect: DialectName;
}

/** Where an expression in SQL comes from, and what it takes: the columns are to be shown after this. */
export function sqlHeading(compiled: CompiledTable, about: AboutSql): string[] {
  return [
    ...tableHeading(compiled, about, `as one SQL expression for ${DIALECTS[about.dialect]}`),
    "",
    "It reads a relation `cases`: a column `case_id` of any type, which is handed through, and one for each fact.",
    "A fact that is null, blank or 'unknown' may have any of its values, and a judgement has the one that it was not made.",
    "Nothing is taken for granted, as with --no-presumptions.",
  ];
}

/** Which table, of which day's law, something was made of, and into what. */
export function tableHeading(
  { table, digest, laws }: CompiledTable,
  { file, asOf, tool }: AboutTable,
  into: string,
): string[] {
  const { jurisdiction, disclaimer } = table.table;
  return [
    `Rule table ${stampText(stampOf(file, table, digest))}, ${into}.`,
    `${jurisdiction}. Digest: SHA-256 ${digest}. Made by order-triage ${tool}.`,
    `Law of ${dateInWords(asOf)}, ${spanInWords(laws, asOf)}.`,
    disclaimer,
  ];
}

export const SQL_NOTES: readonly string[] = [
  "It gives a row for each row: `case_id`, `verdict`, `rule` (null while several rules are possible), `exit_code`,",
  "and `error`: why there is no verdict, else null. Notices, steps and deadlines are told by `order-triage assess`.",
  "",
  "Put `CREATE VIEW assessed AS` in front of it, or brackets around it and `FROM` in front of them.",
];

/** For how long the law of a day has been the same, and will be. */
function spanInWords(laws: CompiledTable["laws"], asOf: string): string {
  const now = laws.findLastIndex(({ from }) => from <= asOf);
  const since = now > 0 ? [`since ${dateInWords(laws[now]?.from ?? asOf)}`] : [];
  const until = laws.slice(now + 1, now + 2).map(({ from }) => `until ${dateInWords(addDays(from, -1))}`);
  return laws.length === 1 ? "and of every other day" : `the same ${[...since, ...until].join(" ")}`;
}
