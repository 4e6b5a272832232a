import { end, NO, type Ref } from "../../diagram/graph.js";
import { and, not, or } from "../../diagram/logic.js";
import { within } from "../../diagram/region.js";
import type { Path } from "../../source/document.js";
import type { Draft } from "../compile.js";
import { type Fault, once } from "../fault.js";
import type { Condition, Table } from "../table.js";
import { findConflicts } from "./conflicts.js";

const FALSE = end(NO);

/** Where the rules fail to give every possible situation exactly one deciding rule, on any of these days. */
export function findCoverageFaults(table: Table, laws: readonly Draft[]): Fault[] {
  const empty = laws.some(isEmptyOnSomeDay);
  return empty ? [nothingPossible()] : [...once(laws.flatMap(gap)), ...findConflicts(table, laws)];
}

function isEmptyOnSomeDay({ forest, days, inForce, possible }: Draft): boolean {
  return days.some((day) => and(forest, inForce({ from: day, to: day }), possible) === FALSE);
}

function nothingPossible(): Fault {
  return {
    code: "OT311",
    path: ["impossible"],
    part: "key",
    message: "no situation is left that could exist",
    help: "narrow what is impossible",
  };
}

function gap(draft: Draft): Fault[] {
  const open = and(draft.forest, draft.possible, not(draft.forest, or(draft.forest, ...draft.decides)));
  if (open === FALSE) return [];
  const near = nearlyCovers(draft, open);
  const help = near
    ? `\`${near.rule}\` would decide them but for this test; widen it, or add a rule`
    : "add a rule, or widen one";
  return [
    {
      code: "OT303",
      path: near?.path ?? ["rules"],
      part: "key",
      message: "there are situations that no rule decides",
      help,
      situations: { draft, region: open },
    },
  ];
}

/** A rule that would decide all of a region but for one part of its condition, with that part. */
interface NearMiss {
  readonly rule: string;
  readonly path: Path;
  /** How many parts of its condition the region does meet. */
  readonly met: number;
}

/** Of the rules that nearly cover a region the one that fits it best: most likely the one just edited. */
function nearlyCovers(draft: Draft, region: Ref): NearMiss | undefined {
  const misses = draft.table.rules.flatMap(({ id, when }, index) =>
    withoutOnePart(when).flatMap(({ part, rest }): NearMiss[] => {
      if (!within(draft.forest, region, draft.condition(rest))) return [];
      return [{ rule: id, path: ["rules", index, "when", part], met: rest.tests.length + Math.sign(rest.any.length) }];
    }),
  );
  return misses.sort((a, b) => b.met - a.met)[0];
}

function withoutOnePart({ tests, any }: Condition): { readonly part: string; readonly rest: Condition }[] {
  const withoutTest = tests.map((test) => ({
    part: test.subject,
    rest: { tests: tests.filter((other) => other !== test), any },
  }));
  return any.length === 0 ? withoutTest : [...withoutTest, { part: "any", rest: { tests, any: [] } }];
}
