import { count } from "../diagram/count.js";
import { end, NO, type Ref, type Situation } from "../diagram/graph.js";
import { areDisjoint } from "../diagram/join.js";
import { and, not, or } from "../diagram/logic.js";
import { within, witness } from "../diagram/region.js";
import type { Path } from "../source/document.js";
import { type Draft, ruleRegions } from "./compile.js";
import type { Fault } from "./fault.js";
import type { Condition, Table } from "./table.js";

const FALSE = end(NO);

/** A fault in how situations are decided, with those it concerns where there are any. */
export interface CoverageFault extends Fault {
  readonly region?: Ref;
}

/** Where the rules fail to give every possible situation exactly one deciding rule. */
export function findCoverageFaults(table: Table, draft: Draft): CoverageFault[] {
  if (draft.possible === FALSE) return [nothingPossible()];
  return [...gap(table, draft), ...conflicts(table, draft)];
}

/** A situation as the facts of a case file; whatever is not mentioned may be anything. */
function situationText(table: Table, draft: Draft, situation: Situation): string {
  const stated = Object.entries(table.facts).flatMap(([id, { values }]) => {
    const value = situation[draft.factOrder.indexOf(id)];
    return value === undefined ? [] : [`${id}: ${Object.keys(values)[value]}`];
  });
  return `{ ${stated.join(", ")} }`;
}

/** How many situations a region has, and one of them, in words. */
export function regionText(table: Table, draft: Draft, region: Ref): string {
  const many = count(draft.forest, region);
  const example = situationText(table, draft, witness(draft.forest, region) as Situation);
  return `${many.toLocaleString("en-GB")} ${many === 1n ? "situation" : "situations"}, such as ${example}`;
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

function gap(table: Table, draft: Draft): CoverageFault[] {
  const open = and(draft.forest, draft.possible, not(draft.forest, or(draft.forest, ...draft.decides)));
  if (open === FALSE) return [];
  const near = nearlyCovers(table, draft, open);
  const help = near
    ? `\`${near.rule}\` would decide them but for this test; widen it, or add a rule`
    : "add a rule, or widen one";
  const path = near?.path ?? ["rules"];
  const message = `no rule decides ${regionText(table, draft, open)}`;
  return [{ code: "OT303", path, part: "key", message, help, region: open }];
}

/** A rule that would decide all of a region but for one part of its condition, with that part. */
interface NearMiss {
  readonly rule: string;
  readonly path: Path;
  /** How many parts of its condition the region does meet. */
  readonly met: number;
}

/** Of the rules that nearly cover a region the one that fits it best: most likely the one just edited. */
function nearlyCovers(table: Table, draft: Draft, region: Ref): NearMiss | undefined {
  const misses = table.rules.flatMap(({ id, when }, index) =>
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

function conflicts(table: Table, draft: Draft): CoverageFault[] {
  const { forest, decides } = draft;
  if (areDisjoint(forest, ruleRegions(decides))) return [];
  let covered = FALSE;
  return decides.flatMap((region, index) => {
    const clash = and(forest, covered, region) !== FALSE;
    covered = or(forest, covered, region);
    return clash ? decides.slice(0, index).flatMap((_, other) => conflict(table, draft, other, index)) : [];
  });
}

function conflict(table: Table, { forest, decides, ...draft }: Draft, first: number, second: number): CoverageFault[] {
  const both = and(forest, decides[first] as Ref, decides[second] as Ref);
  if (both === FALSE) return [];
  const [one, two] = [table.rules[first]?.id, table.rules[second]?.id];
  const message = `rules \`${one}\` and \`${two}\` both decide ${regionText(table, { forest, decides, ...draft }, both)}`;
  const help = `let the special one say \`overrides: [${one}]\`, or add a test to one of them`;
  return [{ code: "OT304", path: ["rules", second, "id"], part: "value", message, help, region: both }];
}
