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

/** A law that is made when somebody first asks for it. */
export function datedLaw(from: string, make: () => Law): DatedLaw {
  let law: Law | undefined;
  return {
    from,
    get law(): Law {
      law ??= make();
      return law;
    },
  };
}

/** The law of a day, written YYYY-MM-DD. */
export function lawOn({ laws }: CompiledTable, day: string): Law {
  return (laws.findLast(({ from }) => from <= day) as DatedLaw).law;
}

/** A compiled table as plain JSON, and apart from it the text of each law, since a run needs one of them. */
export interface Stored {
  readonly table: StoredTable;
  readonly laws: readonly string[];
}

/** A compiled table as plain JSON, without its laws. */
export interface StoredTable extends Omit<CompiledTable, "laws"> {
  /** The day from which each law is in force. */
  readonly laws: readonly string[];
}

interface StoredLaw {
  readonly factOrder: readonly string[];
  readonly space: readonly number[];
  readonly variable: readonly number[];
  readonly edges: readonly number[];
  readonly roots: Roots;
}

export function store({ laws, ...rest }: CompiledTable): Stored {
  return {
    table: { ...rest, laws: laws.map(({ from }) => from) },
    laws: laws.map(({ law }) => JSON.stringify(storedLaw(law))),
  };
}

function storedLaw({ factOrder, graph, roots }: Law): StoredLaw {
  return { factOrder, space: graph.space, variable: [...graph.variable], edges: [...graph.edges], roots };
}

/** The table again. A law, told by its position, is made when somebody first asks for it. */
export function restore({ table, digest, laws }: StoredTable, lawAt: (position: number) => Law): CompiledTable {
  return { table, digest, laws: laws.map((from, position) => datedLaw(from, () => lawAt(position))) };
}

/** A law of its text, as `store` has it. */
export function lawOfText(text: string): Law {
  const { factOrder, space, variable, edges, roots }: StoredLaw = JSON.parse(text);
  return { factOrder, graph: packedGraph(space, variable, edges), roots };
}
