import { newValues } from "../../diagram/search/situation-index.js";
import type { Table } from "../../table/table.js";
import type { Columns } from "../read/csv/columns.js";
import type { FieldColumn } from "../read/csv/fields.js";
import { dayNumber } from "./day-number.js";
import { findWord, type Lexicon, newLexicon } from "./lexicon.js";
import { type CaseScanner, startAfresh, UNKNOWN } from "./scan-case.js";

/** A scanner for the rows of a table with these columns, as `newCaseScanner` makes one for lines of JSON. */
export function newRowScanner(
  table: Table,
  factOrder: readonly string[],
  { all }: Columns,
  separator: string,
): CaseScanner {
  const columns = all.map((column) => scannedColumn(table, factOrder, column));
  const particulars = Object.keys(table.particulars).length;
  const values = newValues(factOrder.length);
  const starts = new Int32Array(particulars);
  const ends = new Int32Array(particulars);
  const days = new Int32Array(particulars);
  const between = separator.charCodeAt(0);
  const isSign = Uint8Array.from({ length: 256 }, (_, byte) =>
    Number([between, LINE_END, RETURN, QUOTE].includes(byte)),
  );
  let viewed: Uint8Array = new Uint8Array(0);
  let view = new DataView(viewed.buffer);
  return { values, starts, ends, days, lookahead: LOOKAHEAD, scan };

  function scan(bytes: Uint8Array, start: number): number {
    if (bytes !== viewed) view = new DataView(bytes.buffer);
    viewed = bytes;
    startAfresh(values, ends, days);
    // a row of nothing but blanks is none
    let saysSomething = false;
    let at = start;
    for (let index = 0; ; index += 1) {
      const from = at;
      while (isSign[bytes[at] as number] === 0) at += 1;
      if (at > from) {
        const column = columns[index] ?? SURPLUS;
        if (!scanCell(bytes, column, from, at)) return -1;
        if (column.kind !== "ignored") saysSomething = true;
      }
      if (bytes[at] !== between) return saysSomething ? afterLineEnd(bytes, at) : -1;
      at += 1;
    }
  }

  function scanCell(
    bytes: Uint8Array,
    { kind, place, words, meant }: ScannedColumn,
    from: number,
    to: number,
  ): boolean {
    switch (kind) {
      case "fact": {
        const word = findWord(words, view, from, to - from);
        if (word >= 0) values[place] = meant[word] as number;
        return word >= 0;
      }
      case "title":
        return isPlain(bytes, from, to);
      case "text":
        starts[place] = from;
        ends[place] = to;
        return isPlain(bytes, from, to);
      case "date":
        starts[place] = from;
        ends[place] = to;
        days[place] = dayNumber(bytes, from, to);
        return days[place] !== -1;
      case "ignored":
        return true;
      case "other":
        return false;
    }
  }
}

/** What a column is to a scanner. All have the same fields, which V8 reads several times as fast. */
interface ScannedColumn {
  /** Where `other` says something, the row is read in another way. */
  readonly kind: "fact" | "text" | "date" | "title" | "ignored" | "other";
  /** The number of the variable, or the position of the particular in the table. */
  readonly place: number;
  readonly words: Lexicon;
  /** The value that each word means. */
  readonly meant: readonly number[];
}

const SURPLUS: ScannedColumn = { kind: "other", place: -1, words: newLexicon([]), meant: [] };

function scannedColumn(
  { facts, particulars }: Table,
  factOrder: readonly string[],
  column: Columns["all"][number],
): ScannedColumn {
  if (column.kind !== "field") return { ...SURPLUS, kind: column.kind === "ignored" ? "ignored" : "other" };
  const [section, id = ""] = column.path.map(String);
  if (section === "title") return { ...SURPLUS, kind: "title" };
  if (section === "particulars" && particulars[id]?.scope === undefined)
    return { ...SURPLUS, kind: column.isDate ? "date" : "text", place: Object.keys(particulars).indexOf(id) };
  const values = section === "facts" ? facts[id]?.values : undefined;
  return values === undefined ? SURPLUS : factColumn(column, Object.keys(values), factOrder.indexOf(id));
}

function factColumn({ meaning }: FieldColumn, values: readonly string[], place: number): ScannedColumn {
  const known = [...values.entries(), [UNKNOWN, "unknown"] as const];
  const pairs = known.flatMap(([value, word]) => [...spellings(word)].map((spelt) => ({ spelt, word, value })));
  // what a cell means is told in one place; these are some of the ways to say it
  const sure = pairs.filter(({ spelt, word }) => meaning(spelt, undefined) === word);
  const words = newLexicon(sure.map(({ spelt }) => spelt));
  return { kind: "fact", place, words, meant: sure.map(({ value }) => value) };
}

/** A value as it is commonly written: `court-order`, `court order`, `Court order`, `COURT ORDER`. */
function spellings(word: string): Set<string> {
  const spaced = word.replaceAll("-", " ");
  const truth = word === "yes" ? ["true", "TRUE"] : word === "no" ? ["false", "FALSE"] : [];
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  return new Set([word, spaced, capital(word), capital(spaced), spaced.toUpperCase(), ...truth]);
}

/** Whether a text is plain ASCII that goes into JSON as it stands, without blanks around it. */
function isPlain(bytes: Uint8Array, from: number, to: number): boolean {
  if (bytes[from] === SPACE || bytes[to - 1] === SPACE) return false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte < SPACE || byte === BACKSLASH || byte >= DELETE) return false;
  }
  return true;
}

function afterLineEnd(bytes: Uint8Array, start: number): number {
  const at = bytes[start] === RETURN ? start + 1 : start;
  return bytes[at] === LINE_END ? at + 1 : -1;
}

/** A word is looked at four bytes at a time. */
const LOOKAHEAD = 4;
const [QUOTE, BACKSLASH, SPACE, DELETE, LINE_END, RETURN] = [0x22, 0x5c, 0x20, 0x7f, 0x0a, 0x0d];
