import { documentOf, type SourceDocument } from "../../source/document.js";
import { readJson } from "../../source/json/read.js";
import { errorAt, inSourceOrder, type Parsed, type Problem } from "../../source/problem.js";
import type { SourceText } from "../../source/text.js";
import { problemAt } from "../../table/fault.js";
import { faultsOf } from "../../table/faults/shape-faults.js";
import type { AnswerRecord } from "./record.js";
import { recordSchema } from "./schema.js";

/** A record, and the places of all that is in it. */
export interface PlacedRecord {
  readonly record: AnswerRecord;
  readonly document: SourceDocument;
}

/** A file as a record, or everything in it that is not as in one. */
export function readRecord(source: SourceText): Parsed<PlacedRecord> {
  // of a case file in YAML nobody wants to hear what about it is no JSON
  if (!/^\s*\{/.test(source.text)) return { ok: false, problems: [noRecord({ source, span: { start: 0, end: 1 } })] };
  const document = documentOf(source, readJson(source));
  return document.ok ? recordIn(document.value) : document;
}

function recordIn(document: SourceDocument): Parsed<PlacedRecord> {
  const stranger = findStranger(document);
  if (stranger !== undefined) return { ok: false, problems: [stranger] };
  const parsed = recordSchema.safeParse(document.value);
  if (parsed.success) return { ok: true, value: { record: parsed.data, document } };
  const faults = parsed.error.issues.flatMap((issue) => faultsOf(issue, document.value, recordSchema));
  return { ok: false, problems: inSourceOrder(faults.map((fault) => problemAt(document, fault))) };
}

/** What is said of a file that is no record, or one in another form: nothing else in it means anything. */
function findStranger(document: SourceDocument): Problem | undefined {
  const name = schemaOf(document.value) ?? "";
  if (!name.startsWith(RECORD)) {
    const at = { source: document.source, span: document.spanOf(["schema"], "value") };
    return noRecord(at, name.startsWith(ASSESSMENT) ? "this is an answer, and not the record of one" : undefined);
  }
  if (name !== recordSchema.shape.schema.value) return unknownForm(document, ["schema"], name);
  const answer = schemaOf((document.value as { readonly answer?: unknown }).answer);
  if (answer === undefined || !answer.startsWith(ASSESSMENT) || ANSWERS.includes(answer)) return undefined;
  return unknownForm(document, ["answer", "schema"], answer);
}

const RECORD = "order-triage/record@";
const ASSESSMENT = "order-triage/assessment";
const ANSWERS: readonly string[] = recordSchema.shape.answer.options.map(({ shape }) => shape.schema.value);

function noRecord(at: NonNullable<Problem["at"]>, message = "this is no record of an answer"): Problem {
  const help = "`order-triage assess` keeps the record of an answer with `--record FILE`";
  return errorAt(at.source, at.span, { code: "OT411", message, help });
}

function schemaOf(data: unknown): string | undefined {
  const name = typeof data === "object" && data !== null && "schema" in data ? data.schema : undefined;
  return typeof name === "string" ? name : undefined;
}

function unknownForm(document: SourceDocument, path: readonly string[], name: string): Problem {
  const message = `this version of the program does not know the form \`${name}\``;
  const help = "verify it with the version of the program that wrote it, or with a later one";
  return problemAt(document, { code: "OT412", path, part: "value", message, help });
}
