import type { Path } from "../source/document.js";
import type { Table } from "./table.js";

/** The sections of a table, in the order of the file. */
export const SECTIONS = [
  "table",
  "verdicts",
  "facts",
  "former-facts",
  "particulars",
  "findings",
  "impossible",
  "rules",
  "notices",
  "forms",
  "papers",
  "steps",
  "deadlines",
  "contacts",
  "sources",
  "invariants",
] as const satisfies readonly (keyof Table)[];
export type Section = (typeof SECTIONS)[number];

/** Something that stands in a section of a table. */
export interface Part<Name extends Section = Section> {
  readonly section: Name;
  /** What is impossible has no id: the reason for it stands in. */
  readonly id: string;
  readonly path: Path;
  readonly value: Valued<Name>;
}

type Valued<Name extends Section> = Name extends "table"
  ? Table["table"]
  : Table[Name] extends readonly (infer Item)[]
    ? Item
    : Exclude<Table[Name][keyof Table[Name]], undefined>;

/** Everything that stands in some sections, in that order. */
export function partsIn<Name extends Section>(table: Table, ...sections: readonly Name[]): Part<Name>[] {
  return sections.flatMap((section) =>
    partsOf(table, section).map((part) => ({ ...part, section, value: part.value as Valued<Name> })),
  );
}

/** `the rule `a``, as messages call a part. */
export function partName({ section, id }: Pick<Part, "section" | "id">): string {
  return `the ${section.replace("-", " ").slice(0, -1)} \`${id}\``;
}

function partsOf(table: Table, section: Section): { id: string; path: Path; value: object }[] {
  switch (section) {
    case "table":
      return [{ id: "table", path: ["table"], value: table.table }];
    case "impossible":
      return table.impossible.map((value, index) => ({ id: value.because, path: [section, index], value }));
    case "rules":
    case "invariants":
      return table[section].map((value, index) => ({ id: value.id, path: [section, index], value }));
    default:
      return Object.entries(table[section]).map(([id, value]) => ({ id, path: [section, id], value }));
  }
}
