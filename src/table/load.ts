import { unlessFull } from "../diagram/forest.js";
import { digestOf } from "../source/digest.js";
import type { SourceDocument } from "../source/document.js";
import { firstProblems, inSourceOrder, type Parsed, type Problem } from "../source/problem.js";
import { readDocument } from "../source/read.js";
import type { SourceText } from "../source/text.js";
import { type Draft, draftLaw, packLaw } from "./compile.js";
import type { CompiledTable, DatedLaw } from "./compiled.js";
import { exampleText, type Fault, once, problemAt } from "./fault.js";
import { findCoverageFaults } from "./faults/gaps.js";
import { findJudgementFaults } from "./faults/judgements.js";
import { findBrokenInvariants, findUnsupportedVerdicts } from "./faults/promises.js";
import { findReferenceFaults } from "./faults/references.js";
import { tangleFault } from "./faults/tangle.js";
import { BEGINNING, daysOfLaw, periods } from "./in-force.js";
import { findShapeFaults } from "./shape.js";
import type { Table } from "./table.js";

/** A table's file as a compiled table, or everything that is wrong with it. One fault anywhere and there is no table. */
export function loadTable(source: SourceText): Parsed<CompiledTable> {
  const loaded = loadPlacedTable(source);
  return loaded.ok ? { ok: true, value: loaded.value.compiled } : loaded;
}

/** As `loadTable`, with the file the table was read from. */
export function loadPlacedTable(source: SourceText): Parsed<PlacedTable> {
  const examined = examineTable(source, BEGINNING);
  switch (examined.kind) {
    case "sound":
      return { ok: true, value: examined };
    case "faulty":
      return { ok: false, problems: problemsOf(examined) };
    case "unreadable":
      return { ok: false, problems: examined.problems };
  }
}

/** Whoever is told no more than the problems is told one of the situations that they are about. */
function problemsOf({ document, faults }: FaultyTable): readonly Problem[] {
  const problems = faults.map((fault) => {
    const { message, situations } = fault;
    if (situations === undefined) return problemAt(document, fault);
    return problemAt(document, { ...fault, message: `${message}; one of them is ${exampleText(situations)}` });
  });
  return firstProblems(inSourceOrder(problems));
}

/** A compiled table with the places of its parts, for those who have something to say about it. */
export interface PlacedTable {
  readonly compiled: CompiledTable;
  readonly document: SourceDocument;
}

/** A table's file with whatever could be made of it. */
export type Examined = SoundTable | FaultyTable | UnreadableTable;

interface SoundTable extends PlacedTable {
  readonly kind: "sound";
  readonly table: Table;
  /** A law for each choice of its parts that is law at some time, the one asked for first. */
  readonly drafts: readonly Draft[];
}

interface FaultyTable {
  readonly kind: "faulty";
  readonly document: SourceDocument;
  readonly faults: readonly Fault[];
  /** Absent where the file has not the shape of a table. */
  readonly table?: Table;
}

interface UnreadableTable {
  readonly kind: "unreadable";
  readonly problems: readonly Problem[];
}

/** Reads a table as far as it can be read. Of a fault in the law of several days that of `asOf` (YYYY-MM-DD) is told. */
export function examineTable(source: SourceText, asOf: string): Examined {
  const read = readDocument(source);
  if (!read.ok) return { kind: "unreadable", problems: read.problems };
  const document = read.value;
  const shaped = findShapeFaults(document.value);
  if (!shaped.ok) return { kind: "faulty", document, faults: shaped.faults };
  const { table } = shaped;
  const references = findReferenceFaults(table);
  if (references.length > 0) return { kind: "faulty", document, table, faults: references };
  const compiled = unlessFull<Compiled>(
    () => compileAll(table, asOf),
    (full) => ({ ok: false, faults: [tangleFault(table, full)] }),
  );
  if (!compiled.ok) return { kind: "faulty", document, table, faults: compiled.faults };
  const { laws, drafts } = compiled;
  return { kind: "sound", document, table, drafts, compiled: { table, digest: digestOf(source), laws } };
}

type Compiled =
  | { readonly ok: true; readonly laws: readonly DatedLaw[]; readonly drafts: readonly Draft[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

function compileAll(table: Table, asOf: string): Compiled {
  const starts = periods(table).map((from) => draftLaw(table, from));
  const drafts = daysOfLaw(table, asOf).map((day) => ({ ...draftOn(starts, day), day }));
  const unsupported = starts.flatMap(({ day }) => findUnsupportedVerdicts(table, day));
  const faults = [...findCoverageFaults(table, drafts), ...drafts.flatMap(findBrokenInvariants), ...unsupported];
  if (faults.length > 0) return { ok: false, faults: once(faults) };
  const unmade = drafts.flatMap(findJudgementFaults);
  if (unmade.length > 0) return { ok: false, faults: once(unmade) };
  return { ok: true, drafts, laws: starts.map((draft) => ({ from: draft.day, law: packLaw(draft) })) };
}

function draftOn(starts: readonly Draft[], day: string): Draft {
  return starts.findLast((start) => start.day <= day) as Draft;
}
