import { end, NO, type Ref } from "../../diagram/graph.js";
import { and, differ, except, ifThenElse, not, or } from "../../diagram/logic.js";
import { subjectsBehind } from "../../table/behind.js";
import { type Draft, insideOf, scopeOf } from "../../table/compile.js";
import type { Above } from "../../table/overrides.js";
import { remembered } from "../../table/remembered.js";
import type { Condition, Rule, Table } from "../../table/table.js";
import { aboveWith, belowOf, decidesWithin } from "../decides.js";

const FALSE = end(NO);

/** The same parts of a changed table, in the forest of the sound one; only what is not where it was. */
export interface Shift {
  readonly possible: Ref;
  readonly inside: Ref;
  /** Everywhere else the same rule decides as before, or none. */
  readonly touched: Ref;
  /** The changed table's rules at their places in the sound one; nothing in the place of one that is gone. */
  readonly rules: readonly (Rule | undefined)[];
  /** By place in the sound table. */
  readonly decides: ReadonlyMap<number, Ref>;
  readonly notices: ReadonlyMap<string, Ref>;
}

/** Follows one change of a table through: at most one rule, finding, notice or impossibility may be another. */
export function shiftOf(draft: Draft, table: Table): Shift {
  const { forest, inForce, table: before } = draft;
  const findings = shiftedFindings(draft, table);
  const holds = conditionWith(draft, findings);
  const possible =
    table.impossible === before.impossible && findings.size === 0
      ? draft.possible
      : not(forest, or(forest, ...table.impossible.map(({ when }) => holds(when))));
  const rules = rulesAtTheirPlaces(before, table);
  const changed = before.rules.flatMap((rule, index) => (rule === rules[index] ? [] : [index]));
  const moved = movedRules(draft, rules, findings.size === 0 ? changed : restingOn(before, findings), holds);
  const touched = touchedBy(draft, rules, moved, possible);
  const decides = decidesIn(draft, rules, { moved, touched, possible });
  const inside = insideNow(draft, rules, { possible, decides, changed });
  const isAsBefore = findings.size === 0 && possible === draft.possible && inside === draft.inside;
  const notices = Object.entries(table.notices).flatMap(([id, notice]): [string, Ref][] => {
    if (notice === before.notices[id] && isAsBefore) return [];
    const scope = scopeOf(notice, { possible, inside });
    const shown = and(forest, scope, holds(notice.when), inForce(notice));
    return shown === draft.shown[id] ? [] : [[id, shown]];
  });
  return { rules, possible, inside, touched, decides, notices: new Map(notices) };
}

/** The findings that hold elsewhere in a changed table. */
function shiftedFindings(draft: Draft, table: Table): ReadonlyMap<string, Ref> {
  const { forest, inForce, table: before } = draft;
  const shifted = new Map<string, Ref>();
  if (table.findings === before.findings) return shifted;
  const holds = conditionWith(draft, shifted);
  for (const [id, finding] of Object.entries(table.findings)) {
    if (finding === before.findings[id] && !restsOn(before, finding.when, shifted)) continue;
    const ref = and(forest, holds(finding.when), inForce(finding));
    if (ref !== draft.findings[id]) shifted.set(id, ref);
  }
  return shifted;
}

function restsOn(table: Table, condition: Condition, findings: ReadonlyMap<string, Ref>): boolean {
  return findings.size > 0 && subjectsBehind(table, condition).some((id) => findings.has(id));
}

/** The rules that rest on findings. */
function restingOn(table: Table, findings: ReadonlyMap<string, Ref>): number[] {
  return table.rules.flatMap(({ when }, index) => (restsOn(table, when, findings) ? [index] : []));
}

/** Where a condition holds, given the findings that hold elsewhere than in the sound table. */
function conditionWith(draft: Draft, findings: ReadonlyMap<string, Ref>): (condition: Condition) => Ref {
  const { forest } = draft;
  const holds = ({ tests, any }: Condition): Ref => {
    const passed = tests.map((test) => {
      const finding = findings.get(test.subject);
      if (finding === undefined) return draft.condition({ tests: [test], any: [] });
      const met = or(forest, ...test.values.map((value) => (value === "yes" ? finding : not(forest, finding))));
      return test.negated ? not(forest, met) : met;
    });
    return and(forest, ...passed, ...(any.length === 0 ? [] : [or(forest, ...any.map(holds))]));
  };
  return (condition) => (findings.size === 0 ? draft.condition(condition) : holds(condition));
}

function rulesAtTheirPlaces({ rules: before }: Table, { rules }: Table): Shift["rules"] {
  if (rules.length === before.length) return rules;
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return before.map(({ id }) => byId.get(id));
}

/** Where those of some rules apply that apply elsewhere than before, or displace others than before. */
function movedRules(
  { forest, inForce, applies, table: sound }: Draft,
  rules: Shift["rules"],
  some: Iterable<number>,
  holds: (condition: Condition) => Ref,
): ReadonlyMap<number, Ref> {
  const moved = new Map<number, Ref>();
  for (const index of some) {
    const rule = rules[index];
    const ref = rule === undefined ? FALSE : and(forest, holds(rule.when), inForce(rule));
    if (ref !== applies[index] || rule?.overrides !== sound.rules[index]?.overrides) moved.set(index, ref);
  }
  return moved;
}

/** Where rules apply that did not, or the reverse, or displace others, and where what could be cannot, or the reverse. */
function touchedBy(draft: Draft, rules: Shift["rules"], moved: ReadonlyMap<number, Ref>, possible: Ref): Ref {
  const { forest, applies, table } = draft;
  const regions = [...moved].flatMap(([index, ref]) => {
    const displacesOthers = rules[index]?.overrides !== table.rules[index]?.overrides;
    return [differ(forest, applies[index] as Ref, ref), displacesOthers ? ref : FALSE];
  });
  return or(forest, differ(forest, draft.possible, possible), ...regions);
}

interface Moves extends Pick<Shift, "touched" | "possible"> {
  readonly moved: ReadonlyMap<number, Ref>;
}

function decidesIn(draft: Draft, rules: Shift["rules"], moves: Moves): Shift["decides"] {
  const { above, possible, decides } = draft;
  const affected = [...moves.moved.keys()].flatMap((index) => [index, ...belowOf(above, index)]);
  const concerned = possible === moves.possible ? new Set(affected) : decides.keys();
  const decidesNow = decidesNowIn(draft, rules, moves);
  const below = belowTheOnlyOne(draft, rules, moves);
  const now = [...concerned].map((index): [number, Ref] => [index, below.get(index) ?? decidesNow(index)]);
  return new Map(now.filter(([index, ref]) => ref !== decides[index]));
}

/** Where the rules decide now that a single one displaces which applies elsewhere, and displaces the same as before. */
function belowTheOnlyOne(draft: Draft, rules: Shift["rules"], { moved, possible }: Moves): ReadonlyMap<number, Ref> {
  const [[winner, applies] = [], another] = moved;
  if (winner === undefined || applies === undefined || another !== undefined) return new Map();
  const displacesOthers = rules[winner] && rules[winner].overrides !== draft.table.rules[winner]?.overrides;
  if (displacesOthers || possible !== draft.possible) return new Map();
  return new Map(freedFrom(draft, winner).map(([index, ref]) => [index, except(draft.forest, ref, applies)]));
}

/** Where a rule decides now: within what was touched it is found anew. */
function decidesNowIn(
  draft: Draft,
  rules: Shift["rules"],
  { moved, touched, possible }: Moves,
): (index: number) => Ref {
  const { forest } = draft;
  let laid: Pick<Draft, "applies" | "above"> | undefined;
  const where = and(forest, touched, possible);
  return (index) => {
    laid ??= { applies: draft.applies.map((ref, one) => moved.get(one) ?? ref), above: aboveIn(draft, rules) };
    return ifThenElse(forest, touched, decidesWithin(forest, where, laid, index), draft.decides[index] as Ref);
  };
}

/** Where the rules that one displaces would decide if it were not for that one: many a mistake is made in it. */
const freedFrom = remembered((draft: Draft, winner: number): readonly [number, Ref][] => {
  const { forest, possible, applies, above, decides } = draft;
  const where = and(forest, possible, applies[winner] as Ref);
  return belowOf(above, winner).map((index) => {
    const others = above.with(
      index,
      (above[index] as readonly number[]).filter((one) => one !== winner),
    );
    return [index, or(forest, decides[index] as Ref, decidesWithin(forest, where, { applies, above: others }, index))];
  });
});

/** What is inside the scope of the changed table: of most mistakes what was. */
function insideNow(
  draft: Draft,
  rules: Shift["rules"],
  { possible, decides, changed }: Pick<Shift, "possible" | "decides"> & { readonly changed: readonly number[] },
): Ref {
  const isElsewhere = (index: number): boolean =>
    [draft.table.rules[index], rules[index]].some((rule) => rule?.verdict === "out-of-scope");
  if (possible === draft.possible && ![...decides.keys(), ...changed].some(isElsewhere)) return draft.inside;
  const all = draft.decides.map((ref, index) => decides.get(index) ?? ref);
  return insideOf(draft.forest, rules, possible, all);
}

/** Which rules displace each. Only where one rule overrides less than before are they looked for again. */
function aboveIn({ table: { rules: before }, above }: Draft, rules: Shift["rules"]): Above {
  const index = before.findIndex(({ overrides }, place) => rules[place] && rules[place].overrides !== overrides);
  return index < 0 ? above : aboveWith(before, above, index, rules[index] as Rule);
}
