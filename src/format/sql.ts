import type { MarkedLevel, MarkedNode, Operand } from "../audit/outline/marks.js";
import type { SqlFact, SqlTable, SqlVerdict } from "../report/table/sql.js";

/**
 * A table as one SQL expression, worked out from the ends of the diagram to its root.
 *
 * A value that a fact can have is a number whose bits are all set, and any other one is 0; a node joins what it leads
 * to by those values. An unknown fact can have all of its values, so it needs nothing of its own.
 */
export function formatSql(table: SqlTable): string {
  const { heading, notes, facts, levels } = table;
  const comments = [...heading, "", ...caseTable(facts), "", ...notes].map(comment);
  const steps = [given(facts), stated(facts), ...levels.map(level), reached(table)];
  return `${comments.join("\n")}\n\nWITH ${steps.join(",\n")}\n${answer(table)}\n`;
}

/** A table's words cannot end a comment. */
function comment(line: string): string {
  return `-- ${line.replaceAll(/\s/g, " ")}`.trimEnd();
}

/** A table to hold the cases, for those who have none. */
function caseTable(facts: readonly SqlFact[]): string[] {
  const lines = facts.map(({ id, values }, index) => {
    const comma = index + 1 < facts.length ? "," : "";
    return `  ${name(id)} VARCHAR${comma} -- ${values.join(", ")}`;
  });
  return ["CREATE TABLE cases (", "  case_id VARCHAR,", ...lines, ");"];
}

function given(facts: readonly SqlFact[]): string {
  const texts = facts.map(({ id }) => `CAST(cases.${name(id)} AS VARCHAR) AS ${name(id)}`);
  return step("given", ["cases.case_id", ...texts], "cases");
}

function stated(facts: readonly SqlFact[]): string {
  const possible = facts.flatMap(({ id, values, notWeighed }, fact) =>
    values.map((value, index) => `${possibly(id, value, notWeighed)} AS ${valueName(fact, index)}`),
  );
  return fenced("stated", ["case_id", `${refusal(facts)} AS refusal`, ...possible], "given");
}

/** An unknown fact may have any of its values, and a judgement that has not been made has the one that says so. */
function possibly(fact: string, value: string, notWeighed: string | undefined): string {
  if (notWeighed !== undefined && notWeighed !== value)
    return `CASE WHEN ${name(fact)} = ${text(value)} THEN -1 ELSE 0 END`;
  return `CASE WHEN ${name(fact)} IS NULL OR ${name(fact)} IN ('unknown', ${text(value)}) THEN -1 ELSE 0 END`;
}

function refusal(facts: readonly SqlFact[]): string {
  const cases = facts.map(({ id, values, refusal: { before, behind } }) => {
    const known = ["unknown", ...values].map(text).join(", ");
    return `WHEN ${name(id)} NOT IN (${known}) THEN ${text(before)} || ${name(id)} || ${text(behind)}`;
  });
  return `CASE ${cases.join("\n    ")} END`;
}

function level({ fact, nodes }: MarkedLevel, index: number): string {
  return fenced(levelName(index + 1), ["*", ...nodes.map((node) => joined(fact, node))], levelName(index));
}

function joined(fact: number, { node, ways }: MarkedNode): string {
  const parts = ways.map(({ values, to }) => {
    const possible = values.map((value) => valueName(fact, value));
    return `(${possible.length === 1 ? possible[0] : `(${possible.join(" | ")})`} & ${operand(to)})`;
  });
  return `${parts.join(" | ")} AS ${operand({ node })}`;
}

function reached({ root, levels }: SqlTable): string {
  const mark = `CASE WHEN refusal IS NULL THEN ${operand(root)} ELSE 0 END AS mark`;
  return step("reached", ["case_id", "refusal", mark], levelName(levels.length));
}

function answer({ rules, verdicts, undecided, noVerdict }: SqlTable): string {
  const verdictBits = `mark & ${2 ** verdicts.length - 1}`;
  const byVerdict = (none: string, each: (verdict: SqlVerdict) => string): string => {
    const cases = verdicts.map((verdict) => `WHEN ${verdict.mark} THEN ${each(verdict)}`);
    return `CASE ${verdictBits}\n    WHEN 0 THEN ${none}\n    ${cases.join("\n    ")}\n    ELSE ${each(undecided)}\n  END`;
  };
  const rule = rules.map(({ id, mark }) => `WHEN ${mark} THEN ${text(id)}`);
  const columns = [
    "case_id",
    `${byVerdict("NULL", ({ id }) => text(id))} AS verdict`,
    `CASE mark\n    ${rule.join("\n    ")}\n  END AS rule`,
    `${byVerdict(String(noVerdict.exitCode), ({ exitCode }) => String(exitCode))} AS exit_code`,
    `CASE WHEN mark = 0 THEN COALESCE(refusal, ${text(noVerdict.impossible)}) END AS error`,
  ];
  return select(columns, "reached");
}

function step(name: string, columns: readonly string[], from: string): string {
  return `${name} AS (\n${select(columns, from)})`;
}

/**
 * A step that PostgreSQL's planner keeps apart from the next, as it does any query with a WITH of its own. Merged with
 * it, a shared node would be written out wherever it is used. An OFFSET 0 does the same but stops DuckDB's threads.
 */
function fenced(name: string, columns: readonly string[], from: string): string {
  return `${name} AS (\nWITH fence AS (SELECT 1)\n${select(columns, from)})`;
}

function select(columns: readonly string[], from: string): string {
  return `SELECT\n  ${columns.join(",\n  ")}\nFROM ${from}`;
}

function levelName(level: number): string {
  return level === 0 ? "stated" : `level_${level}`;
}

function valueName(fact: number, value: number): string {
  return `f${fact}_${value}`;
}

function operand(to: Operand): string {
  return "mark" in to ? String(to.mark) : `n${to.node}`;
}

function name(id: string): string {
  return `"${id.replaceAll('"', '""')}"`;
}

function text(words: string): string {
  return `'${words.replaceAll("'", "''")}'`;
}
