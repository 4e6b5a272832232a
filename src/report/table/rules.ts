import type { RuleFacts } from "../../audit/outline/rule-facts.js";
import { deadlinesOf, doNotOf } from "../../table/behind.js";
import { ALL } from "../../table/overrides.js";
import type { Deadline, Source, Table } from "../../table/table.js";
import { VERDICTS } from "../../table/verdict.js";
import { anchorOf, bulleted, type Entry, type Part, type PartLine, paragraph, row, told } from "../document.js";
import { conditionLines, deadlineText } from "../table-words.js";
import { inFull, plural } from "../words.js";
import { datesPart, dateWarnings, verificationNote } from "./dates.js";

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
      bulleted("When", conditions.length === 0 ? ["always"] : conditions),
      paragraph("Because", inFull(rule.because, rule.more)),
      { label: "What to do", kind: "numbered", lines: stepLines(table, rule.steps) },
      paragraph("What not to do", doNotOf(table, rule) ?? ""),
      bulleted("Deadlines", deadlineLines(table, deadlinesOf(table, rule))),
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
    const { do: text, more, by, contact } = table.steps[id] as Table["steps"][string];
    const whom = contact === undefined ? [] : [`contact: ${contact}`];
    return { text: inFull(text, more), note: [id, ...(by === undefined ? [] : [`by: ${by}`]), ...whom].join("; ") };
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
