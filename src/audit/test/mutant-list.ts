import type { Path } from "../../source/document.js";
import type { Condition, Rule, Table } from "../../table/table.js";
import type { RuleVerdict } from "../../table/verdict.js";
import { type Change, type Owner, type Variant, variantsOf } from "./variants.js";

/** A table with one small mistake in it, and where the sound table has what was changed. */
export interface Mutant {
  readonly change: Change;
  readonly path: Path;
  readonly part: "key" | "value";
  readonly table: Table;
}

/** Every table that differs from this one by one small mistake. */
export function mutantsOf(table: Table): Mutant[] {
  return [
    ...conditionMutants(table, "findings"),
    ...table.impossible.flatMap((_, index) => impossibleMutants(table, index)),
    ...table.rules.flatMap((rule, index) => ruleMutants(table, rule, index)),
    ...conditionMutants(table, "notices"),
  ];
}

function conditionMutants(table: Table, section: "findings" | "notices"): Mutant[] {
  return Object.entries(table[section]).flatMap(([id, part]): Mutant[] => {
    const of: Owner = { section, id };
    const withCondition = (when: Condition): Table => ({
      ...table,
      [section]: { ...table[section], [id]: { ...part, when } },
    });
    return [
      { change: { kind: "dropped", of }, path: [section, id], part: "key", table: withCondition(never(table)) },
      ...inTable(variantsOf(part.when, of, [section, id, "when"]), withCondition),
    ];
  });
}

function impossibleMutants(table: Table, index: number): Mutant[] {
  const entry = table.impossible[index] as Table["impossible"][number];
  const of: Owner = { section: "impossible", id: String(index + 1) };
  const less = { ...table, impossible: table.impossible.toSpliced(index, 1) };
  return [
    { change: { kind: "dropped", of }, path: ["impossible", index], part: "key", table: less },
    ...inTable(variantsOf(entry.when, of, ["impossible", index, "when"]), (when) => ({
      ...table,
      impossible: table.impossible.with(index, { ...entry, when }),
    })),
  ];
}

function ruleMutants(table: Table, rule: Rule, index: number): Mutant[] {
  const of: Owner = { section: "rules", id: rule.id };
  const path: Path = ["rules", index];
  const withRule = (changed: Partial<Rule>): Table => ({
    ...table,
    rules: table.rules.with(index, { ...rule, ...changed }),
  });
  // rules that override it may stay as they are: to override a rule that is not there means nothing
  const less = { ...table, rules: table.rules.toSpliced(index, 1) };
  const to: RuleVerdict = rule.verdict === "appears-lawful" ? "likely-unlawful" : "appears-lawful";
  return [
    { change: { kind: "dropped", of }, path: [...path, "id"], part: "value", table: less },
    {
      change: { kind: "verdict-swapped", of, from: rule.verdict, to },
      path: [...path, "verdict"],
      part: "value",
      table: withRule({ verdict: to }),
    },
    ...rule.overrides.map(
      (other, place): Mutant => ({
        change: { kind: "override-dropped", of, other },
        path: [...path, "overrides", place],
        part: "value",
        table: withRule({ overrides: rule.overrides.toSpliced(place, 1) }),
      }),
    ),
    ...inTable(variantsOf(rule.when, of, [...path, "when"]), (when) => withRule({ when })),
  ];
}

function inTable(variants: readonly Variant[], withCondition: (when: Condition) => Table): Mutant[] {
  return variants.map(({ change, path, condition }) => ({
    change,
    path,
    part: "key",
    table: withCondition(condition),
  }));
}

/** A condition that holds nowhere: a fact that has none of its values. */
function never({ facts }: Table): Condition {
  return {
    tests: Object.keys(facts)
      .slice(0, 1)
      .map((subject) => ({ subject, values: [], negated: false })),
    any: [],
  };
}
