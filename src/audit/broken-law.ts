import { end, NO, type Ref } from "../diagram/graph.js";
import type { SourceDocument } from "../source/document.js";
import type { Problem } from "../source/problem.js";
import { type Draft, draftLaw } from "../table/compile.js";
import { findCoverageFaults } from "../table/coverage.js";
import type { Fault } from "../table/fault.js";
import { findBrokenInvariants, situationsBreaking } from "../table/promises.js";
import { findShapeFaults } from "../table/shape.js";
import type { Invariant, Table } from "../table/table.js";
import { daysOfLaw } from "./audited.js";
import { type Extent, extentOf } from "./extent.js";
import type { Flaw } from "./flaw.js";

/** Gaps, conflicts and broken promises. */
const ABOUT_SITUATIONS = ["OT303", "OT304", "OT309"];

/** The errors of a table, those about situations with all of these. */
export function describeErrors(document: SourceDocument, problems: readonly Problem[], today: string): Flaw[] {
  const extents = problems.some(({ code }) => ABOUT_SITUATIONS.includes(code)) ? extentsIn(document, today) : new Map();
  return problems.map((problem) => {
    const extent = extents.get(keyOf(problem));
    return { problem, ...(extent === undefined ? {} : { extent }) };
  });
}

function extentsIn(document: SourceDocument, today: string): ReadonlyMap<string, Extent> {
  const shaped = findShapeFaults(document.value);
  if (!shaped.ok) return new Map();
  const { table } = shaped;
  const found = new Map<string, Extent>();
  for (const day of daysOfLaw(table, today)) {
    const draft = draftLaw(table, day);
    for (const { region, ...fault } of regions(table, draft)) {
      const extent = found.get(keyOf(fault)) ?? extentOf(table, { draft, day }, region ?? end(NO));
      if (extent !== undefined) found.set(keyOf(fault), extent);
    }
  }
  return found;
}

function regions(table: Table, draft: Draft): (Fault & { readonly region?: Ref })[] {
  const broken = findBrokenInvariants(table, draft).map((fault) => ({
    ...fault,
    region: situationsBreaking(table, draft, table.invariants[Number(fault.path[1])] as Invariant),
  }));
  return [...findCoverageFaults(table, draft), ...broken];
}

function keyOf({ code, message }: Pick<Problem, "code" | "message">): string {
  return `${code} ${message}`;
}
