import { type Flow, MOST_QUESTIONS } from "../../audit/outline/flow.js";
import type { Kind } from "../../audit/outline/kinds.js";
import type { Outline, OutlinedKind } from "../../audit/outline/outline.js";
import type { RuleFacts } from "../../audit/outline/rule-facts.js";
import type { Table } from "../../table/table.js";
import { type Chapter, fullHeading, type Part, type PartLine, paragraph, told } from "../document.js";
import { drawFlow } from "./flow.js";
import { firstAnswers, kindAnchor, kindHeading } from "./kind-words.js";
import { ruleEntry } from "./rules.js";

/** The rules of a table, a chapter for each kind; they are read in this order. */
export function ruleChapters({ table, asOf, rules, chapters }: Outline): Chapter[] {
  return chapters.map((kind) => ({
    anchor: kindAnchor(kind),
    tier: "rules",
    ...kindHeading(table, kind),
    intro: told([scopePart(table, kind), readBefore(table, kind), picturePart(kind.flow)]),
    ...(kind.flow.kind === "flow" ? { flow: drawFlow(table, kind.flow) } : {}),
    entries: kind.rules.map((rule) => ruleEntry(table, rules[rule] as RuleFacts, asOf)),
  }));
}

/** What is special about rules that are of no one kind. */
function scopePart(table: Table, { given }: Kind): Part {
  const last = given.at(-1);
  const ask = table.facts[last?.fact ?? ""]?.ask ?? "";
  return paragraph(
    "These rules",
    ...(last?.values === undefined ? [`They can apply for answers of several kinds to “${ask}”.`] : []),
  );
}

/** Chapters with rules that can apply here as well; what stands over this one too is not said again. */
function readBefore(table: Table, kind: OutlinedKind): Part {
  const shared = `${firstAnswers(table, kind.given)}: `;
  const lines = kind.readBefore.map((chapter): PartLine => {
    const heading = fullHeading(kindHeading(table, chapter));
    return { text: heading.startsWith(shared) ? heading.slice(shared.length) : heading, to: kindAnchor(chapter) };
  });
  return { label: "Read before", kind: "bulleted", lines };
}

function picturePart({ kind }: Flow): Part {
  const said = `None: it would show more than ${MOST_QUESTIONS} questions, which is too many for one sheet.`;
  return paragraph("Picture", ...(kind === "too-large" ? [said] : []));
}
