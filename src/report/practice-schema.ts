import type { Table } from "../table/table.js";
import { LONGEST_LINE } from "../triage/practice/parse-practice.js";
import { factSchema, type JsonSchema, section, text } from "./case-schema.js";

/** What a practice file for this table may look like, in the draft that editors of YAML know. */
export function practiceSchema(table: Table): JsonSchema {
  const { id, edition, jurisdiction } = table.table;
  const contacts = Object.fromEntries(Object.entries(table.contacts).filter(([, { own }]) => own));
  const facts = Object.fromEntries(
    Object.entries(table.facts).flatMap(([fact, one]) =>
      one["always-so"] === undefined ? [] : [[fact, { ...one, values: one["always-so"] }]],
    ),
  );
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "order-triage practice",
    description: `A practice, for the rules ${id} ${edition} (${jurisdiction}). It names no patient and no person.`,
    type: "object",
    properties: {
      name: line("What the practice is called.", WORD),
      address: line("Its address, on one line.", WORD),
      contacts: section("The practice's own numbers or addresses for e-mail.", contacts, ({ name }) =>
        line(name, CALLABLE),
      ),
      facts: section("What is so of every paper that the practice gets.", facts, factSchema),
    },
    additionalProperties: false,
  };
}

const ONE_LINE = "[^\\p{Cc}\\u2028\\u2029]*";
const WORD = `^${ONE_LINE}[\\p{L}\\p{N}]${ONE_LINE}$`;
const CALLABLE = `^${ONE_LINE}[\\d@]${ONE_LINE}$`;

function line(description: string, pattern: string): JsonSchema {
  return { ...text(description), maxLength: LONGEST_LINE, pattern };
}
