import type { Fault } from "../fault.js";
import type { Table } from "../table.js";

/** An id that the table gives to something, where it stands. */
export interface PlacedId extends Pick<Fault, "path" | "part"> {
  readonly what: Keyed | Listed | "value" | "former value";
  readonly id: string;
}

type Keyed = (typeof KEYED)[number];
type Listed = "rule" | "invariant";

const KEYED = [
  "fact",
  "particular",
  "former fact",
  "finding",
  "notice",
  "form",
  "paper",
  "step",
  "deadline",
  "contact",
  "source",
] as const;

/** Every id of a table, the values of its facts among them, and what it had of either before. */
export function idsOf(table: Table): PlacedId[] {
  return [
    ...KEYED.flatMap((what) => keys(table, what)),
    ...values(table),
    ...items(table, "rule"),
    ...items(table, "invariant"),
  ];
}

function keys(table: Table, what: Keyed): PlacedId[] {
  const section = what === "former fact" ? "former-facts" : (`${what}s` as const);
  return Object.keys(table[section]).map((id) => ({ what, id, path: [section, id], part: "key" }));
}

function values({ facts }: Table): PlacedId[] {
  return Object.entries(facts).flatMap(([fact, { values, "former-values": former = {} }]): PlacedId[] => [
    ...Object.keys(values).map((id) => placedValue("value", fact, id)),
    ...Object.keys(former).map((id) => placedValue("former value", fact, id)),
  ]);
}

function placedValue(what: "value" | "former value", fact: string, id: string): PlacedId {
  return { what, id, path: ["facts", fact, what === "value" ? "values" : "former-values", id], part: "key" };
}

function items(table: Table, what: Listed): PlacedId[] {
  const section = `${what}s` as const;
  return table[section].map(({ id }, index) => ({ what, id, path: [section, index, "id"], part: "value" }));
}
