import { assessGiven, type Given, readGiven } from "../commands/assess.js";
import type { Failed } from "../commands/outcome.js";
import { caseFileText } from "../report/case-file.js";
import { caseFileName } from "../report/questions/words.js";
import type { PlainReport } from "../report/report.js";
import type { Problem } from "../source/problem.js";
import { positionOf } from "../source/text.js";
import type { CompiledTable } from "../table/compiled.js";
import type { AnyCase } from "../triage/case.js";
import type { Terms } from "../triage/decide.js";

/** A file as somebody chose it. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Opened {
  readonly ok: true;
  readonly given: Given;
  readonly report: PlainReport;
}

/** A case file as `assess` reads and answers it. */
export async function openCase(compiled: CompiledTable, file: ChosenFile, terms: Terms): Promise<Opened | Failed> {
  const io = { read: async () => ({ ok: true, ...file }) as const };
  const given = await readGiven(io, compiled, { ...terms, file: file.name, flags: [] });
  if (!given.ok) return given;
  const outcome = assessGiven(compiled, given.value, terms);
  return outcome.kind === "failed" ? outcome : { ok: true, given: given.value, report: outcome.report };
}

/** What was wrong with a file, a sentence each, with its place and what to do. */
export function failureLines({ problems, closing }: Failed): string[] {
  return problems.length === 0 ? [closing] : problems.map(problemLine);
}

function problemLine({ message, help, at }: Problem): string {
  const { line, column } = at === undefined ? {} : positionOf(at.source, at.span.start);
  const place = at === undefined ? "" : `${at.source.name}, line ${line}, column ${column}: `;
  return `${place}${message}${help === undefined ? "" : ` - ${help}`}.`;
}

/** Hands a case to the browser as a file to be saved where somebody says. */
export function saveCase(known: AnyCase, day: string): void {
  const reference = "parts" in known ? known.reference : known.particulars["reference"];
  const url = URL.createObjectURL(new Blob([caseFileText(known)], { type: "text/yaml" }));
  const download = caseFileName(reference ?? null, day);
  Object.assign(document.createElement("a"), { href: url, download }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
