import type { Problem } from "../../source/problem.js";
import { positionOf } from "../../source/text.js";
import { VERDICTS } from "../../table/verdict.js";
import type { Line, Page, RichLine, Section } from "../page.js";
import type { AnswerRecord } from "../record/record.js";
import { shortDigest, stampText } from "../table/stamp.js";
import { dateInWords, partName, plural } from "../words.js";
import { changeLines } from "./change-words.js";
import type { Difference } from "./differences.js";
import { type Change, RESULTS, type Result, type Verification, type Verified } from "./verified.js";

/** What came of verifying records, to read: each under its file's name, with what it is a record of. */
export function verificationPage(verification: Verification): Page {
  const { stamp, records } = verification;
  return {
    title: `${stampText(stamp)}: ${inShort(records)}`,
    sections: records.map((verified) => recordSection(verification, verified)),
  };
}

/** `3 files, the same answer (2), changed since (1)`. */
function inShort(records: readonly Verified[]): string {
  const kinds = Object.keys(RESULTS) as Result["kind"][];
  const counts = kinds.flatMap((kind) => {
    const many = records.filter(({ result }) => result.kind === kind).length;
    return many === 0 ? [] : [records.length === 1 ? RESULTS[kind].says : `${RESULTS[kind].says} (${many})`];
  });
  return `${records.length === 1 ? "" : `${plural(records.length, "file")}, `}${counts.join(", ")}`;
}

function recordSection(verification: Verification, { file, read, result }: Verified): Section {
  const about = read === undefined ? [] : [recordLine(read.record), `SHA-256 of the file: ${read.digest}`];
  return {
    heading: `${file}: ${inFewWords(result)}`,
    kind: "bulleted",
    lines: [...about, ...resultLines(verification, read?.record, result)],
  };
}

/** Whether a changed answer has another verdict is what anybody asks first. */
function inFewWords(result: Result): string {
  const { says } = RESULTS[result.kind];
  if (result.kind !== "changed") return says;
  const isOther = result.changes.some(({ recorded, now }) => recorded.verdict !== now.verdict);
  return `${says}, with ${isOther ? "another" : "the same"} verdict`;
}

/** Of what it is a record, and what the answer was. */
function recordLine({ asOf, presumptions, table, tool, answer }: AnswerRecord): RichLine {
  const { reference, verdict, headline } = answer;
  const named = reference === null ? "A case without a reference" : `Reference ${reference}`;
  const strict = presumptions ? "" : ", with nothing taken for granted";
  const law = `the law of ${dateInWords(asOf)} in ${table.id} ${table.edition}, digest ${shortDigest(table.digest)}`;
  return {
    text: `${named}: “${headline}” (${VERDICTS[verdict].label})`,
    under: [`under ${law}${strict}, by ${tool}`],
  };
}

function resultLines(verification: Verification, record: AnswerRecord | undefined, result: Result): Line[] {
  switch (result.kind) {
    case "same-answer":
      return ["The table is the same, and gives the same answer to the letter."];
    case "another-answer":
      return [anotherAnswer(verification, record), ...differenceLines(result.differences)];
    case "contradicts-itself":
      return [CONTRADICTION, ...differenceLines(result.differences)];
    case "nothing-changed":
      return [otherTable(verification, record), "Nothing has changed for this case.", TO_THE_LETTER];
    case "changed":
      return [
        otherTable(verification, record),
        ...result.changes.flatMap((change) => changedLines(verification, change)),
        TO_THE_LETTER,
      ];
    case "not-understood":
      return [notUnderstood(verification, record), ...result.problems.map(problemLine)];
    case "no-record":
    case "nothing-to-read":
      return result.problems.map(problemLine);
  }
}

function anotherAnswer({ tool }: Verification, record: AnswerRecord | undefined): string {
  const altered =
    "The table is the very one that the record names, and it gives another answer to this case. Do not rely on this record.";
  if (record?.tool === tool) return `${altered} Somebody has altered it since it was written.`;
  return `${altered} Somebody has altered it, or ${record?.tool} worded answers otherwise than ${tool} does: verify it with that version to know.`;
}

const CONTRADICTION =
  "The answer is not one to this case, this day and this table: somebody has altered the record since it was written. Do not rely on it.";

function otherTable({ stamp }: Verification, record: AnswerRecord | undefined): string {
  const isEdited = record?.table.edition === stamp.edition;
  const now = isEdited ? "has been edited since, within the same edition" : `has another edition now: ${stamp.edition}`;
  return `The table ${now} (digest ${shortDigest(stamp.digest)}).`;
}

const TO_THE_LETTER =
  "Whether the record is the same to the letter, only the table of then can tell: name its file with --rules.";

function notUnderstood({ stamp }: Verification, record: AnswerRecord | undefined): string {
  return record?.table.digest === stamp.digest
    ? "The table is the very one that the record names, and it gives no answer to this case: somebody has altered the record. Do not rely on it."
    : "This table gives no answer to the case as it was stated then. Assess it anew as told here, or name the table of then with --rules.";
}

/** So many are told; JSON has all. */
const MOST = 12;

function differenceLines(differences: readonly Difference[]): RichLine[] {
  const more = differences.length - MOST;
  const told = differences.slice(0, MOST).map(({ path, recorded, now }) => ({
    text: path,
    under: [`in the record: ${valueText(recorded)}`, `it is: ${valueText(now)}`],
  }));
  return more > 0 ? [...told, { text: `… and ${plural(more, "more difference")}.` }] : told;
}

function valueText(value: unknown): string {
  if (value === undefined) return "nothing";
  return typeof value === "string" ? `“${value}”` : JSON.stringify(value);
}

function changedLines({ table }: Verification, change: Change): Line[] {
  const lines = changeLines(table, change);
  const { part } = change;
  return part === null ? lines : lines.map((line) => ({ ...line, text: `For ${partName(part)}: ${line.text}` }));
}

function problemLine({ code, message, help, at }: Problem): RichLine {
  const { line, column } = at === undefined ? {} : positionOf(at.source, at.span.start);
  const place = line === undefined ? "" : ` (line ${line}, column ${column})`;
  return { text: `${code}${place}: ${message}`, under: help === undefined ? [] : [`help: ${help}`] };
}
