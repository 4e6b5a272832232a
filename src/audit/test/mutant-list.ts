import type { Path } from "../../source/document.js";
import type { Finding, Impossibility, Notice, Rule, Table } from "../../table/table.js";
import type { RuleVerdict } from "../../table/verdict.js";
import { type Change, type Owner, variantsOf } from "./variants.js";

/** One small mistake in a table, and where the sound table has what was changed. */
export interface Mutant {
  readonly change: Change;
  readonly path: Path;
  readonly part: "key" | "value";
  /** What stands in the place of the part that was changed; absent where that is dropped. */
  readonly now?: Finding | Impossibility | Rule | Notice;
}

/** Every small mistake that can be made in a table. */
export function mutantsOf(table: Table): Mutant[] {
  return [
    ...sectionMutants(table, "findings"),
    ...table.impossible.flatMap((entry, index) => {
      const of: Owner = { section: "impossible", id: String(index + 1) };
      return [dropped(of, ["impossible", index]), ...conditionMutants(entry, of, ["impossible", index])];
    }),
    ...table.rules.flatMap(ruleMutants),
    ...sectionMutants(table, "notices"),
  ];
}

function sectionMutants(table: Table, section: "findings" | "notices"): Mutant[] {
  return Object.entries(table[section]).flatMap(([id, part]) => {
    const of: Owner = { section, id };
    return [dropped(of, [section, id]), ...conditionMutants(part, of, [section, id])];
  });
}

function ruleMutants(rule: Rule, index: number): Mutant[] {
  const of: Owner = { section: "rules", id: rule.id };
  const path: Path = ["rules", index];
  const to: RuleVerdict = rule.verdict === "appears-lawful" ? "likely-unlawful" : "appears-lawful";
  return [
    { ...dropped(of, [...path, "id"]), part: "value" },
    {
      change: { kind: "verdict-swapped", of, from: rule.verdict, to },
      path: [...path, "verdict"],
      part: "value",
      now: { ...rule, verdict: to },
    },
    ...rule.overrides.map(
      (other, place): Mutant => ({
        change: { kind: "override-dropped", of, other },
        path: [...path, "overrides", place],
        part: "value",
        now: { ...rule, overrides: rule.overrides.toSpliced(place, 1) },
      }),
    ),
    ...conditionMutants(rule, of, path),
  ];
}

function dropped(of: Owner, path: Path): Mutant {
  return { change: { kind: "dropped", of }, path, part: "key" };
}

function conditionMutants(part: NonNullable<Mutant["now"]>, of: Owner, path: Path): Mutant[] {
  return variantsOf(part.when, of, [...path, "when"]).map(
    ({ condition, ...variant }): Mutant => ({ ...variant, part: "key", now: { ...part, when: condition } }),
  );
}
