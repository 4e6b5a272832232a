import { end, NO, type Ref } from "../../diagram/graph.js";
import { and, not, or } from "../../diagram/logic.js";
import { type Draft, decidingRegion, insideOf, scopeOf } from "../../table/compile.js";
import type { Above } from "../../table/overrides.js";
import type { Condition, Rule, Table } from "../../table/table.js";
import { aboveWith, belowOf } from "../decides.js";

const FALSE = end(NO);

/** The same parts of a changed table, in the forest of the sound one; only what is not where it was. */
export interface Shift {
  readonly possible: Ref;
  readonly inside: Ref;
  /** The changed table's rules at their places in the sound one; nothing in the place of one that is gone. */
  readonly rules: readonly (Rule | undefined)[];
  /** By place in the sound table. */
  readonly decides: ReadonlyMap<number, Ref>;
  readonly notices: ReadonlyMap<string, Ref>;
}

/** Follows one change of a table through: at most one rule, finding, notice or impossibility may be another. */
export function shiftOf(draft: Draft, table: Table): Shift {
  const { forest, inForce, table: before } = draft;
  const holds = conditionIn(draft, table);
  const possible =
    table.impossible === before.impossible && table.findings === before.findings
      ? draft.possible
      : not(forest, or(forest, ...table.impossible.map(({ when }) => holds(when))));
  const rules = rulesAtTheirPlaces(before, table);
  const decides = decidesIn(draft, table, rules, possible, holds);
  const all = draft.decides.map((ref, index) => decides.get(index) ?? ref);
  const inside = insideOf(forest, rules, possible, all);
  const isAsBefore = table.findings === before.findings && possible === draft.possible && inside === draft.inside;
  const notices = Object.entries(table.notices).flatMap(([id, notice]): [string, Ref][] => {
    if (notice === before.notices[id] && isAsBefore) return [];
    const scope = scopeOf(notice, { possible, inside });
    const shown = and(forest, scope, holds(notice.when), inForce(notice));
    return shown === draft.shown[id] ? [] : [[id, shown]];
  });
  return { rules, possible, inside, decides, notices: new Map(notices) };
}

function rulesAtTheirPlaces({ rules: before }: Table, { rules }: Table): Shift["rules"] {
  if (rules.length === before.length) return rules;
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return before.map(({ id }) => byId.get(id));
}

function decidesIn(
  draft: Draft,
  table: Table,
  rules: Shift["rules"],
  possible: Ref,
  holds: (condition: Condition) => Ref,
): Shift["decides"] {
  const { forest, inForce, table: sound } = draft;
  const applies = [...draft.applies];
  const moved = sound.rules.flatMap((before, index) => {
    const rule = rules[index];
    if (rule === before && table.findings === sound.findings) return [];
    const ref = rule === undefined ? FALSE : and(forest, holds(rule.when), inForce(rule));
    applies[index] = ref;
    return ref !== draft.applies[index] || rule?.overrides !== before.overrides ? [index] : [];
  });
  const above = aboveIn(draft, rules);
  const affected = new Set(moved.flatMap((index) => [index, ...belowOf(draft.above, index)]));
  const touched = possible === draft.possible ? affected : sound.rules.keys();
  const decides = [...touched].map((index): [number, Ref] => {
    const whole = decidingRegion(forest, applies, { above }, index);
    return [index, and(forest, possible, whole)];
  });
  return new Map(decides.filter(([index, ref]) => ref !== draft.decides[index]));
}

/** Which rules displace each. Only where one rule overrides less than before are they looked for again. */
function aboveIn({ table: { rules: before }, above }: Draft, rules: Shift["rules"]): Above {
  const index = before.findIndex(({ overrides }, place) => rules[place] && rules[place].overrides !== overrides);
  return index < 0 ? above : aboveWith(before, above, index, rules[index] as Rule);
}

/** Where a condition holds, given the findings of the changed table. */
function conditionIn(draft: Draft, table: Table): (condition: Condition) => Ref {
  const { forest, inForce } = draft;
  if (table.findings === draft.table.findings) return draft.condition;
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
    findings.set(id, and(forest, holds(finding.when), inForce(finding)));
  }
  return holds;
}
