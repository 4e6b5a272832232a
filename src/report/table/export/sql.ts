import { type MarkedLaw, markLaw } from "../../../audit/outline/marks.js";
import { type CompiledTable, lawOn } from "../../../table/compiled.js";
import type { Table } from "../../../table/table.js";
import { VERDICTS, type Verdict } from "../../../table/verdict.js";
import type { DialectName } from "./dialects.js";
import { type AboutSql, SQL_NOTES, sqlHeading } from "./sql-words.js";

/** A table's law on one day, for a database to work out. */
export interface SqlTable extends Pick<MarkedLaw, "levels" | "root" | "rules"> {
  readonly dialect: DialectName;
  /** What is said above the columns that it reads. */
  readonly heading: readonly string[];
  /** What is said below them. */
  readonly notes: readonly string[];
  readonly facts: readonly SqlFact[];
  readonly verdicts: readonly (SqlVerdict & { readonly mark: number })[];
  /** Where several verdicts are possible. */
  readonly undecided: SqlVerdict;
  readonly noVerdict: NoVerdict;
}

export interface SqlFact {
  readonly id: string;
  readonly values: readonly string[];
  /** Of a judgement, the value that it has where none is stated: that it has not been made. */
  readonly notWeighed: string | undefined;
  /** What is said before and behind a value that the fact does not have. */
  readonly refusal: { readonly before: string; readonly behind: string };
}

export interface SqlVerdict {
  readonly id: string;
  readonly exitCode: number;
}

/** What a row comes to that is refused. */
interface NoVerdict {
  readonly exitCode: number;
  /** What is said where the facts cannot all be true. */
  readonly impossible: string;
}

/** The law of a day, written YYYY-MM-DD; a row that is refused comes to the exit code of bad input. */
export function sqlTable(compiled: CompiledTable, about: AboutSql, badInput: number): SqlTable {
  const { table } = compiled;
  const law = lawOn(compiled, about.asOf);
  const { levels, root, rules, verdicts } = markLaw(table, law);
  return {
    dialect: about.dialect,
    heading: sqlHeading(compiled, about),
    notes: SQL_NOTES,
    facts: law.factOrder.map((id) => sqlFact(table, id)),
    levels,
    root,
    rules,
    verdicts: verdicts.map(({ id, mark }) => ({ ...sqlVerdict(id), mark })),
    undecided: sqlVerdict("cannot-say"),
    noVerdict: { exitCode: badInput, impossible: "these facts cannot all be true" },
  };
}

function sqlVerdict(id: Verdict): SqlVerdict {
  return { id, exitCode: VERDICTS[id].exitCode };
}

function sqlFact(table: Table, id: string): SqlFact {
  const { values: words = {}, "not-weighed": notWeighed } = table.facts[id] ?? {};
  const values = Object.keys(words);
  const known = [...values, "unknown"].map((value) => `\`${value}\``).join(", ");
  return { id, values, notWeighed, refusal: { before: `\`${id}\`: \``, behind: `\` is not one of ${known}` } };
}
