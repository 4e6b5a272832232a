import type { Path, SourceDocument } from "../../source/document.js";
import type { Parsed } from "../../source/problem.js";
import type { Fact, Table } from "../../table/table.js";
import { type Known, valuesOf } from "../case.js";
import { knownAs, readKnown } from "../written/choices.js";
import {
  type Fields,
  type FileKind,
  fieldsOf,
  fieldsUnder,
  type Reader,
  readFields,
  textOf,
  unfitForLine,
  unknownFields,
} from "../written/reader.js";
import type { Practice } from "./practice.js";

const FIELDS = ["name", "address", "contacts", "facts"];

/** What stands on one line of a letter. */
export const LONGEST_LINE = 120;

/** A file as a practice for this table, or everything in it that cannot be of a practice. */
export function parsePractice(document: SourceDocument, table: Table): Parsed<Practice> {
  return readFields(document, table, PRACTICE, readPractice);
}

const PRACTICE: FileKind = {
  what: "a practice file",
  example: "name: The Surgery",
  nameless:
    "take it out: a practice file names no patient and no person; a number stands under `contacts:`, by whose it is",
  placeOf: ({ facts, contacts }, key) => {
    if (Object.hasOwn(facts, key)) return "facts stand under `facts:`";
    return Object.hasOwn(contacts, key) ? "numbers stand under `contacts:`" : undefined;
  },
};

function readPractice(reader: Reader, value: unknown): Practice {
  const root = fieldsOf(reader, value, []) ?? {};
  unknownFields(reader, root, [], FIELDS);
  const [name, address] = ["name", "address"].map((field) => readLine(reader, root[field], [field]));
  return {
    ...(name === undefined ? {} : { name }),
    ...(address === undefined ? {} : { address }),
    contacts: readContacts(reader, root),
    facts: readFacts(reader, root),
  };
}

/** One line of text; `undefined` where none is written, or with a problem told. */
function readLine(reader: Reader, written: unknown, path: Path): string | undefined {
  if (written === undefined) return undefined;
  const text = textOf(reader, written, path)?.trim();
  const why = text === undefined ? undefined : unfitForLine(text, LONGEST_LINE);
  if (why === undefined) return text;
  reader.fault("OT205", path, "value", `\`${path.at(-1)}\` ${why}`, "say it in a few words on one line");
  return undefined;
}

function readContacts(reader: Reader, root: Fields): Practice["contacts"] {
  const { contacts } = reader.table;
  const fields = fieldsUnder(reader, root, "contacts", Object.keys(contacts));
  const read = Object.keys(contacts).flatMap((id) => {
    if (!Object.hasOwn(fields, id)) return [];
    if (!contacts[id]?.own) {
      const help = "leave it out: it is looked up anew each time";
      reader.fault("OT210", ["contacts", id], "key", `\`${id}\` is another for each paper`, help);
    }
    const number = readNumber(reader, fields[id], ["contacts", id]);
    return number === undefined ? [] : [[id, number] as const];
  });
  return Object.fromEntries(read);
}

/** What can be called or written to. */
function readNumber(reader: Reader, written: unknown, path: Path): string | undefined {
  const text = readLine(reader, written, path);
  if (text === undefined) return undefined;
  if (NAMES_SOMEBODY.test(text)) {
    const help = "name nobody: who has the office changes, and the file may be seen";
    reader.fault("OT206", path, "value", `\`${path[1]}\` names a person`, help);
  } else if (!/[\d@]/.test(text)) {
    const help = "write a telephone number or an address for e-mail";
    reader.fault("OT205", path, "value", `\`${path[1]}\` has nothing to call or to write to`, help);
  }
  return text;
}

const NAMES_SOMEBODY = /\b(?:dr|mr|mrs|ms|miss|prof|professor|sir|dame)\b\.?\s+\p{Lu}/iu;

function readFacts(reader: Reader, root: Fields): Practice["facts"] {
  const { facts } = reader.table;
  const fields = fieldsUnder(reader, root, "facts", Object.keys(facts));
  const read = Object.entries(facts).flatMap(([id, fact]) => {
    const known = Object.hasOwn(fields, id) ? readAlwaysSo(reader, id, fact, fields[id]) : undefined;
    return known === undefined ? [] : [[id, known] as const];
  });
  return Object.fromEntries(read);
}

/** What is always so, with the values that no practice can rule out. */
function readAlwaysSo(reader: Reader, id: string, fact: Fact, written: unknown): Known | undefined {
  const path = ["facts", id];
  const always = Object.keys(fact["always-so"] ?? {});
  if (always.length === 0) {
    reader.fault("OT210", path, "key", `\`${id}\` depends on the paper, and is not always so`, "state it in the case");
    return undefined;
  }
  const values = Object.keys(fact.values);
  const known = readKnown(reader, written, path, values);
  const stated = known === undefined ? [] : valuesOf(known);
  const named = saysWhatIsNot(written) ? values.filter((value) => !stated.includes(value)) : stated;
  const byPaper = known === undefined ? [] : named.filter((value) => !always.includes(value));
  if (byPaper.length > 0) {
    const message = `\`${id}\`: whether it is \`${byPaper.join(",")}\` depends on the paper`;
    const help = `state that in the case; of every paper can be said ${always.map((one) => `\`${one}\``).join(", ")}`;
    reader.fault("OT210", path, "value", message, help);
  }
  const depends = values.filter((value) => !always.includes(value));
  return stated.length === 0 ? undefined : knownAs(values, [...new Set([...stated, ...depends])]);
}

function saysWhatIsNot(written: unknown): boolean {
  return typeof written === "object" && !Array.isArray(written);
}
