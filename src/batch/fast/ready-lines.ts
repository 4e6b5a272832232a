import { jsonLine } from "../../report/json-line.js";
import { type CompiledTable, lawOn } from "../../table/compiled.js";
import type { Table } from "../../table/table.js";
import type { Verdict } from "../../table/verdict.js";
import { newBriefing } from "../../triage/brief/brief.js";
import type { Terms } from "../../triage/decide.js";
import { MOST } from "../read/line-records.js";
import { encode, put, putNumber, putPart } from "./bytes.js";
import { type DueNumber, newDueNumber } from "./due-number.js";
import type { OutBuffer } from "./out-buffer.js";
import { newReadyAnswer, putAnswer, type ReadyAnswer, VERDICT_LIST } from "./ready-answer.js";
import { type CaseScanner, newCaseScanner } from "./scan-case.js";

/** Answers lines from bytes to bytes, for as long as there is nothing unusual about them. */
export interface ReadyLines {
  /** Says which file the next lines come from. */
  begin(file: string): void;
  /**
   * Answers line after line from `start` on, the first of which has this number, up to one that is unusual or not
   * whole, or that the buffer has no room for.
   *
   * @param scanner reads the lines; absent where they are lines of JSON
   * @returns how many were answered; `next` is where the first one begins that was not
   */
  answer(bytes: Uint8Array, start: number, end: number, number: number, scanner?: CaseScanner): number;
  next: number;
  /** How many bytes behind `end` it may look at. */
  readonly lookahead: number;
}

/** Counts in `counts` how many cases come to each verdict. */
export function newReadyLines(
  compiled: CompiledTable,
  { asOf, presume }: Terms,
  out: OutBuffer,
  counts: Map<Verdict, number>,
): ReadyLines {
  const { table } = compiled;
  const dueNumber = newDueNumbers(table);
  const briefing = newBriefing(compiled, asOf, presume, (brief) => newReadyAnswer(table, brief, dueNumber));
  const lines = newCaseScanner(table, lawOn(compiled, asOf).factOrder, briefing.codeOf);
  const reference = Object.keys(table.particulars).indexOf("reference");
  const tally = new Int32Array(VERDICT_LIST.length);
  let place = encode("");
  let line = 0;
  const ready: ReadyLines = { begin, answer, next: 0, lookahead: lines.lookahead };
  return ready;

  function begin(file: string): void {
    place = encode(jsonLine({ at: `${file}:` }).slice(0, -'"}\n'.length));
  }

  function answer(bytes: Uint8Array, start: number, end: number, number: number, scanner = lines): number {
    line = number;
    ready.next = answerLines(bytes, start, end, scanner);
    addTally();
    return line - number;
  }

  /** All that is done again and again; returns where the first line begins that was not answered. */
  function answerLines(bytes: Uint8Array, start: number, end: number, scanner: CaseScanner): number {
    for (let at = start; ; line += 1) {
      const next = scanner.scan(bytes, at);
      // the line end does not count
      if (next < 0 || next > end || next - at > MOST + 1) return at;
      const known = briefing.brief(scanner.values);
      if (known === undefined || !putLine(known, scanner, bytes, next - at)) return at;
      tally[known.verdict] = (tally[known.verdict] as number) + 1;
      at = next;
    }
  }

  /** A map is too slow to be counted in for every line. */
  function addTally(): void {
    for (const [number, verdict] of VERDICT_LIST.entries()) {
      const count = tally[number] as number;
      if (count > 0) counts.set(verdict, (counts.get(verdict) ?? 0) + count);
    }
    tally.fill(0);
  }

  function putLine(known: ReadyAnswer, scanner: CaseScanner, bytes: Uint8Array, length: number): boolean {
    if (out.filled + place.length + LONGEST_NUMBER + known.most + length > out.bytes.length) return false;
    let at = putNumber(out.bytes, put(out.bytes, out.filled, place), line);
    const [from, to] = [scanner.starts[reference] as number, scanner.ends[reference] ?? 0];
    at = put(out.bytes, at, to > 0 ? REFERENCE : NO_REFERENCE);
    if (to > 0) {
      at = putPart(out.bytes, at, bytes, from, to);
      out.bytes[at] = QUOTE;
      at += 1;
    }
    at = putAnswer(known, scanner.days, out.bytes, at);
    if (at < 0) return false;
    out.filled = at;
    return true;
  }
}

const LONGEST_NUMBER = 60;
const REFERENCE = encode('","reference":"');
const QUOTE = 0x22;
const NO_REFERENCE = encode('","reference":null');

/** The same for every answer that has the deadline. */
function newDueNumbers(table: Table): (id: string) => DueNumber {
  const known = new Map<string, DueNumber>();
  return (id) => {
    const number = known.get(id) ?? newDueNumber(table, id);
    known.set(id, number);
    return number;
  };
}
