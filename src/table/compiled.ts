import { packedGraph } from "../diagram/pack.js";
import type { Law, Roots } from "./compile.js";
import type { Table } from "./table.js";

/** A table without a fault, with its law for every day. */
export interface CompiledTable {
  readonly table: Table;
  /** SHA-256 of the file's text, in hexadecimal. */
  readonly digest: string;
  /** The law from each day on until the next one, the earliest first. */
  readonly laws: readonly DatedLaw[];
}

export interface DatedLaw {
  readonly from: string;
  readonly law: Law;
}

/** The law of a day, written YYYY-MM-DD. */
export function lawOn({ laws }: CompiledTable, day: string): Law {
  return (laws.findLast(({ from }) => from <= day) as DatedLaw).law;
}

/** A compiled table as plain JSON. */
export interface StoredTable extends Omit<CompiledTable, "laws"> {
  readonly laws: readonly StoredLaw[];
}

interface StoredLaw {
  readonly from: string;
  readonly factOrder: readonly string[];
  readonly space: readonly number[];
  readonly variable: readonly number[];
  readonly edges: readonly number[];
  readonly roots: Roots;
}

export function store({ laws, ...rest }: CompiledTable): StoredTable {
  const stored = laws.map(({ from, law: { factOrder, graph, roots } }) => ({
    from,
    factOrder,
    space: graph.space,
    variable: [...graph.variable],
    edges: [...graph.edges],
    roots,
  }));
  return { ...rest, laws: stored };
}

export function restore({ laws, ...rest }: StoredTable): CompiledTable {
  const restored = laws.map(({ from, factOrder, space, variable, edges, roots }) => ({
    from,
    law: { factOrder, graph: packedGraph(space, variable, edges), roots },
  }));
  return { ...rest, laws: restored };
}
