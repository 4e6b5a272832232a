import type { Knowledge } from "../../diagram/graph.js";
import { newValues } from "../../diagram/search/situation-index.js";
import type { Table } from "../../table/table.js";
import { plainText } from "./bytes.js";
import { dayNumber } from "./day-number.js";
import { newHalfKnownReader } from "./half-known.js";
import { findHashed, findWord, firstBytes, HASH_START, hashPart, newLexicon } from "./lexicon.js";

/** A value that nobody stated, and one that somebody said nobody knows. */
const ABSENT = -1;
export const UNKNOWN = -2;

/** Reads cases of a plain shape from the bytes of a line, without making texts or objects of them. */
export interface CaseScanner {
  /** The value of each variable in the case that was scanned last; below zero where it is unknown. */
  readonly values: Int16Array;
  /** Where the text of each particular stands, by its position in the table; an end of 0 where there is none. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The number of each particular that is a date; -1 where there is none. */
  readonly days: Int32Array;
  /** How many bytes behind the end of a line it may look at. */
  readonly lookahead: number;
  /**
   * Scans the line that begins here. A line end must follow, and `lookahead` more bytes, all within the same buffer.
   *
   * @returns where the next line begins, or -1 where the line is anything but a faultless case of plain shape:
   *   whoever finds out what it is must read it in another way
   */
  scan(bytes: Uint8Array, start: number): number;
}

/**
 * A scanner for the cases of a table, whose facts stand for variables in this order.
 *
 * @param codeOf what stands among the values for one that is half known
 */
export function newCaseScanner(
  table: Table,
  factOrder: readonly string[],
  codeOf: (known: Knowledge[number]) => number,
): CaseScanner {
  const readHalfKnown = newHalfKnownReader(table, factOrder, codeOf, UNKNOWN);
  const pairs = pairsOf(table, factOrder);
  const facts = newLexicon(pairs.map(({ text }) => text));
  const variables = Int16Array.from(pairs, ({ variable }) => variable);
  const meant = Int16Array.from(pairs, ({ value }) => value);
  const particulars = newLexicon(Object.keys(table.particulars).map((id) => JSON.stringify(id)));
  // what has more to it than a day or a text is read in another way
  const isScope = Object.values(table.particulars).map(({ scope }) => scope !== undefined);
  const isDate = Object.values(table.particulars).map(({ kind }) => kind === "date");
  const sections = newLexicon(['"facts"', '"particulars"', '"title"']);
  const values = newValues(factOrder.length);
  const starts = new Int32Array(isDate.length);
  const ends = new Int32Array(isDate.length);
  const days = new Int32Array(isDate.length);
  let viewed: Uint8Array = new Uint8Array(0);
  let view = new DataView(viewed.buffer);
  // four bytes at a time are read until they are too many for a fact, and then four more
  return { values, starts, ends, days, lookahead: facts.longest + 8, scan };

  function scan(bytes: Uint8Array, start: number): number {
    if (bytes !== viewed) view = new DataView(bytes.buffer);
    viewed = bytes;
    startAfresh(values, ends, days);
    if (bytes[start] !== BRACE) return -1;
    let at = start + 1;
    let seen = 0;
    for (;;) {
      const colon = endOfText(bytes, at);
      if (colon < 0) return -1;
      const section = findWord(sections, view, at, colon - at);
      if (section < 0 || bytes[colon] !== COLON || (seen & (1 << section)) !== 0) return -1;
      seen |= 1 << section;
      at = afterSpace(bytes, colon + 1);
      at = section === 0 ? scanFacts(bytes, at) : section === 1 ? scanParticulars(bytes, at) : scanText(bytes, at);
      if (at < 0) return -1;
      if (bytes[at] !== COMMA) return bytes[at] === END_BRACE ? afterLineEnd(bytes, at + 1) : -1;
      at = afterSpace(bytes, at + 1);
    }
  }

  function scanFacts(bytes: Uint8Array, start: number): number {
    if (bytes[start] !== BRACE) return -1;
    return bytes[start + 1] === END_BRACE ? start + 2 : scanFactsFrom(bytes, start + 1);
  }

  /** A fact with its value is one word: none of those that are known has a comma or a brace in it. */
  function scanFactsFrom(bytes: Uint8Array, start: number): number {
    let at = start;
    for (;;) {
      let end = at;
      let hash = HASH_START;
      let part = view.getInt32(end, true);
      let found = findEither(part);
      while (found === 0 && end - at <= facts.longest) {
        hash = hashPart(hash, part);
        end += 4;
        part = view.getInt32(end, true);
        found = findEither(part);
      }
      const rest = (31 - Math.clz32(found & -found)) >> 3;
      if (rest > 0) hash = hashPart(hash, firstBytes(part, rest));
      end += rest;
      const pair = found === 0 ? -1 : findHashed(facts, view, at, end - at, hash);
      // what is seldom met leaves the loop, which takes a tenth longer where it comes back
      if (pair < 0) return scanHalfKnownFrom(bytes, at);
      const variable = variables[pair] as number;
      if (values[variable] !== ABSENT) return -1;
      values[variable] = meant[pair] as number;
      if (bytes[end] === END_BRACE) return end + 1;
      at = afterSpace(bytes, end + 1);
    }
  }

  /** The same from a fact on with several of its values. */
  function scanHalfKnownFrom(bytes: Uint8Array, start: number): number {
    const end = endOfHalfKnown(bytes, start);
    if (end < 0) return -1;
    const half = readHalfKnown(plainText(bytes, start, end));
    if (half === undefined || values[half.variable] !== ABSENT) return -1;
    values[half.variable] = half.code;
    if (bytes[end] === END_BRACE) return end + 1;
    return bytes[end] === COMMA ? scanFactsFrom(bytes, afterSpace(bytes, end + 1)) : -1;
  }

  function scanParticulars(bytes: Uint8Array, start: number): number {
    if (bytes[start] !== BRACE) return -1;
    let at = start + 1;
    if (bytes[at] === END_BRACE) return at + 1;
    for (;;) {
      const colon = endOfText(bytes, at);
      if (colon < 0) return -1;
      const particular = findWord(particulars, view, at, colon - at);
      if (particular < 0 || isScope[particular] || bytes[colon] !== COLON || ends[particular] !== 0) return -1;
      const text = afterSpace(bytes, colon + 1);
      at = scanText(bytes, text);
      if (at < 0) return -1;
      starts[particular] = text + 1;
      ends[particular] = at - 1;
      if (isDate[particular]) {
        const day = dayNumber(bytes, text + 1, at - 1);
        if (day < 0) return -1;
        days[particular] = day;
      }
      if (bytes[at] === END_BRACE) return at + 1;
      if (bytes[at] !== COMMA) return -1;
      at = afterSpace(bytes, at + 1);
    }
  }
}

/** Forgets the case that was scanned last. To fill so little by `fill` takes longer than to scan it. */
export function startAfresh(values: Int16Array, ends: Int32Array, days: Int32Array): void {
  for (let variable = 0; variable < values.length; variable++) values[variable] = ABSENT;
  for (let particular = 0; particular < ends.length; particular++) {
    ends[particular] = 0;
    days[particular] = -1;
  }
}

const [BRACE, END_BRACE, COMMA, COLON, QUOTE, BACKSLASH, SPACE] = [0x7b, 0x7d, 0x2c, 0x3a, 0x22, 0x5c, 0x20];
/** A closing bracket or brace comes two behind its opening one. */
const BRACKET = 0x5b;
/** More than this is seldom said of a fact that is half known. */
const LONGEST = 400;
const [LINE_END, CARRIAGE_RETURN, DELETE] = [0x0a, 0x0d, 0x7f];

interface Pair {
  readonly text: string;
  readonly variable: number;
  readonly value: number;
}

/** Every way in which a fact is commonly written with one of its values. */
function pairsOf(table: Table, factOrder: readonly string[]): Pair[] {
  return factOrder.flatMap((id, variable) => {
    const values = Object.keys(table.facts[id]?.values ?? {});
    const known = [...values.entries(), [UNKNOWN, "unknown"] as const];
    return known.flatMap(([value, word]) => spellings(word).flatMap((spelt) => pair(id, spelt, variable, value)));
  });
}

/** JSON has truth values, which are read as `yes` and `no`. */
function spellings(word: string): string[] {
  const truth = word === "yes" ? ["true"] : word === "no" ? ["false"] : [];
  return [JSON.stringify(word), ...truth];
}

function pair(id: string, spelt: string, variable: number, value: number): Pair[] {
  return [":", ": "].map((colon) => ({ text: `${JSON.stringify(id)}${colon}${spelt}`, variable, value }));
}

/** Past the end of a text in plain ASCII that is not blank, or -1. */
function scanText(bytes: Uint8Array, start: number): number {
  return bytes[start + 1] === SPACE ? -1 : endOfText(bytes, start);
}

function endOfText(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== QUOTE || bytes[start + 1] === QUOTE) return -1;
  let at = start + 1;
  for (let byte = bytes[at] as number; byte !== QUOTE; byte = bytes[at] as number) {
    if (byte < SPACE || byte === BACKSLASH || byte >= DELETE) return -1;
    at += 1;
  }
  return at + 1;
}

/** Past the end of a fact with several of its values, or -1. */
function endOfHalfKnown(bytes: Uint8Array, start: number): number {
  const colon = endOfText(bytes, start);
  if (colon < 0 || bytes[colon] !== COLON) return -1;
  const opening = bytes[afterSpace(bytes, colon + 1)];
  if (opening !== BRACKET && opening !== BRACE) return -1;
  let at = colon + 1;
  for (let byte = bytes[at] as number; byte !== opening + 2; byte = bytes[at] as number) {
    if (byte < SPACE || byte >= DELETE || at - start > LONGEST) return -1;
    at += 1;
  }
  return at + 1;
}

/** Marks the commas and closing braces among four bytes; sure only of the first. (Hacker's Delight, 6-1) */
function findEither(part: number): number {
  const comma = part ^ 0x2c2c2c2c;
  const brace = part ^ 0x7d7d7d7d;
  return (((comma - 0x01010101) & ~comma) | ((brace - 0x01010101) & ~brace)) & 0x80808080;
}

function afterSpace(bytes: Uint8Array, at: number): number {
  return bytes[at] === SPACE ? at + 1 : at;
}

function afterLineEnd(bytes: Uint8Array, start: number): number {
  const at = bytes[start] === CARRIAGE_RETURN ? start + 1 : start;
  return bytes[at] === LINE_END ? at + 1 : -1;
}
