import { or } from "../../diagram/logic.js";
import type { Draft } from "../compile.js";
import { type Fault, type Situations, someOf } from "../fault.js";
import { groupBy } from "../group-by.js";
import { circle } from "../overrides.js";
import type { Rule, Table } from "../table.js";
import { areSame, type Clash, findClashes, isSpecial, otherOf } from "./clashes.js";

/** Rules that decide the same situations on one of these days. What one rule has with several is told together. */
export function findConflicts(table: Table, laws: readonly Draft[]): Fault[] {
  return [...byRule(findClashes(table, laws))].map(([rule, clashes]) => ({
    code: "OT304",
    path: ["rules", table.rules.indexOf(rule), "id"],
    part: "value",
    message: message(rule, clashes),
    help: advice(table.rules, rule, clashes),
    situations: together(clashes, laws),
  }));
}

/** A rule with so few conflicts can be one that others forgot. */
const FEW = 2;

/**
 * Each clash under one of its rules: the special one or, where one rule has many, that one, since a slip in it explains
 * them all. The order of the file has no say in it.
 */
function byRule(clashes: readonly Clash[]): Map<Rule, [Clash, ...Clash[]]> {
  const ofRule = groupBy(
    clashes.flatMap(({ rules }) => rules),
    (rule) => rule,
  );
  const countOf = (rule: Rule): number => ofRule.get(rule)?.length ?? 0;
  return groupBy(clashes, (clash) => {
    const [busiest] = clash.rules.toSorted((a, b) => countOf(b) - countOf(a) || (a.id < b.id ? -1 : 1)) as [Rule];
    const special = countOf(busiest) > FEW ? undefined : clash.rules.find((rule) => isSpecial(clash, rule));
    return special ?? busiest;
  });
}

function message(rule: Rule, clashes: readonly Clash[]): string {
  const others = clashes.map((clash) => otherOf(clash, rule).id).sort();
  return others.length === 1
    ? `\`${rule.id}\` and \`${others[0]}\` both decide some situations`
    : `\`${rule.id}\` decides some situations that ${others.length} other rules decide as well: ${someOf(others)}`;
}

/** How to mend it. What is to be written mends it if it is written just so. */
function advice(rules: readonly Rule[], rule: Rule, clashes: readonly [Clash, ...Clash[]]): string {
  const others = clashes.map((clash) => otherOf(clash, rule));
  if (clashes.every((clash) => isSpecial(clash, rule)) && mayOverride(rules, rule, others))
    return `let the special one, \`${rule.id}\`, say ${overriding(rule, others)}`;
  if (clashes.length === 1) return adviceForTwo(rules, clashes[0]);
  const are = clashes.every((one) => isSpecial(one, otherOf(one, rule)));
  return are && others.every((other) => mayOverride(rules, other, [rule]))
    ? `let each of them, the special ones, override \`${rule.id}\`, or add a test to \`${rule.id}\``
    : `look at the \`when\` of \`${rule.id}\` first; if it is right, let one of each two override the other, or add a test`;
}

function adviceForTwo(rules: readonly Rule[], clash: Clash): string {
  if (areSame(clash)) return "they apply in the same situations: take one of them out, or add a test to one of them";
  const options = clash.rules
    .filter((rule) => !isSpecial(clash, otherOf(clash, rule)) && mayOverride(rules, rule, [otherOf(clash, rule)]))
    .map((rule) => `\`${rule.id}\` say ${overriding(rule, [otherOf(clash, rule)])}`);
  return options.length === 0
    ? "add a test to one of them"
    : `neither is the special one: let ${options.sort().join(", or ")}, or add a test to one of them`;
}

function overriding({ overrides }: Rule, others: readonly Rule[]): string {
  return `\`overrides: [${[...overrides, ...others.map(({ id }) => id).sort()].join(", ")}]\``;
}

/** Rules that overrode one another in a circle would be the next fault. */
function mayOverride(rules: readonly Rule[], winner: Rule, losers: readonly Rule[]): boolean {
  const overrides = [...winner.overrides, ...losers.map(({ id }) => id)];
  return circle(rules.map((rule) => (rule === winner ? { ...winner, overrides } : rule))) === undefined;
}

/** The situations of the first of these days on which there are any. */
function together(clashes: readonly Clash[], laws: readonly Draft[]): Situations {
  const all = clashes.flatMap(({ situations }) => situations);
  const draft = laws.find((law) => all.some((one) => one.draft === law)) as Draft;
  const regions = all.filter((one) => one.draft === draft).map(({ region }) => region);
  return { draft, region: or(draft.forest, ...regions) };
}
