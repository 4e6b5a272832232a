import { end, isEnd, type Ref, terminalOf } from "../../diagram/graph.js";
import { levelsUp } from "../../diagram/levels.js";
import { IMPOSSIBLE, type Law, ruleIndex } from "../../table/compile.js";
import { type CompiledTable, lawOn } from "../../table/compiled.js";
import type { Table } from "../../table/table.js";
import { VERDICTS } from "../../table/verdict.js";
import { type AboutSql, SQL_NOTES, sqlHeading } from "./sql-words.js";

/**
 * A table's law on one day, for a database to work out.
 *
 * Every rule has a mark, a number. The marks of all the rules that a situation can still lead to are joined bit by
 * bit, and the answer is read off what that comes to: a rule's own mark where no other rule was joined to it, and in
 * its lowest bits the verdicts that are possible. Nothing was joined where the situation is impossible.
 */
export interface SqlTable {
  /** What is said above the columns that it reads. */
  readonly heading: readonly string[];
  /** What is said below them. */
  readonly notes: readonly string[];
  readonly facts: readonly SqlFact[];
  /** The deepest level of the diagram first. */
  readonly levels: readonly SqlLevel[];
  readonly root: Operand;
  readonly rules: readonly Marked[];
  readonly verdicts: readonly (SqlVerdict & Marked)[];
  /** Where several verdicts are possible. */
  readonly undecided: SqlVerdict;
  readonly noVerdict: NoVerdict;
}

export interface SqlFact {
  readonly id: string;
  readonly values: readonly string[];
  /** What is said before and behind a value that the fact does not have. */
  readonly refusal: { readonly before: string; readonly behind: string };
}

/** The nodes that test a fact, by its position among the facts. */
export interface SqlLevel {
  readonly fact: number;
  readonly nodes: readonly SqlNode[];
}

export interface SqlNode {
  readonly node: number;
  /** Where some values of the fact lead, by their positions. */
  readonly ways: readonly { readonly values: readonly number[]; readonly to: Operand }[];
}

/** What a node of an earlier level comes to, or the mark at an end. */
export type Operand = { readonly node: number } | { readonly mark: number };

interface Marked {
  readonly id: string;
  readonly mark: number;
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
  const { asOf } = about;
  const law = lawOn(compiled, asOf);
  const marks = marksOf(table);
  const operand = (ref: Ref): Operand => (isEnd(ref) ? { mark: markAt(marks, terminalOf(ref)) } : { node: ref });
  return {
    heading: sqlHeading(compiled, about),
    notes: SQL_NOTES,
    facts: law.factOrder.map((id) => sqlFact(table, id)),
    levels: sqlLevels(law, operand),
    root: operand(law.roots.outcome),
    rules: table.rules.map(({ id }, index) => ({ id, mark: marks.rules[index] as number })),
    verdicts: marks.verdicts.map((id, bit) => ({ id, mark: 2 ** bit, exitCode: VERDICTS[id].exitCode })),
    undecided: { id: "cannot-say", exitCode: VERDICTS["cannot-say"].exitCode },
    noVerdict: { exitCode: badInput, impossible: "these facts cannot all be true" },
  };
}

function sqlFact(table: Table, id: string): SqlFact {
  const values = Object.keys(table.facts[id]?.values ?? {});
  const known = [...values, "unknown"].map((value) => `\`${value}\``).join(", ");
  return { id, values, refusal: { before: `\`${id}\`: \``, behind: `\` is not one of ${known}` } };
}

function sqlLevels({ graph, roots }: Law, operand: (ref: Ref) => Operand): SqlLevel[] {
  return levelsUp(graph, roots.outcome).map(({ variable, forks }) => ({
    fact: variable,
    nodes: forks.map(({ node, ways }) => ({
      node,
      ways: ways.filter(({ to }) => to !== end(IMPOSSIBLE)).map(({ values, to }) => ({ values, to: operand(to) })),
    })),
  }));
}

interface Marks {
  readonly rules: readonly number[];
  /** By their bits. */
  readonly verdicts: readonly Table["rules"][number]["verdict"][];
}

/**
 * A bit for the verdict; then the rule's number, and above it the same with every bit turned over: of any two numbers
 * joined, some bit is set in both.
 */
function marksOf({ rules }: Table): Marks {
  const verdicts = [...new Set(rules.map(({ verdict }) => verdict))];
  const width = Math.ceil(Math.log2(rules.length));
  const marks = rules.map(({ verdict }, index) => {
    const turned = 2 ** width - 1 - index;
    return 2 ** verdicts.indexOf(verdict) + 2 ** verdicts.length * (index + 2 ** width * turned);
  });
  return { rules: marks, verdicts };
}

function markAt({ rules }: Marks, terminal: number): number {
  return terminal === IMPOSSIBLE ? 0 : (rules[ruleIndex(terminal)] as number);
}
