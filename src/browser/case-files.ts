import { assessGiven, type Given, inPractice, readGiven } from "../commands/assess.js";
import type { Attempt, Failed } from "../commands/outcome.js";
import { readPractice } from "../commands/practice.js";
import type { Reading } from "../commands/read-input.js";
import { caseFileText } from "../report/case-file.js";
import { caseFileName } from "../report/questions/words.js";
import type { PlainReport } from "../report/report.js";
import { sentence } from "../report/words.js";
import type { Problem } from "../source/problem.js";
import { positionOf } from "../source/text.js";
import type { CompiledTable } from "../table/compiled.js";
import type { Table } from "../table/table.js";
import type { AnyCase } from "../triage/case.js";
import type { Terms } from "../triage/decide.js";
import type { Practice } from "../triage/practice/practice.js";
import { saveFile } from "./save-file.js";

/** A file as somebody chose it. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The file that was just chosen, if it was one; the same can be chosen again, for it may have been mended. */
export function takeFile(input: HTMLInputElement): File | undefined {
  const file = input.files?.[0];
  input.value = "";
  return file;
}

export async function chosen(file: File): Promise<ChosenFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

export interface Opened {
  readonly ok: true;
  readonly given: Given;
  readonly report: PlainReport;
}

/** A case file as `assess` reads and answers it for a practice. */
export async function openCase(
  compiled: CompiledTable,
  file: ChosenFile,
  practice: Practice | undefined,
  terms: Terms,
): Promise<Opened | Failed> {
  const read = await readGiven(ioOf(file), compiled, { ...terms, file: file.name, flags: [] });
  if (!read.ok) return read;
  const given = inPractice(compiled.table, read.value, practice);
  const outcome = assessGiven(compiled, given, terms);
  return outcome.kind === "failed" ? outcome : { ok: true, given, report: outcome.report };
}

export function openPractice(table: Table, file: ChosenFile): Promise<Attempt<Practice | undefined>> {
  return readPractice(ioOf(file), table, file.name);
}

function ioOf(file: ChosenFile): Reading {
  return { read: async () => ({ ok: true, ...file }) };
}

/** What was wrong with a file, a sentence each, with its place and what to do. */
export function failureLines({ problems, closing }: Failed): string[] {
  return problems.length === 0 ? [closing] : problems.map(problemLine);
}

function problemLine(problem: Problem): string {
  const { at } = problem;
  const { line, column } = at === undefined ? {} : positionOf(at.source, at.span.start);
  const place = at === undefined ? "" : `${at.source.name}, line ${line}, column ${column}: `;
  return `${place}${problemWords(problem)}`;
}

/** What is wrong and what to do, without its place. */
export function problemWords({ message, help }: Problem): string {
  return sentence(help === undefined ? message : `${message} - ${help}`);
}

export function saveCase(known: AnyCase, day: string): void {
  const reference = "parts" in known ? known.reference : known.particulars["reference"];
  saveFile(caseFileName(reference ?? null, day), caseFileText(known), "text/yaml");
}
