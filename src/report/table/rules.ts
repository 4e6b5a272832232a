import { countEnds } from "../../diagram/count.js";
import { end, NO } from "../../diagram/graph.js";
import { and } from "../../diagram/logic.js";
import { type Draft, IMPOSSIBLE, ruleEnd, situations } from "../../table/compile.js";
import { ALL, displacers } from "../../table/overrides.js";
import type { Deadline, Rule, Source, Table } from "../../table/table.js";
import { VERDICTS } from "../../table/verdict.js";
import { planFor } from "../../triage/plan.js";
import { conditionLines } from "../condition-words.js";
import { deadlineText } from "../deadline-words.js";
import { plural } from "../words.js";
import { datesPart, dateWarnings, verificationNote } from "./dates.js";
import { anchorOf, bulleted, type Entry, type Part, type PartLine, paragraph, row, told } from "./document.js";

/** What the diagram knows about a rule. */
export interface RuleFacts {
  readonly rule: Rule;
  /** In how many situations it decides, on the day. */
  readonly decides: bigint;
  /** Of how many situations that can exist. */
  readonly possible: bigint;
  /** Rules that give way to it in some situation. */
  readonly displaces: readonly string[];
  /** Rules to which it gives way in some situation. */
  readonly givesWayTo: readonly string[];
}

export function ruleFacts(table: Table, draft: Draft): RuleFacts[] {
  const ends = countEnds(draft.forest, draft.roots.outcome);
  const possible = situations(table) - (ends.get(IMPOSSIBLE) ?? 0n);
  const above = displacers(table.rules);
  const conditions = new Map(table.rules.map(({ id, when }) => [id, draft.condition(when)]));
  const meet = (one: string, other: string): boolean =>
    and(draft.forest, draft.possible, conditions.get(one) ?? end(NO), conditions.get(other) ?? end(NO)) !== end(NO);
  return table.rules.map((rule, index) => ({
    rule,
    decides: ends.get(ruleEnd(index)) ?? 0n,
    possible,
    displaces: [...above].flatMap(([id, winners]) => (winners.includes(rule.id) && meet(id, rule.id) ? [id] : [])),
    givesWayTo: (above.get(rule.id) ?? []).filter((id) => meet(id, rule.id)),
  }));
}

/** All about one rule, to read and agree with. */
export function ruleEntry(table: Table, facts: RuleFacts, asOf: string): Entry {
  const { rule } = facts;
  const conditions = conditionLines(table, rule.when);
  return {
    anchor: anchorOf("rule", rule.id),
    id: rule.id,
    title: rule.headline,
    verdict: { id: rule.verdict, label: VERDICTS[rule.verdict].label },
    warnings: dateWarnings(rule, asOf),
    parts: told([
      bulleted(
        "When",
        (conditions.length === 0 ? ["always"] : conditions).map((text) => ({ text })),
      ),
      paragraph("Because", rule.because),
      { label: "What to do", kind: "numbered", lines: stepLines(table, rule.steps) },
      paragraph("What not to do", rule["do-not"] ?? table.verdicts[rule.verdict]?.["do-not"] ?? ""),
      bulleted("Deadlines", deadlineLines(table, planFor(table, [rule], rule.verdict).deadlines)),
      bulleted("Sources", sourceLines(table, rule.cite, asOf)),
      displacesPart(facts),
      row("Gives way to", "rule", facts.givesWayTo),
      paragraph("Decides", decidesText(facts)),
      datesPart(rule),
    ]),
  };
}

/** Steps in full, each with its deadline and whom it concerns. */
export function stepLines(table: Table, ids: readonly string[]): PartLine[] {
  return ids.map((id) => {
    const { do: text, by, contact } = table.steps[id] as Table["steps"][string];
    const whom = contact === undefined ? [] : [`contact: ${contact}`];
    return { text, note: [id, ...(by === undefined ? [] : [`by: ${by}`]), ...whom].join("; ") };
  });
}

/** What is due and how its date is worked out, each leading to its deadline. */
export function deadlineLines(table: Table, ids: readonly string[]): PartLine[] {
  return ids.map((id) => ({
    text: deadlineText(table.deadlines[id] as Deadline),
    to: anchorOf("deadline", id),
    note: id,
  }));
}

/** Sources with what is known of their text. */
export function sourceLines(table: Table, ids: readonly string[], asOf: string): PartLine[] {
  return ids.map((id) => {
    const source = table.sources[id] as Source;
    const read = verificationNote(source);
    const doubts = [...(source.verified === "yes" ? [] : [read]), ...dateWarnings(source, asOf)];
    return {
      text: source.citation,
      to: anchorOf("source", id),
      note: source.verified === "yes" ? `${id}; ${read}` : id,
      ...(doubts.length === 0 ? {} : { caution: doubts.join("; ") }),
    };
  });
}

function displacesPart({ rule, displaces }: RuleFacts): Part {
  const label = "Displaces";
  return rule.overrides.includes(ALL)
    ? paragraph(label, "Every rule that applies as well, except those it gives way to.")
    : row(label, "rule", displaces);
}

function decidesText({ decides, possible }: RuleFacts): string {
  return `${plural(decides, "situation")}, ${shareText(decides, possible)} of those that can exist.`;
}

/** A share in per cent, never rounded to nothing or to the whole. */
function shareText(part: bigint, whole: bigint): string {
  if (part === 0n || part === whole) return part === 0n ? "none" : "all";
  const hundredths = Number((part * 10_000n) / whole);
  return hundredths === 0 ? "less than 0.01%" : `${(hundredths / 100).toFixed(2)}%`;
}
