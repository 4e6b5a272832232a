import { PROBLEM_CODES, type ProblemCode } from "../source/problem.js";
import { testsOf } from "../table/conditions.js";
import type { InForce, Reviewed, Rule, Source, Table } from "../table/table.js";
import { VERDICTS, type Verdict } from "../table/verdict.js";
import { conditionLines } from "./condition-words.js";
import type { Page, Section } from "./page.js";
import { dayInWords } from "./words.js";

/** Something with an id, in full: as data, and as a page to read. */
export interface Explanation {
  readonly kind: string;
  readonly data: unknown;
  readonly page: Page;
}

/** Everything that goes by an id: usually one thing, none where the id is not known. */
export function explain(table: Table, id: string): Explanation[] {
  return KINDS.flatMap(([kind, find]) => {
    const page = find(table, id);
    return page === undefined ? [] : [{ kind, data: dataOf(table, kind, id), page }];
  });
}

/** Every id that can be explained. */
export function knownIds(table: Table): string[] {
  const sections = [
    table.facts,
    table.findings,
    table.notices,
    table.steps,
    table.deadlines,
    table.sources,
    table.contacts,
    table.particulars,
  ];
  return [
    ...table.rules.map(({ id }) => id),
    ...sections.flatMap(Object.keys),
    ...Object.keys(VERDICTS),
    ...Object.keys(PROBLEM_CODES),
  ];
}

type Find = (table: Table, id: string) => Page | undefined;

const KINDS: readonly (readonly [string, Find])[] = [
  ["rule", rulePage],
  ["fact", factPage],
  ["finding", findingPage],
  ["notice", noticePage],
  ["step", stepPage],
  ["deadline", deadlinePage],
  ["source", sourcePage],
  ["contact", contactPage],
  ["particular", particularPage],
  ["verdict", verdictPage],
  ["code", codePage],
];

function dataOf(table: Table, kind: string, id: string): unknown {
  const sections: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    rule: Object.fromEntries(table.rules.map((rule) => [rule.id, rule])),
    fact: table.facts,
    finding: table.findings,
    notice: table.notices,
    step: table.steps,
    deadline: table.deadlines,
    source: table.sources,
    contact: table.contacts,
    particular: table.particulars,
    verdict: VERDICTS,
    code: Object.fromEntries(Object.entries(PROBLEM_CODES).map(([code, meaning]) => [code, { meaning }])),
  };
  return sections[kind]?.[kind === "code" ? id.toUpperCase() : id];
}

function rulePage(table: Table, id: string): Page | undefined {
  const rule = table.rules.find((one) => one.id === id);
  if (rule === undefined) return undefined;
  return page(`Rule ${id}: ${rule.headline}`, [
    {
      kind: "paragraphs",
      lines: [
        `${VERDICTS[rule.verdict].label} (verdict ${rule.verdict}, exit code ${VERDICTS[rule.verdict].exitCode}).`,
        rule.because,
      ],
    },
    { heading: "When", kind: "bulleted", lines: conditionLines(table, rule.when) },
    { heading: "Takes the place of", kind: "bulleted", lines: rule.overrides },
    { heading: "Gives way to", kind: "bulleted", lines: winnersOver(table, rule) },
    { heading: "Steps", kind: "numbered", lines: rule.steps.map((step) => table.steps[step]?.do ?? step) },
    {
      heading: "Deadlines",
      kind: "bulleted",
      lines: rule.deadlines.map((deadline) => table.deadlines[deadline]?.says ?? deadline),
    },
    sources(table, rule.cite),
    dates(rule),
  ]);
}

function winnersOver({ rules }: Table, { id }: Rule): string[] {
  return rules.filter(({ overrides }) => overrides.includes(id)).map((rule) => rule.id);
}

function factPage(table: Table, id: string): Page | undefined {
  const fact = table.facts[id];
  if (fact === undefined) return undefined;
  const asked = fact["asked-when"];
  return page(`Fact ${id}: ${fact.ask}`, [
    { kind: "paragraphs", lines: [fact.why] },
    {
      heading: "Answers",
      kind: "bulleted",
      lines: Object.entries(fact.values).map(([value, words]) => `${value}: ${words}`),
    },
    { heading: "Asked when", kind: "bulleted", lines: asked === undefined ? [] : conditionLines(table, asked) },
    { heading: "Rules that test it", kind: "bulleted", lines: rulesTesting(table, id) },
  ]);
}

function rulesTesting({ rules }: Table, subject: string): string[] {
  return rules
    .filter(({ when }) => testsOf(when, []).some(({ test }) => test.subject === subject))
    .map((rule) => rule.id);
}

function findingPage(table: Table, id: string): Page | undefined {
  const finding = table.findings[id];
  if (finding === undefined) return undefined;
  return page(`Finding ${id}`, [
    { kind: "paragraphs", lines: [finding.says] },
    { heading: "When", kind: "bulleted", lines: conditionLines(table, finding.when) },
    { heading: "Rules that test it", kind: "bulleted", lines: rulesTesting(table, id) },
    sources(table, finding.cite),
    dates(finding),
  ]);
}

function noticePage(table: Table, id: string): Page | undefined {
  const notice = table.notices[id];
  if (notice === undefined) return undefined;
  return page(`Notice ${id}`, [
    { kind: "paragraphs", lines: [notice.says] },
    { heading: "When", kind: "bulleted", lines: conditionLines(table, notice.when) },
    sources(table, notice.cite),
    dates(notice),
  ]);
}

function stepPage(table: Table, id: string): Page | undefined {
  const step = table.steps[id];
  if (step === undefined) return undefined;
  const users = table.rules.filter(({ steps }) => steps.includes(id)).map((rule) => rule.id);
  return page(`Step ${id}`, [
    { kind: "paragraphs", lines: [step.do] },
    { heading: "Rules that ask for it", kind: "bulleted", lines: users },
  ]);
}

function deadlinePage(table: Table, id: string): Page | undefined {
  const deadline = table.deadlines[id];
  if (deadline === undefined) return undefined;
  const from = table.particulars[deadline.from]?.ask;
  const bound = (what: string, particular: string | undefined): string[] =>
    particular === undefined ? [] : [`${what} than the answer to: ${table.particulars[particular]?.ask}`];
  const reckoned = `${deadline.days} ${deadline.count} days after the answer to: ${from} That day itself is not counted.`;
  return page(`Deadline ${id}: ${deadline.says}`, [
    {
      kind: "bulleted",
      lines: [
        reckoned,
        ...bound("Never earlier", deadline["not-before"]),
        ...bound("Never later", deadline["not-after"]),
      ],
    },
    sources(table, deadline.cite),
  ]);
}

function sourcePage(table: Table, id: string): Page | undefined {
  const source = table.sources[id];
  if (source === undefined) return undefined;
  const cites = ({ cite }: { readonly cite: readonly string[] }): boolean => cite.includes(id);
  return page(`Source ${id}: ${source.citation}`, [
    {
      kind: "paragraphs",
      lines: [source.establishes, ...(source.url === undefined ? [] : [source.url]), verificationLine(source)],
    },
    { heading: "Rules that cite it", kind: "bulleted", lines: table.rules.filter(cites).map((rule) => rule.id) },
    dates(source),
  ]);
}

function verificationLine({ verified, "read-on": readOn }: Source): string {
  const how = {
    yes: "The text relied on was read",
    partly: "Part of the text, or a reliable account of it, was read",
    no: "The text was not read",
  }[verified];
  return readOn === undefined ? `${how}.` : `${how} on ${dayInWords(readOn)}.`;
}

function contactPage(table: Table, id: string): Page | undefined {
  const contact = table.contacts[id];
  return contact && page(`Contact ${id}: ${contact.name}`, [{ kind: "paragraphs", lines: [contact.find] }]);
}

function particularPage(table: Table, id: string): Page | undefined {
  const particular = table.particulars[id];
  if (particular === undefined) return undefined;
  const users = Object.keys(table.deadlines).filter((deadline) => table.deadlines[deadline]?.from === id);
  return page(`Particular ${id}: ${particular.ask}`, [
    {
      kind: "paragraphs",
      lines: [
        particular.kind === "date"
          ? "A date, written as 2026-11-22. It never decides a verdict."
          : "Text. It never decides a verdict.",
      ],
    },
    { heading: "Deadlines that run from it", kind: "bulleted", lines: users },
  ]);
}

function verdictPage(table: Table, id: string): Page | undefined {
  if (!Object.hasOwn(VERDICTS, id)) return undefined;
  const { label, exitCode, meaning } = VERDICTS[id as Verdict];
  const users = table.rules.filter(({ verdict }) => verdict === id).map((rule) => rule.id);
  return page(`Verdict ${id}: ${label}`, [
    { kind: "paragraphs", lines: [meaning, `Exit code ${exitCode}.`] },
    { heading: "Rules that give it", kind: "bulleted", lines: users },
  ]);
}

function codePage(_table: Table, id: string): Page | undefined {
  const code = id.toUpperCase();
  if (!Object.hasOwn(PROBLEM_CODES, code)) return undefined;
  return page(`Problem ${code}`, [{ kind: "paragraphs", lines: [PROBLEM_CODES[code as ProblemCode]] }]);
}

function sources(table: Table, cite: readonly string[]): Section {
  const lines = cite.map((id) => `${table.sources[id]?.citation} (${id}, verified: ${table.sources[id]?.verified})`);
  return { heading: "Sources", kind: "bulleted", lines };
}

function dates(item: InForce | Reviewed): Section {
  const { from, to } = item;
  const review = "review-by" in item ? item["review-by"] : undefined;
  const lines = [
    ...(from === undefined ? [] : [`In force from ${dayInWords(from)}.`]),
    ...(to === undefined ? [] : [`In force until ${dayInWords(to)}.`]),
    ...(review === undefined ? [] : [`To be looked at again by ${dayInWords(review)}.`]),
  ];
  return { heading: "Dates", kind: "bulleted", lines };
}

function page(title: string, sections: readonly Section[]): Page {
  return { title, sections: sections.filter(({ lines }) => lines.length > 0) };
}
