import { canApply, type Kind } from "../../audit/outline/kinds.js";
import type { Draft } from "../../table/compile.js";
import type { Table } from "../../table/table.js";
import { type Chapter, fullHeading, type Part, type PartLine, paragraph, told } from "./document.js";
import { type Drawn, drawFlow, MOST_QUESTIONS } from "./flow.js";
import { kindAnchor, kindHeading } from "./kind-words.js";
import { type RuleFacts, ruleEntry, ruleFacts } from "./rules.js";

/** The rules of a table, a chapter for each kind; they are read in this order. */
export function ruleChapters(table: Table, draft: Draft, kinds: readonly Kind[], asOf: string): Chapter[] {
  const facts = ruleFacts(table, draft);
  const withRules = kinds.filter(({ rules }) => rules.length > 0);
  return withRules.map((kind, index) => {
    const before = withRules.slice(0, index);
    const drawn = drawFlow(
      table,
      draft,
      kind,
      before.flatMap(({ rules }) => rules),
    );
    return {
      anchor: kindAnchor(kind),
      tier: "rules" as const,
      ...kindHeading(table, kind),
      intro: told([scopePart(table, kind), readBefore(table, draft, kind, before), picturePart(drawn)]),
      ...(drawn.kind === "flow" ? { flow: drawn.flow } : {}),
      entries: kind.rules.map((rule) => ruleEntry(table, facts[rule] as RuleFacts, asOf)),
    };
  });
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

/** Chapters with rules that can apply here as well; a neighbour goes by its own heading. */
function readBefore(table: Table, draft: Draft, kind: Kind, chapters: readonly Kind[]): Part {
  const { under } = kindHeading(table, kind);
  const lines = chapters
    .filter(({ rules }) => rules.some((rule) => canApply(table, draft, rule, kind.where)))
    .map((chapter): PartLine => {
      const heading = kindHeading(table, chapter);
      return { text: heading.under === under ? heading.heading : fullHeading(heading), to: kindAnchor(chapter) };
    });
  return { label: "Read before", kind: "bulleted", lines };
}

function picturePart(drawn: Drawn): Part {
  const said = `None: it would show more than ${MOST_QUESTIONS} questions, which is too many for one sheet.`;
  return paragraph("Picture", ...(drawn.kind === "too-large" ? [said] : []));
}
