import { end, NO, type Ref } from "../../diagram/graph.js";
import { and, not, or } from "../../diagram/logic.js";
import { scopeOf } from "../../table/compile.js";
import { inForce } from "../../table/in-force.js";
import { displacers } from "../../table/overrides.js";
import type { Condition, Rule, Table } from "../../table/table.js";
import { type Ground, region } from "./ground.js";

const FALSE = end(NO);

/** The same parts of a changed table, in the forest of the sound one; only what is not where it was. */
export interface Shift {
  readonly possible: Ref;
  readonly inside: Ref;
  readonly decides: ReadonlyMap<string, Ref>;
  readonly notices: ReadonlyMap<string, Ref>;
}

/** Follows one change of a table through: at most one rule, finding, notice or impossibility may be another. */
export function shiftOf(ground: Ground, table: Table): Shift {
  const { draft, day } = ground;
  const holds = conditionIn(ground, table);
  const possible =
    table.impossible === ground.table.impossible && table.findings === ground.table.findings
      ? ground.possible
      : not(draft.forest, or(draft.forest, ...table.impossible.map(({ when }) => holds(when))));
  const decides = decidesIn(ground, table, possible, holds);
  const inside = insideOf(ground, table, possible, decides);
  const isAsBefore =
    table.findings === ground.table.findings && possible === ground.possible && inside === ground.inside;
  const notices = Object.entries(table.notices).flatMap(([id, notice]): [string, Ref][] => {
    if (notice === ground.table.notices[id] && isAsBefore) return [];
    const scope = scopeOf(notice, { possible, inside });
    const shown = inForce(notice, day) ? and(draft.forest, scope, holds(notice.when)) : FALSE;
    return shown === ground.notices.get(id) ? [] : [[id, shown]];
  });
  return { possible, inside, decides, notices: new Map(notices) };
}

function insideOf(ground: Ground, { rules }: Table, possible: Ref, decides: Shift["decides"]): Ref {
  const { forest } = ground.draft;
  const elsewhere = rules
    .filter(({ verdict }) => verdict === "out-of-scope")
    .map(({ id }) => decides.get(id) ?? (ground.decides.get(id) as Ref));
  return and(forest, possible, not(forest, or(forest, ...elsewhere)));
}

function decidesIn(
  ground: Ground,
  table: Table,
  possible: Ref,
  holds: (condition: Condition) => Ref,
): ReadonlyMap<string, Ref> {
  const { draft, day } = ground;
  const now = new Map(table.rules.map((rule) => [rule.id, rule]));
  const applies = new Map(ground.applies);
  const moved = ground.table.rules.filter((before) => {
    const rule = now.get(before.id);
    if (rule === before && table.findings === ground.table.findings) return false;
    const ref = rule !== undefined && inForce(rule, day) ? holds(rule.when) : FALSE;
    applies.set(before.id, ref);
    return ref !== ground.applies.get(before.id) || rule?.overrides !== before.overrides;
  });
  const above = winnersIn(ground, table, now);
  const affected = new Set(moved.flatMap(({ id }) => [id, ...(ground.losers.get(id) ?? [])]));
  const touched = possible === ground.possible ? affected : ground.regions.keys();
  const decides = [...touched].map((id): [string, Ref] => {
    const whole = affected.has(id) ? region(draft, applies.get(id) as Ref, above(id), applies) : ground.regions.get(id);
    return [id, and(draft.forest, possible, whole as Ref)];
  });
  return new Map(decides.filter(([id, ref]) => ref !== ground.decides.get(id)));
}

/** The rules that displace each rule. Only where one rule overrides less than before are they looked for again. */
function winnersIn(
  { table: before, winners }: Ground,
  { rules }: Table,
  now: ReadonlyMap<string, Rule>,
): (id: string) => readonly string[] {
  const changed = before.rules.find(({ id, overrides }) => now.has(id) && now.get(id)?.overrides !== overrides);
  if (changed === undefined) return (id) => winners.get(id) ?? [];
  const displaces = (winner: Rule, loser: Rule): boolean =>
    displacers([winner, loser]).get(loser.id)?.includes(winner.id) === true;
  const rule = now.get(changed.id) as Rule;
  return (id) => {
    if (id === rule.id) return rules.filter((other) => displaces(other, rule)).map((other) => other.id);
    const others = (winners.get(id) ?? []).filter((winner) => winner !== rule.id);
    return displaces(rule, now.get(id) as Rule) ? [...others, rule.id] : others;
  };
}

/** Where a condition holds, given the findings of the changed table. */
function conditionIn({ table: before, draft, day }: Ground, table: Table): (condition: Condition) => Ref {
  if (table.findings === before.findings) return draft.condition;
  const { forest } = draft;
  const findings = new Map<string, Ref>();
  const holds = ({ tests, any }: Condition): Ref => {
    const passed = tests.map((test) => {
      const finding = findings.get(test.subject);
      if (finding === undefined) return draft.condition({ tests: [test], any: [] });
      const met = or(forest, ...test.values.map((value) => (value === "yes" ? finding : not(forest, finding))));
      return test.negated ? not(forest, met) : met;
    });
    return and(forest, ...passed, ...(any.length === 0 ? [] : [or(forest, ...any.map(holds))]));
  };
  for (const [id, finding] of Object.entries(table.findings)) {
    findings.set(id, inForce(finding, day) ? holds(finding.when) : FALSE);
  }
  return holds;
}
