import { jsonLine } from "../../report/json-line.js";
import type { Table } from "../../table/table.js";
import { VERDICTS, type Verdict } from "../../table/verdict.js";
import type { Brief } from "../../triage/brief/commons.js";
import { assessedRecord } from "../record.js";
import { encode, put } from "./bytes.js";
import { dayOfNumber } from "./day-number.js";
import { type DueNumber, TOO_FAR } from "./due-number.js";

export const VERDICT_LIST = Object.keys(VERDICTS) as readonly Verdict[];

/** The line for a case as it is printed, but for what no two cases share: place, reference and days. */
export interface ReadyAnswer {
  /** The number of the verdict in `VERDICT_LIST`. */
  readonly verdict: number;
  /** More bytes than any line of it takes, besides place and reference. */
  readonly most: number;
  /** What stands behind the reference: a text, then day and text in turn. */
  readonly texts: readonly Uint8Array[];
  readonly due: readonly DueNumber[];
}

const [NO_REFERENCE, NO_DAY] = ['"reference":null', '"day":null'];

/** Made from a line as it is printed for a case without particulars. */
export function newReadyAnswer(table: Table, brief: Brief, dueNumber: (id: string) => DueNumber): ReadyAnswer {
  const line = jsonLine(assessedRecord(table, "", { particulars: {} }, brief, ""));
  // within a text of JSON a quotation mark has a backslash before it, so these stand only where they are meant
  const rest = line.slice(line.indexOf(NO_REFERENCE) + NO_REFERENCE.length);
  const texts = rest.split(NO_DAY).map((text, index, all) => encode(index < all.length - 1 ? `${text}"day":` : text));
  const most = texts.reduce((sum, text) => sum + text.length + QUOTED_DAY, 0);
  return { verdict: VERDICT_LIST.indexOf(brief.verdict), most, texts, due: brief.deadlines.map(dueNumber) };
}

const QUOTED_DAY = 12;

/** Puts what stands behind the reference; returns the place behind it, or -1 where a day cannot be written so. */
export function putAnswer({ texts, due }: ReadyAnswer, days: Int32Array, out: Uint8Array, start: number): number {
  let at = put(out, start, texts[0] as Uint8Array);
  for (let index = 0; index < due.length; index++) {
    const day = (due[index] as DueNumber)(days);
    if (day === TOO_FAR) return -1;
    at = put(out, at, day < 0 ? NULL : quotedDay(day));
    at = put(out, at, texts[index + 1] as Uint8Array);
  }
  return at;
}

const NULL = encode("null");
const quoted: Uint8Array[] = [];

function quotedDay(day: number): Uint8Array {
  quoted[day] ??= encode(JSON.stringify(dayOfNumber(day)));
  return quoted[day];
}
