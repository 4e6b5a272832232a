import type { Table } from "../../table/table.js";
import type { Columns } from "../read/csv/columns.js";
import type { FieldColumn } from "../read/csv/fields.js";
import { dayNumber } from "./day-number.js";
import { findWord, type Lexicon, newLexicon } from "./lexicon.js";
import { ABSENT, type CaseScanner, UNKNOWN } from "./scan-case.js";

/** A scanner for the rows of a table with these columns, as `newCaseScanner` makes one for lines of JSON. */
export function newRowScanner(
  table: Table,
  factOrder: readonly string[],
  { all }: Columns,
  separator: string,
): CaseScanner {
  const columns = all.map((column) => (column.kind === "field" ? fieldOf(table, factOrder, column) : column));
  const particulars = Object.keys(table.particulars).length;
  const values = new Int16Array(factOrder.length);
  const starts = new Int32Array(particulars);
  const ends = new Int32Array(particulars);
  const days = new Int32Array(particulars);
  const between = separator.charCodeAt(0);
  let view: DataView = new DataView(new ArrayBuffer(0));
  return { values, starts, ends, days, lookahead: LOOKAHEAD, scan };

  function scan(bytes: Uint8Array, start: number): number {
    if (view.buffer !== bytes.buffer) view = new DataView(bytes.buffer, bytes.byteOffset);
    values.fill(ABSENT);
    ends.fill(0);
    days.fill(-1);
    // a row of nothing but blanks is none
    let saysSomething = false;
    for (let [at, index] = [start, 0]; ; at += 1, index += 1) {
      const from = at;
      let byte = bytes[at] as number;
      while (byte !== between && byte !== LINE_END && byte !== RETURN) {
        if (byte === QUOTE) return -1;
        at += 1;
        byte = bytes[at] as number;
      }
      if (at > from && columns[index]?.kind !== "ignored") {
        if (!scanCell(bytes, columns[index], from, at)) return -1;
        saysSomething = true;
      }
      if (byte !== between) return saysSomething ? afterLineEnd(bytes, at) : -1;
    }
  }

  function scanCell(
    bytes: Uint8Array,
    column: (typeof columns)[number] | undefined,
    from: number,
    to: number,
  ): boolean {
    switch (column?.kind) {
      case "fact": {
        const word = findWord(column.words, view, from, to - from);
        if (word < 0) return false;
        values[column.variable] = column.meant[word] as number;
        return true;
      }
      case "title":
        return isPlain(bytes, from, to);
      case "text":
      case "date":
        starts[column.particular] = from;
        ends[column.particular] = to;
        if (column.kind === "text") return isPlain(bytes, from, to);
        days[column.particular] = dayNumber(bytes, from, to);
        return (days[column.particular] as number) >= 0;
      default:
        return false;
    }
  }
}

/** What a column is to a scanner: the others are read in another way wherever they say something. */
type ScannedColumn =
  | { readonly kind: "fact"; readonly variable: number; readonly words: Lexicon; readonly meant: readonly number[] }
  | { readonly kind: "text" | "date"; readonly particular: number }
  | { readonly kind: "title" | "other" };

function fieldOf(
  { facts, particulars }: Table,
  factOrder: readonly string[],
  { path: [section, id = ""], isDate, meaning }: FieldColumn,
): ScannedColumn {
  if (section === "title") return { kind: "title" };
  if (section === "particulars" && particulars[id]?.scope === undefined)
    return { kind: isDate ? "date" : "text", particular: Object.keys(particulars).indexOf(String(id)) };
  const values = section === "facts" ? facts[id]?.values : undefined;
  if (values === undefined) return { kind: "other" };
  const known = [...Object.keys(values).entries(), [UNKNOWN, "unknown"] as const];
  const pairs = known.flatMap(([value, word]) => [...spellings(word)].map((spelt) => ({ spelt, word, value })));
  // what a cell means is told in one place; these are some of the ways to say it
  const sure = pairs.filter(({ spelt, word }) => meaning(spelt, undefined) === word);
  const words = newLexicon(sure.map(({ spelt }) => spelt));
  return { kind: "fact", variable: factOrder.indexOf(String(id)), words, meant: sure.map(({ value }) => value) };
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
