import type { Draft } from "../table/compile.js";
import type { Table } from "../table/table.js";
import { type Chapter, type Part, paragraph, rulesRow, told } from "./table-document.js";
import { type Drawn, gateFlow, kindFlow } from "./table-flow.js";
import { type Grouping, groupRules, type Kind } from "./table-kinds.js";
import { type RuleFacts, ruleEntry, ruleFacts } from "./table-rules.js";
import { shortForm } from "./words.js";

/** The rules of a table, those that hold in every case first, then a chapter for each kind of first answer. */
export function ruleChapters(table: Table, draft: Draft, asOf: string): Chapter[] {
  const grouping = groupRules(table, draft);
  const { fact, everywhere, several, kinds } = grouping;
  const facts = ruleFacts(table, draft);
  const entriesOf = (rules: readonly number[]): Chapter["entries"] =>
    rules.map((rule) => ruleEntry(table, facts[rule] as RuleFacts, asOf));
  const ask = table.facts[fact]?.ask ?? "";
  const gate = (anchor: string, heading: string, said: string, rules: readonly number[], before: readonly number[]) =>
    chapter(anchor, heading, [paragraph("These rules", said)], gateFlow(table, draft, rules, before), entriesOf(rules));
  const gates = [
    gate("every-case", "In every case", `They can apply whatever the answer to “${ask}” is.`, everywhere, []),
    gate("several-kinds", "In several cases", `They can apply for several answers to “${ask}”.`, several, everywhere),
  ];
  return [
    ...gates.filter(({ entries }) => entries.length > 0),
    ...kinds.map((kind) => kindChapter(table, draft, grouping, kind, entriesOf(kind.rules))),
  ];
}

function kindChapter(table: Table, draft: Draft, grouping: Grouping, kind: Kind, entries: Chapter["entries"]): Chapter {
  const { fact, everywhere, several } = grouping;
  const { values, shared } = kind;
  const answers = table.facts[fact]?.values ?? {};
  const heading = values.map((value) => shortForm(answers[value] ?? value)).join(" / ");
  const before = [...everywhere, ...shared].map((rule) => table.rules[rule]?.id ?? "");
  const drawn = kindFlow(table, draft, { fact, values }, [...everywhere, ...several]);
  return chapter(`kind-${values.join("-")}`, heading, [rulesRow("Read before", before)], drawn, entries);
}

function chapter(
  anchor: string,
  heading: string,
  intro: readonly Part[],
  drawn: Drawn,
  entries: Chapter["entries"],
): Chapter {
  const rules = { anchor, tier: "rules" as const, heading, entries };
  switch (drawn.kind) {
    case "flow":
      return { ...rules, intro: told(intro), flow: drawn.flow };
    case "nothing-asked":
      return { ...rules, intro: told(intro) };
    case "too-large": {
      const said = `None: it would show ${drawn.questions} questions, which is too many for one sheet.`;
      return { ...rules, intro: told([...intro, paragraph("Picture", said)]) };
    }
  }
}
