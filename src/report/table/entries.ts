import { datesOf, deadlinesOf } from "../../table/behind.js";
import { testsOf } from "../../table/conditions.js";
import { mapValues } from "../../table/map-values.js";
import type {
  Condition,
  Deadline,
  FormerFact,
  Impossibility,
  Invariant,
  Paper,
  Rule,
  Step,
  Table,
  Wording,
} from "../../table/table.js";
import { VERDICTS, type Verdict } from "../../table/verdict.js";
import { anchorOf, bulleted, type Entry, type Part, type PartLine, paragraph, row, told } from "../document.js";
import { conditionLines, noticeScopeText, promiseLines, reckoningText, sectionLines } from "../table-words.js";
import { inFull } from "../words.js";
import { datesPart, dateWarnings, verificationText } from "./dates.js";
import { deadlineLines, sourceLines, stepLines } from "./rules.js";

/** How everything that goes by an id under a section of the file is laid out. */
export const ENTRIES = {
  verdicts: verdictEntry,
  facts: factEntry,
  "former-facts": formerFactEntry,
  particulars: particularEntry,
  findings: findingEntry,
  notices: noticeEntry,
  forms: formEntry,
  papers: paperEntry,
  steps: stepEntry,
  deadlines: deadlineEntry,
  contacts: contactEntry,
  sources: sourceEntry,
} satisfies Partial<Record<keyof Table, EntryOf>>;

/** Lays out what goes by an id, on a day written YYYY-MM-DD. */
export type EntryOf = (table: Table, id: string, asOf: string) => Entry;

function findingEntry(table: Table, id: string, asOf: string): Entry {
  const one = table.findings[id] as Table["findings"][string];
  const parts = [
    paragraph("Says", one.says),
    when(table, one.when),
    usedBy(table, id),
    sources(table, one.cite, asOf),
    datesPart(one),
  ];
  return entry("finding", id, undefined, parts, dateWarnings(one, asOf));
}

function noticeEntry(table: Table, id: string, asOf: string): Entry {
  const one = table.notices[id] as Table["notices"][string];
  const parts = [
    paragraph(one.urgent ? "Says, before the steps" : "Says", inFull(one.says, one.more)),
    when(table, one.when),
    paragraph("Shown", noticeScopeText(one)),
    sources(table, one.cite, asOf),
    datesPart(one),
  ];
  return entry("notice", id, undefined, parts, dateWarnings(one, asOf));
}

function formEntry(table: Table, id: string, asOf: string): Entry {
  const one = table.forms[id] as Table["forms"][string];
  const sayings = Object.entries(one["has-to-say"]);
  return entry(
    "form",
    id,
    one.title,
    [
      when(table, one.when),
      bulleted(
        "Has to say",
        sayings.map(([said, { says }]) => ({ text: says, note: said })),
      ),
      { label: "What is missing is asked for", kind: "numbered", lines: stepLines(table, [one.step]) },
      sources(table, [...new Set(sayings.flatMap(([, { cite }]) => cite))], asOf),
      datesPart(one),
    ],
    dateWarnings(one, asOf),
  );
}

function paperEntry(table: Table, id: string): Entry {
  const { title, use, when: condition, discloses, standing, sections } = table.papers[id] as Paper;
  return entry("paper", id, title, [
    paragraph("Use", use),
    when(table, condition),
    paragraph("Offered", discloses && "Only with a step by which something goes out."),
    paragraph("Without a case", standing && "It needs none."),
    ...sectionLines(table, sections).map(({ text, under }) => bulleted(text, under)),
  ]);
}

export function impossibleEntry(table: Table, one: Impossibility, index: number): Entry {
  return {
    anchor: anchorOf("impossible", String(index + 1)),
    title: one.because,
    warnings: [],
    parts: [when(table, one.when)],
  };
}

function stepEntry(table: Table, id: string): Entry {
  const { do: text, more, by, contact, "holds-back": holdsBack, discloses } = table.steps[id] as Step;
  const whom = table.contacts[contact ?? ""];
  const verdicts = Object.entries(table.verdicts).filter(([, { steps }]) => steps.includes(id));
  return entry("step", id, undefined, [
    paragraph("Do", inFull(text, more)),
    paragraph("Holds back", holdsBack && "It keeps everything back for the time being."),
    paragraph("Discloses", discloses && "Something goes out by it, of the scope that the case states."),
    bulleted("Deadline", deadlineLines(table, by === undefined ? [] : [by])),
    paragraph("Contact", whom && `${whom.name}: ${whom.find}`),
    rules(table, "Rules that ask for it", ({ steps }) => steps.includes(id)),
    row(
      "Forms that ask by it for what is missing",
      "form",
      Object.keys(table.forms).filter((form) => table.forms[form]?.step === id),
    ),
    row(
      "Asked for while several rules are possible",
      "verdict",
      verdicts.map(([verdict]) => verdict),
    ),
  ]);
}

function deadlineEntry(table: Table, id: string, asOf: string): Entry {
  const one = table.deadlines[id] as Deadline;
  return entry("deadline", id, undefined, [
    paragraph("Says", `${one.says} …`),
    paragraph("Reckoned", `${reckoningText(one)}${one.after.count === 0 ? "" : "; that first day is not counted"}.`),
    bulleted(
      "From the answers to",
      datesOf(one).map((date) => ({
        text: table.particulars[date]?.ask ?? date,
        to: anchorOf("particular", date),
        note: date,
      })),
    ),
    rules(table, "Rules with it", (rule) => deadlinesOf(table, rule).includes(id)),
    sources(table, one.cite, asOf),
  ]);
}

export function verdictEntry(table: Table, given: string): Entry {
  const id = given as Verdict;
  const wording = table.verdicts[id];
  const parts: Part[] = [
    paragraph("Meaning", VERDICTS[id].meaning),
    {
      label: "What to do while several rules are possible",
      kind: "numbered",
      lines: stepLines(table, wording?.steps ?? []),
    },
    paragraph("What not to do", wording?.["do-not"]),
    instead("Said instead where every rule that is left holds back", wording?.["all-hold"]),
    instead("Said instead where every rule that is left binds", wording?.["all-bind"]),
    rules(table, "Rules that give it", ({ verdict }) => verdict === id),
  ];
  return { ...entry("verdict", id, wording?.headline, parts), verdict: { id, label: VERDICTS[id].label } };
}

function instead(label: string, wording: Wording | undefined): Part {
  return paragraph(label, wording?.headline, wording?.["do-not"]);
}

function factEntry(table: Table, id: string, asOf: string): Entry {
  const one = table.facts[id] as Table["facts"][string];
  const { "asked-when": asked, "not-weighed": notWeighed, "always-so": alwaysSo = {} } = one;
  return entry("fact", id, one.ask, [
    paragraph("Hint", one.hint),
    paragraph("Why", one.why),
    byId("Answers", one.values),
    byId("Answers of earlier editions", one["former-values"] ?? {}),
    when(table, asked, "Asked when"),
    ...presumption(table, one, asOf),
    paragraph("While nobody has judged", notWeighed && one.values[notWeighed]),
    byId("What a practice may say of every paper", alwaysSo),
    usedBy(table, id),
  ]);
}

function presumption(table: Table, { values, presume }: Table["facts"][string], asOf: string): Part[] {
  if (presume === undefined) return [];
  const { values: granted, says, because, check, cite } = presume;
  return [
    paragraph("Taken for granted where nobody says otherwise", `${says} ${because}`),
    bulleted(
      "That is",
      granted.map((value) => ({ text: values[value] ?? value, note: value })),
    ),
    paragraph("How to make sure", check),
    sources(table, cite, asOf),
  ];
}

function formerFactEntry(table: Table, id: string): Entry {
  const { instead } = table["former-facts"][id] as FormerFact;
  return entry("former-fact", id, undefined, [paragraph("Now", instead)]);
}

function particularEntry(table: Table, id: string): Entry {
  const { ask, kind, "not-before": floor } = table.particulars[id] as Table["particulars"][string];
  const bound = floor === undefined ? "" : `, not earlier than ${floor}`;
  const dependent = Object.entries(table.deadlines).filter(([, deadline]) => datesOf(deadline).includes(id));
  return entry("particular", id, ask, [
    paragraph(
      "Kind",
      kind === "date" ? `A date, such as 2026-11-22${bound}. It decides nothing.` : "Text. It decides nothing.",
    ),
    row(
      "Deadlines with it",
      "deadline",
      dependent.map(([deadline]) => deadline),
    ),
  ]);
}

function contactEntry(table: Table, id: string): Entry {
  const { name, find, own } = table.contacts[id] as Table["contacts"][string];
  return entry("contact", id, name, [
    paragraph("Found", find),
    paragraph("Own", own && "A practice file may have a number for it."),
  ]);
}

function sourceEntry(table: Table, id: string, asOf: string): Entry {
  const one = table.sources[id] as Table["sources"][string];
  return entry(
    "source",
    id,
    one.citation,
    [
      paragraph("Establishes", one.establishes),
      { label: "Address", kind: "paragraphs", lines: one.url === undefined ? [] : [{ text: one.url, url: one.url }] },
      paragraph("Text", verificationText(one)),
      { label: "Cited by", kind: "row", lines: citing(table, id) },
      datesPart(one),
    ],
    dateWarnings(one, asOf),
  );
}

function citing({ rules, facts, findings, notices, forms, deadlines }: Table, source: string): PartLine[] {
  const byId = Object.fromEntries(rules.map((rule) => [rule.id, rule]));
  const presumed = Object.fromEntries(
    Object.entries(facts).flatMap(([id, { presume }]) => (presume ? [[id, presume]] : [])),
  );
  const sayings = mapValues(forms, (form) => ({ cite: Object.values(form["has-to-say"]).flatMap(({ cite }) => cite) }));
  const advising = { finding: findings, notice: notices, form: sayings };
  const kinds = Object.entries({ rule: byId, fact: presumed, ...advising, deadline: deadlines });
  return kinds.flatMap(([kind, items]) =>
    Object.entries(items).flatMap(([id, { cite }]) =>
      cite.includes(source) ? [{ text: id, to: anchorOf(kind, id) }] : [],
    ),
  );
}

export function promiseEntry(table: Table, invariant: Invariant): Entry {
  return entry("promise", invariant.id, promiseLines(invariant).join(" "), [when(table, invariant.when)]);
}

function when(table: Table, condition: Condition | undefined, label = "When"): Part {
  return bulleted(label, condition === undefined ? [] : conditionLines(table, condition));
}

function usedBy(table: Table, subject: string): Part {
  return rules(table, "Rules that test it", (rule) =>
    testsOf(rule.when, []).some(({ test }) => test.subject === subject),
  );
}

function rules(table: Table, label: string, isOne: (rule: Rule) => boolean): Part {
  return row(
    label,
    "rule",
    table.rules.filter(isOne).map(({ id }) => id),
  );
}

/** Words, each with the id that it goes by. */
function byId(label: string, words: Readonly<Record<string, string>>): Part {
  return bulleted(
    label,
    Object.entries(words).map(([id, text]) => ({ text, note: id })),
  );
}

function sources(table: Table, cite: readonly string[], asOf: string): Part {
  return bulleted("Sources", sourceLines(table, cite, asOf));
}

function entry(
  kind: string,
  id: string,
  title: string | undefined,
  parts: readonly Part[],
  warnings: readonly string[] = [],
): Entry {
  return { anchor: anchorOf(kind, id), id, ...(title === undefined ? {} : { title }), warnings, parts: told(parts) };
}
