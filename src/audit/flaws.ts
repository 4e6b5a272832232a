import { unlessFull } from "../diagram/forest.js";
import { areEnough, MORE, MOST_PROBLEMS } from "../source/problem.js";
import type { Fault } from "../table/fault.js";
import type { Examined } from "../table/load.js";
import { doubtsAbout } from "./check/checks.js";
import { type Extent, extentOf } from "./extent.js";
import { type Flaw, flawAt } from "./flaw.js";
import { findFutureReadings } from "./future-dates.js";

/**
 * Everything wrong with a table or, where nothing is, doubtful about it on a day, and whatever it says of days that have
 * not come yet, in the order of its file. Days are YYYY-MM-DD.
 */
export function findFlaws(examined: Examined, asOf: string, today: string): Flaw[] {
  switch (examined.kind) {
    case "unreadable":
      return examined.problems.map((problem) => ({ problem }));
    case "faulty": {
      const { document, faults } = examined;
      const told = faults.slice(0, MOST_PROBLEMS);
      const flaws = told.map((fault) => flawAt(document, { ...fault, extent: extentIn(fault) }, "error"));
      return inOrder(areEnough(faults) ? [{ problem: MORE }, ...flaws] : flaws);
    }
    case "sound": {
      const { document, table, drafts } = examined;
      return inOrder([
        ...doubtsAbout(table, asOf, drafts).map((doubt) => flawAt(document, doubt, "warning")),
        ...findFutureReadings(table, today).map((fault) => flawAt(document, fault, "error")),
      ]);
    }
  }
}

function extentIn({ situations }: Fault): Extent | undefined {
  if (situations === undefined) return undefined;
  return unlessFull(
    () => extentOf(situations.draft, situations.region),
    () => undefined,
  );
}

function inOrder(flaws: readonly Flaw[]): Flaw[] {
  const placeOf = ({ problem }: Flaw): number => problem.at?.span.start ?? -1;
  return flaws.toSorted((a, b) => placeOf(a) - placeOf(b));
}
