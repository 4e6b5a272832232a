import { createHash } from "node:crypto";
import { ForestFull } from "../diagram/forest.js";
import type { SourceDocument } from "../source/document.js";
import { inSourceOrder, type Parsed } from "../source/problem.js";
import { readDocument } from "../source/read.js";
import type { SourceText } from "../source/text.js";
import { type Draft, draftLaw, packLaw } from "./compile.js";
import type { CompiledTable, DatedLaw } from "./compiled.js";
import { findCoverageFaults } from "./coverage.js";
import { type Fault, problemAt } from "./fault.js";
import { periods } from "./in-force.js";
import { findBrokenInvariants, findUnsupportedVerdicts } from "./promises.js";
import { findReferenceFaults } from "./references.js";
import { findShapeFaults } from "./shape.js";
import type { Table } from "./table.js";
import { tangleFault } from "./tangle.js";

/** A table's file as a compiled table, or everything that is wrong with it. One fault anywhere and there is no table. */
export function loadTable(source: SourceText): Parsed<CompiledTable> {
  const loaded = loadPlacedTable(source);
  return loaded.ok ? { ok: true, value: loaded.value.compiled } : loaded;
}

/** A compiled table with the places of its parts, for those who have something to say about it. */
export interface PlacedTable {
  readonly compiled: CompiledTable;
  readonly document: SourceDocument;
}

/** As `loadTable`, with the file the table was read from. */
export function loadPlacedTable(source: SourceText): Parsed<PlacedTable> {
  const document = readDocument(source);
  if (!document.ok) return document;
  const shaped = findShapeFaults(document.value.value);
  if (!shaped.ok) return refuse(document.value, shaped.faults);
  const { table } = shaped;
  const references = findReferenceFaults(table);
  if (references.length > 0) return refuse(document.value, references);
  const compiled = compileAll(table);
  if (!compiled.ok) return refuse(document.value, compiled.faults);
  const digest = digestOf(source);
  return { ok: true, value: { compiled: { table, digest, laws: compiled.laws }, document: document.value } };
}

/** What tells a table's file from every other: SHA-256 of its text, in hexadecimal. */
export function digestOf({ text }: SourceText): string {
  return createHash("sha256").update(text).digest("hex");
}

type Compiled =
  | { readonly ok: true; readonly laws: readonly DatedLaw[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

function compileAll(table: Table): Compiled {
  try {
    const drafts = periods(table).map((from) => ({ from, draft: draftLaw(table, from) }));
    const faults = drafts.flatMap(({ from, draft }) => lawFaults(table, draft, from));
    if (faults.length > 0) return { ok: false, faults: once(faults) };
    return { ok: true, laws: drafts.map(({ from, draft }) => ({ from, law: packLaw(draft) })) };
  } catch (error) {
    if (error instanceof ForestFull) return { ok: false, faults: [tangleFault(table, error)] };
    throw error;
  }
}

function lawFaults(table: Table, draft: Draft, day: string): Fault[] {
  return [
    ...findCoverageFaults(table, draft),
    ...findBrokenInvariants(table, draft),
    ...findUnsupportedVerdicts(table, day),
  ];
}

/** The same fault in several periods of the law is told once. */
function once(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [`${fault.code} ${fault.message}`, fault])).values()];
}

function refuse(document: SourceDocument, faults: readonly Fault[]): Parsed<never> {
  return { ok: false, problems: inSourceOrder(faults.map((fault) => problemAt(document, fault))) };
}
