import { end, NO, type Ref } from "../../diagram/graph.js";
import { and, not, or } from "../../diagram/logic.js";
import { type Draft, offeredIn } from "../compile.js";
import type { Fault } from "../fault.js";
import { inForce } from "../in-force.js";
import type { Invariant, Rule, Table } from "../table.js";
import { VERDICTS } from "../verdict.js";

/** Invariants that some situation with just one deciding rule breaks, proved over all of them. */
export function findBrokenInvariants(draft: Draft): Fault[] {
  return draft.table.invariants.flatMap((invariant, index): Fault[] => {
    const broken = situationsBreaking(draft, invariant);
    // what comes of a gap or a conflict is not told again
    const region = broken === end(NO) ? broken : and(draft.forest, broken, decidedByOne(draft));
    if (region === end(NO)) return [];
    return [
      {
        code: "OT309",
        path: ["invariants", index, "id"],
        part: "value",
        message: `some situations break the promise \`${invariant.id}\``,
        help: "mend the rules, or the promise",
        situations: { draft, region },
      },
    ];
  });
}

function decidedByOne({ forest, decides }: Draft): Ref {
  let [any, several] = [end(NO), end(NO)];
  for (const region of decides) {
    several = or(forest, several, and(forest, any, region));
    any = or(forest, any, region);
  }
  return and(forest, any, not(forest, several));
}

/** Where a rule decides that the invariant does not allow, or what it calls for is not shown, or what it bars is. */
function situationsBreaking(draft: Draft, invariant: Invariant): Ref {
  const { forest, shown, table } = draft;
  const { when, never, "always-step": steps, "always-notice": notices } = invariant;
  const without = (wanted: readonly string[], has: Ref): Ref => (wanted.length === 0 ? end(NO) : not(forest, has));
  const shows = (ids: readonly string[]): Ref => or(forest, ...ids.map((id) => shown[id] as Ref));
  const decidedBy = (fits: (rule: Rule) => boolean): Ref =>
    or(forest, ...draft.decides.filter((_, index) => fits(table.rules[index] as Rule)));
  const lists = (ids: readonly string[]): Ref => decidedBy((rule) => rule.steps.some((step) => ids.includes(step)));
  const broken = or(
    forest,
    decidedBy(({ verdict }) => never.includes(verdict)),
    without(steps, lists(steps)),
    without(notices, shows(notices)),
    lists(invariant["never-step"]),
    shows(invariant["never-notice"]),
    ...invariant["never-paper"].map((id) => offeredIn(draft, id)),
  );
  return and(forest, draft.possible, draft.condition(when), broken);
}

/** Firm verdicts that rest on no source whose text was read and is in force on a day, and any that rest on hearsay. */
export function findUnsupportedVerdicts(table: Table, day: string): Fault[] {
  return table.rules.flatMap((rule, index) => {
    const lack = inForce(rule, day) ? lackOfSources(table, rule, day) : undefined;
    if (lack === undefined) return [];
    const message = `\`${rule.id}\` says \`${rule.verdict}\` on ${lack.on}`;
    return [{ code: "OT307", path: ["rules", index, "cite"], part: "key", message, help: lack.help }];
  });
}

function lackOfSources({ sources }: Table, rule: Rule, day: string): { on: string; help: string } | undefined {
  const cited = rule.cite.flatMap((id) => sources[id] ?? []).filter((source) => inForce(source, day));
  if (VERDICTS[rule.verdict].firm) {
    const on = "no source that is marked `verified: yes` and in force";
    const help = "cite a source whose text was read, or say `verdict: refer`";
    return cited.some(({ verified }) => verified === "yes") ? undefined : { on, help };
  }
  const help = "cite a source that somebody has read, at least in part";
  return cited.length > 0 && cited.every(({ verified }) => verified === "no")
    ? { on: "sources that nobody has read", help }
    : undefined;
}
