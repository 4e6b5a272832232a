import type { Fault } from "../fault.js";
import type { Table } from "../table.js";

/** An id that the table gives to something, where it stands. */
export interface PlacedId extends Pick<Fault, "path" | "part"> {
  readonly what: Keyed | Listed | "value";
  readonly id: string;
}

type Keyed = (typeof KEYED)[number];
type Listed = "rule" | "invariant";

const KEYED = ["fact", "particular", "finding", "notice", "step", "deadline", "contact", "source"] as const;

/** Every id of a table, the values of its facts among them. */
export function idsOf(table: Table): PlacedId[] {
  return [
    ...KEYED.flatMap((what) => keys(table, what)),
    ...values(table),
    ...items(table, "rule"),
    ...items(table, "invariant"),
  ];
}

function keys(table: Table, what: Keyed): PlacedId[] {
  const section = `${what}s` as const;
  return Object.keys(table[section]).map((id) => ({ what, id, path: [section, id], part: "key" }));
}

function values({ facts }: Table): PlacedId[] {
  return Object.entries(facts).flatMap(([fact, { values }]) =>
    Object.keys(values).map(
      (id): PlacedId => ({ what: "value", id, path: ["facts", fact, "values", id], part: "key" }),
    ),
  );
}

function items(table: Table, what: Listed): PlacedId[] {
  const section = `${what}s` as const;
  return table[section].map(({ id }, index) => ({ what, id, path: [section, index, "id"], part: "value" }));
}
