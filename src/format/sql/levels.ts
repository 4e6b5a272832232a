import type { MarkedNode, Operand } from "../../audit/outline/marks.js";
import type { SqlTable } from "../../report/table/export/sql.js";
import type { Dialect } from "./dialect.js";
import { columnsIn, mayBe } from "./facts.js";
import type { Step } from "./query.js";

/** Steps, and the columns that the first of them needs. */
interface Steps {
  readonly steps: readonly Step[];
  readonly wanted: readonly string[];
}

/** What a node comes to, as an expression. */
interface Term {
  readonly sql: string;
  /** The columns that stand in it. */
  readonly reads: readonly string[];
  /** How deep it is nested. */
  readonly depth: number;
}

/** A node that has a column of its own. */
interface Column extends Term {
  readonly name: string;
}

/**
 * A step for each level, the deepest first. Each hands on by name what later ones need, and nothing else: databases
 * have a limit to the columns of a query, and whatever is handed on takes time for every row.
 */
export function levelSteps(table: Pick<SqlTable, "levels" | "root">, dialect: Dialect): Steps {
  const columns = columnsByLevel(table, dialect).filter((level) => level.length > 0);
  const end: Steps = { steps: [], wanted: "node" in table.root ? [operand(table.root)] : [] };
  return columns.reduceRight<Steps>(({ steps, wanted }, level, index) => {
    const made = new Map(level.map(({ name, sql }) => [name, `${sql} AS ${name}`]));
    const step = {
      name: `level_${index + 1}`,
      columns: ["case_id", "why_refused", ...wanted.map((name) => made.get(name) ?? name)],
    };
    const handedOn = wanted.filter((name) => !made.has(name));
    return { steps: [step, ...steps], wanted: [...new Set([...handedOn, ...level.flatMap(({ reads }) => reads)])] };
  }, end);
}

/** SQLite's parser takes no more, by some way. */
const DEEPEST = 8;

/** The nodes of each level that several others lead to. One to which a single one leads stands where that needs it. */
function columnsByLevel({ levels, root }: Pick<SqlTable, "levels" | "root">, dialect: Dialect): Column[][] {
  const uses = usesOf([root, ...levels.flatMap(({ nodes }) => nodes.flatMap(({ ways }) => ways.map(({ to }) => to)))]);
  const within = new Map<string, Term>();
  return levels.map(({ fact, nodes }) =>
    nodes.flatMap((node) => {
      const [name, term] = [operand(node), termOf(fact, node, within, dialect)];
      if ((uses.get(name) ?? 0) > 1 || term.depth === DEEPEST || ("node" in root && root.node === node.node))
        return [{ name, ...term }];
      within.set(name, term);
      return [];
    }),
  );
}

function usesOf(operands: readonly Operand[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const name of operands.map(operand)) uses.set(name, (uses.get(name) ?? 0) + 1);
  return uses;
}

/** The marks that its ways lead to, joined over the values that the fact may have. */
function termOf(fact: number, { ways }: MarkedNode, within: ReadonlyMap<string, Term>, dialect: Dialect): Term {
  const parts = ways.map(({ values, to }) => {
    const { sql, reads, depth } = within.get(operand(to)) ?? ofItself(to);
    return {
      sql: dialect.onlyIf(mayBe(fact, values, dialect), depth > 0 ? `(${sql})` : sql),
      reads: [...columnsIn(fact, values), ...reads],
      depth: depth + 1,
    };
  });
  return {
    sql: dialect.bitOr(parts.map(({ sql }) => sql)),
    reads: parts.flatMap(({ reads }) => reads),
    depth: Math.max(...parts.map(({ depth }) => depth)),
  };
}

function ofItself(to: Operand): Term {
  return { sql: operand(to), reads: "node" in to ? [operand(to)] : [], depth: 0 };
}

export function operand(to: Operand): string {
  return "mark" in to ? String(to.mark) : `n${to.node}`;
}
