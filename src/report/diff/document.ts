import type { PartChange } from "../../audit/diff/parts.js";
import type { Problem } from "../../source/problem.js";
import {
  BEFORE,
  bulleted,
  NOW,
  type Part,
  type PartLine,
  paragraph,
  printableDocument,
  type SignOff,
  type SignOffDocument,
  told,
} from "../document.js";
import { shortDigest } from "../table/stamp.js";
import { dateInWords, figure, sentence } from "../words.js";
import { casesText } from "./case-words.js";
import { comparisonChapters } from "./chapters.js";
import { byVerdict, type Comparison, type Side, saysTheSame } from "./comparison.js";
import { verdictChangeText } from "./decision-words.js";
import { inShort, situationsText } from "./summary.js";
import { countText, warningText } from "./words.js";

/**
 * What changes from one table to another, to be read and signed off.
 *
 * @param tool the version of this program
 */
export function comparisonDocument(comparison: Comparison, tool: string): SignOffDocument {
  return printableDocument({
    title: titleOf(comparison),
    head: headParts(comparison, tool),
    chapters: comparisonChapters(comparison),
    signOff: signOff(comparison),
  });
}

function titleOf({ old, new: next }: Comparison): string {
  const ids = [...new Set([old, next].map(({ table: { table } }) => table.id))];
  return `Changes to the rule table ${ids.join(" and ")}: ${versionsOf(old, next).join(" to ")}`;
}

/** The versions, by what tells them apart; one where nothing does. */
function versionsOf(old: Side, next: Side): string[] {
  return [...new Set([versionText(old, next), versionText(next, old)])];
}

function versionText({ table: { table }, digest, day }: Side, other: Side): string {
  const law = day === other.day ? "" : `, law of ${dateInWords(day)}`;
  return `edition ${table.edition} (digest ${shortDigest(digest)}${law})`;
}

function headParts(comparison: Comparison, tool: string): Part[] {
  const { old, new: next, difference, cases, warnings } = comparison;
  return told([
    sidePart(BEFORE, old),
    sidePart(NOW, next),
    paragraph("In short", saysTheSame(comparison) ? "Both say the same." : sentence(capital(inShort(comparison)))),
    paragraph("Situations", situationsText(comparison)),
    bulleted(
      "Verdicts",
      byVerdict(difference.decisions).map((change) => ({
        text: verdictChangeText(change),
        note: countText(change.count, difference.compared),
      })),
    ),
    paragraph("Written differently", ...writtenText(comparison)),
    paragraph("Cases", cases === undefined ? "None were looked at." : casesText(cases)),
    bulleted("Warnings", warnings.map(warningLine)),
    paragraph("Printed by", `order-triage ${tool}`),
  ]);
}

function sidePart(label: string, { name, table: { table }, digest, day }: Side): Part {
  const law = `Law as of ${dateInWords(day)}`;
  return bulleted(label, [name, `${table.id}, edition ${table.edition}`, law, `SHA-256 ${digest}`]);
}

/** How many parts of each section are new, gone or changed. */
function writtenText({ difference: { parts } }: Comparison): string[] {
  return [...new Set(parts.map(({ section }) => section))].map((section) => {
    const counted = Object.entries(COUNTED).flatMap(([change, word]) => {
      const many = parts.filter((part) => part.section === section && part.change === change).length;
      return many === 0 ? [] : [`${figure(many)} ${word}`];
    });
    return `${capital(section.replace("-", " "))}: ${counted.join(", ")}.`;
  });
}

const COUNTED = { added: "new", removed: "gone", changed: "changed" } as const satisfies Record<
  PartChange["change"],
  string
>;

function warningLine(warning: Problem): PartLine {
  const { help } = warning;
  return { text: warningText(warning), ...(help === undefined ? {} : { note: help }) };
}

function signOff(comparison: Comparison): SignOff {
  const { old, new: next } = comparison;
  const { id } = next.table.table;
  const versions = versionsOf(old, next);
  const heading = "Sign-off";
  if (saysTheSame(comparison)) {
    const statement = `The rule table ${id} says the same in ${versions.join(" and ")}.`;
    return { heading, statement, blanks: [...WHO, SIGNED] };
  }
  const decision = { label: "Decision", choices: ["Agreed", "Not agreed"] };
  const notes = { label: "Notes, with the numbers of changes", lines: 4 };
  return {
    heading,
    statement: `I have read what changes in the rule table ${id} from ${versions.join(" to ")}.`,
    blanks: [...WHO, decision, notes, SIGNED],
  };
}

const WHO = ["Read by", "Role", "Date"].map((label) => ({ label }));
const SIGNED = { label: "Signature" };

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
