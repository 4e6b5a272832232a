import { testsOf } from "../table/conditions.js";
import type {
  Contact,
  Deadline,
  Fact,
  Finding,
  InForce,
  Invariant,
  Notice,
  Particular,
  Reviewed,
  Rule,
  Source,
  Step,
  Table,
} from "../table/table.js";
import { VERDICTS } from "../table/verdict.js";
import { conditionLines, noticeScopeText } from "./condition-words.js";
import type { Page, Section } from "./page.js";
import { promiseLines } from "./promise-words.js";
import { dateInWords, plural } from "./words.js";

export type VerdictRow = (typeof VERDICTS)[keyof typeof VERDICTS];

export function rulePage(table: Table, id: string, rule: Rule): Page {
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

export function factPage(table: Table, id: string, fact: Fact): Page {
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

export function findingPage(table: Table, id: string, finding: Finding): Page {
  return page(`Finding ${id}`, [
    { kind: "paragraphs", lines: [finding.says] },
    { heading: "When", kind: "bulleted", lines: conditionLines(table, finding.when) },
    { heading: "Rules that test it", kind: "bulleted", lines: rulesTesting(table, id) },
    sources(table, finding.cite),
    dates(finding),
  ]);
}

export function noticePage(table: Table, id: string, notice: Notice): Page {
  return page(`Notice ${id}`, [
    { kind: "paragraphs", lines: [notice.says] },
    { heading: "When", kind: "bulleted", lines: conditionLines(table, notice.when) },
    { heading: "Shown", kind: "paragraphs", lines: [noticeScopeText(notice)] },
    sources(table, notice.cite),
    dates(notice),
  ]);
}

export function stepPage(table: Table, id: string, step: Step): Page {
  const users = table.rules.filter(({ steps }) => steps.includes(id)).map((rule) => rule.id);
  return page(`Step ${id}`, [
    { kind: "paragraphs", lines: [step.do] },
    { heading: "Rules that ask for it", kind: "bulleted", lines: users },
  ]);
}

export function deadlinePage(table: Table, id: string, deadline: Deadline): Page {
  const from = table.particulars[deadline.from]?.ask;
  const bound = (what: string, particular: string | undefined): string[] =>
    particular === undefined ? [] : [`${what} than the answer to: ${table.particulars[particular]?.ask}`];
  const { count, unit } = deadline.after;
  const reckoned = `${plural(count, unit)} after the answer to: ${from} That day itself is not counted.`;
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

export function sourcePage(table: Table, id: string, source: Source): Page {
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
  return readOn === undefined ? `${how}.` : `${how} on ${dateInWords(readOn)}.`;
}

export function contactPage(_table: Table, id: string, contact: Contact): Page {
  return page(`Contact ${id}: ${contact.name}`, [{ kind: "paragraphs", lines: [contact.find] }]);
}

export function particularPage(table: Table, id: string, particular: Particular): Page {
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

export function invariantPage(table: Table, id: string, invariant: Invariant): Page {
  return page(`Promise ${id}`, [
    { kind: "paragraphs", lines: promiseLines(invariant) },
    { heading: "When", kind: "bulleted", lines: conditionLines(table, invariant.when) },
  ]);
}

export function verdictPage(table: Table, id: string, { label, exitCode, meaning }: VerdictRow): Page {
  const users = table.rules.filter(({ verdict }) => verdict === id).map((rule) => rule.id);
  return page(`Verdict ${id}: ${label}`, [
    { kind: "paragraphs", lines: [meaning, `Exit code ${exitCode}.`] },
    { heading: "Rules that give it", kind: "bulleted", lines: users },
  ]);
}

export function codePage(_table: Table, code: string, { meaning }: { readonly meaning: string }): Page {
  return page(`Problem ${code}`, [{ kind: "paragraphs", lines: [meaning] }]);
}

function sources(table: Table, cite: readonly string[]): Section {
  const lines = cite.map((id) => `${table.sources[id]?.citation} (${id}, verified: ${table.sources[id]?.verified})`);
  return { heading: "Sources", kind: "bulleted", lines };
}

function dates(item: InForce | Reviewed): Section {
  const { from, to } = item;
  const review = "review-by" in item ? item["review-by"] : undefined;
  const lines = [
    ...(from === undefined ? [] : [`In force from ${dateInWords(from)}.`]),
    ...(to === undefined ? [] : [`In force until ${dateInWords(to)}.`]),
    ...(review === undefined ? [] : [`To be looked at again by ${dateInWords(review)}.`]),
  ];
  return { heading: "Dates", kind: "bulleted", lines };
}

function page(title: string, sections: readonly Section[]): Page {
  return { title, sections: sections.filter(({ lines }) => lines.length > 0) };
}
