import { unlessFull } from "../diagram/forest.js";
import { digestOf } from "../source/digest.js";
import type { SourceDocument } from "../source/document.js";
import { firstProblems, inSourceOrder, type Parsed, type Problem } from "../source/problem.js";
import { readDocument } from "../source/read.js";
import type { SourceText } from "../source/text.js";
import { type Draft, draftLaw, packLaw } from "./compile.js";
import { type CompiledTable, type DatedLaw, datedLaw } from "./compiled.js";
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

/** A table as it stands, whether or not it holds together; undefined where it has not the shape of one. */
export function readUnproved(source: SourceText): Table | undefined {
  const read = readDocument(source);
  const shaped = read.ok ? findShapeFaults(read.value.value) : undefined;
  return shaped?.ok ? shaped.table : undefined;
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
  /** Its law on every day: of all days at once or, where that is too large, of each, the one asked for first. */
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
  const proved = unlessFull<Proved>(
    () => prove(table, asOf),
    (full) => ({ ok: false, faults: [tangleFault(table, full)] }),
  );
  if (!proved.ok) return { kind: "faulty", document, table, faults: proved.faults };
  const compiled = { table, digest: digestOf(source), laws: lawsOf(table) };
  return { kind: "sound", document, table, drafts: proved.drafts, compiled };
}

type Proved =
  | { readonly ok: true; readonly drafts: readonly Draft[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** All days are proved at once. A table that has a fault, or is too large for that, is looked at day by day. */
function prove(table: Table, asOf: string): Proved {
  const days = daysOfLaw(table, asOf);
  const proved = unlessFull<Proved | undefined>(
    () => proveOf(table, [draftLaw(table, ...days)]),
    () => undefined,
  );
  if (proved?.ok) return proved;
  return proveOf(
    table,
    days.map((day) => draftLaw(table, day)),
  );
}

function proveOf(table: Table, drafts: readonly Draft[]): Proved {
  const unsupported = periods(table).flatMap((day) => findUnsupportedVerdicts(table, day));
  const faults = [...findCoverageFaults(table, drafts), ...drafts.flatMap(findBrokenInvariants), ...unsupported];
  if (faults.length > 0) return { ok: false, faults: once(faults) };
  const unmade = drafts.flatMap(findJudgementFaults);
  return unmade.length > 0 ? { ok: false, faults: once(unmade) } : { ok: true, drafts };
}

function lawsOf(table: Table): DatedLaw[] {
  return periods(table).map((from) => datedLaw(from, () => packLaw(draftLaw(table, from))));
}
