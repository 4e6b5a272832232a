import type { Outline } from "../../audit/outline/outline.js";
import { partsIn } from "../../table/parts.js";
import type { Table } from "../../table/table.js";
import { anchorOf, bulleted, type Part, type PartLine, paragraph, type SignOff, told } from "../document.js";
import { dateInWords, figure, plural } from "../words.js";
import { isOverdue } from "./dates.js";
import { shortDigest } from "./stamp.js";

/** What a table is, on which day it was looked at, and how much there is of it. */
export function headParts(outline: Outline, stamp: { file: string; digest: string; tool: string }): Part[] {
  const { table, asOf } = outline;
  const { id, edition, jurisdiction, "reviewed-on": reviewedOn, disclaimer } = table.table;
  const { "before-questions": beforeQuestions, "several-parts": severalParts } = table.table;
  return told([
    paragraph("Table", `${id}, edition ${edition}`),
    paragraph("File", stamp.file),
    paragraph("Jurisdiction", jurisdiction),
    paragraph("Reviewed on", dateInWords(reviewedOn)),
    paragraph("Law as of", dateInWords(asOf)),
    paragraph("Holds", sizeText(table)),
    paragraph("Situations", proofText(outline)),
    paragraph("Sources", sourcesText(table)),
    reviewsPart(table, asOf),
    paragraph("Digest", `SHA-256 ${stamp.digest}`),
    paragraph("Printed by", `order-triage ${stamp.tool}`),
    paragraph("Before the questions", beforeQuestions),
    paragraph("To take a paper in parts", severalParts),
    paragraph("Note", disclaimer),
  ]);
}

/** What somebody signs who has read the whole table. */
export function signOff(table: Table, digest: string): SignOff {
  const { id, edition } = table.table;
  return {
    heading: "Sign-off",
    statement: `I have read the rule table ${id}, edition ${edition} (digest ${shortDigest(digest)}), and agree with it except for what I have marked.`,
    blanks: ["Name", "Role", "Date", "Signature"].map((label) => ({ label })),
  };
}

function sizeText({ rules, facts, findings, notices, forms, papers, invariants }: Table): string {
  const count = (section: object, one: string): string => plural(Object.keys(section).length, one);
  return [
    count(rules, "rule"),
    count(facts, "fact"),
    count(findings, "finding"),
    count(notices, "notice"),
    ...(Object.keys(forms).length === 0 ? [] : [count(forms, "form")]),
    ...(Object.keys(papers).length === 0 ? [] : [count(papers, "paper")]),
    count(invariants, "promise"),
  ].join(", ");
}

function proofText({ situations: { all, possible } }: Outline): string {
  return `${plural(all, "situation")}, of which ${figure(all - possible)} cannot exist. Each of the others has exactly one deciding rule.`;
}

function sourcesText({ sources }: Table): string {
  const many = (mark: string): number => Object.values(sources).filter(({ verified }) => verified === mark).length;
  return `${plural(Object.keys(sources).length, "source")}: ${many("yes")} verified, ${many("partly")} partly verified, ${many("no")} not verified.`;
}

function reviewsPart(table: Table, asOf: string): Part {
  const overdue = overdueLines(table, asOf);
  return overdue.length === 0 ? paragraph("Reviews", "None is overdue.") : bulleted("Reviews overdue", overdue);
}

function overdueLines(table: Table, asOf: string): PartLine[] {
  return partsIn(table, "rules", "findings", "notices", "forms", "sources").flatMap(({ section, id, value }) =>
    isOverdue(value, asOf)
      ? [{ text: id, to: anchorOf(section.slice(0, -1), id), caution: `by ${dateInWords(value["review-by"] ?? "")}` }]
      : [],
  );
}
