import type { SqlFact, SqlTable, SqlVerdict } from "../report/table/export/sql.js";
import type { Dialect } from "./sql/dialect.js";
import { DIALECT } from "./sql/dialects.js";
import { factSteps, quoted } from "./sql/facts.js";
import { levelSteps, operand } from "./sql/levels.js";
import { type Step, select } from "./sql/query.js";

/**
 * A table as one SQL expression, worked out from the ends of the diagram to its root.
 *
 * What a fact may be is a number with a bit for each value, and a node joins what it leads to by the values that are
 * possible. An unknown fact can have all of its values, so it needs nothing of its own.
 */
export function formatSql(table: SqlTable): string {
  const { heading, notes, facts } = table;
  const dialect = DIALECT[table.dialect];
  const comments = [...heading, "", ...caseTable(facts, dialect), "", ...notes].map(comment);
  const { steps: levels, wanted } = levelSteps(table, dialect);
  const steps = [...factSteps(facts, wanted, dialect), ...levels, reached(table, dialect)];
  const queries = steps.map(({ name, columns }, index) => {
    const from = steps[index - 1]?.name ?? "cases";
    return `${name} AS (\n${dialect.workedOut(select(columns, from), columns.length)})`;
  });
  return `${comments.join("\n")}\n\nWITH ${queries.join(",\n")}\n${answer(table, dialect)}\n`;
}

/** A table's words cannot end a comment. */
function comment(line: string): string {
  return `-- ${line.replaceAll(/\s/g, " ")}`.trimEnd();
}

/** A table to hold the cases, for those who have none. */
function caseTable(facts: readonly SqlFact[], { name, textType }: Dialect): string[] {
  const lines = facts.map(({ id, values }, index) => {
    const comma = index + 1 < facts.length ? "," : "";
    return `  ${name(id)} ${textType}${comma} -- ${values.join(", ")}`;
  });
  return ["CREATE TABLE cases (", `  case_id ${textType},`, ...lines, ");"];
}

function reached({ root }: SqlTable, dialect: Dialect): Step {
  const mark = `${dialect.onlyIf("why_refused IS NULL", operand(root))} AS mark`;
  return { name: "reached", columns: ["case_id", "why_refused", mark] };
}

function answer({ rules, verdicts, undecided, noVerdict }: SqlTable, dialect: Dialect): string {
  const verdictBits = dialect.bitAnd("mark", 2 ** verdicts.length - 1);
  const byVerdict = (none: string, each: (verdict: SqlVerdict) => string): string => {
    const cases = verdicts.map((verdict) => `WHEN ${verdict.mark} THEN ${each(verdict)}`);
    return `CASE ${verdictBits}\n    WHEN 0 THEN ${none}\n    ${cases.join("\n    ")}\n    ELSE ${each(undecided)}\n  END`;
  };
  const rule = rules.map(({ id, mark }) => `WHEN ${mark} THEN ${quoted(id)}`);
  const columns = [
    "case_id",
    `${byVerdict("NULL", ({ id }) => quoted(id))} AS verdict`,
    `CASE mark\n    ${rule.join("\n    ")}\n  END AS rule`,
    `${byVerdict(String(noVerdict.exitCode), ({ exitCode }) => String(exitCode))} AS exit_code`,
    `CASE WHEN mark = 0 THEN COALESCE(why_refused, ${quoted(noVerdict.impossible)}) END AS error`,
  ];
  return select(columns, "reached");
}
