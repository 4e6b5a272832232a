import { type Chapter, type Entry, fullHeading, type SignOffDocument } from "../../document.js";
import { type Spreadsheet, type SpreadsheetColumn, textColumn } from "../../spreadsheet.js";
import { lineText } from "../page.js";

/** The rules of a table, one in a row, for those who go through them in a spreadsheet and write beside each what they think. */
export function ruleRows({ title, chapters }: SignOffDocument): Spreadsheet {
  const ruled = chapters.filter(({ tier }) => tier === "rules");
  return {
    name: "Rules",
    columns: [...FIRST, ...PARTS.map((label) => textColumn(label, widthOf(label))), ...LAST],
    rows: ruled.flatMap((chapter) => chapter.entries.map((entry) => ruleRow(title, chapter, entry))),
  };
}

const FIRST: readonly SpreadsheetColumn[] = [
  { heading: "Number", width: 8, kind: "number" },
  textColumn("Rule", 24),
  textColumn("Chapter", 24),
  textColumn("Verdict", 18),
  textColumn("Headline", 32),
];

/** The parts of a rule as the page for signing labels them. */
const PARTS: readonly string[] = [
  "When",
  "Because",
  "What to do",
  "What not to do",
  "Deadlines",
  "Sources",
  "Dates",
  "Displaces",
  "Gives way to",
  "Decides",
];

/** What is to be minded, what is for the reader to fill in, and which table it was, whatever becomes of the file. */
const LAST: readonly SpreadsheetColumn[] = [
  textColumn("Warnings", 24),
  textColumn("Agreed", 10),
  textColumn("Remarks", 40),
  textColumn("Table", 24),
];

const widthOf = (label: string): number =>
  label === "When" || label === "What to do" || label === "Sources" ? 60 : 40;

function ruleRow(title: string, chapter: Chapter, entry: Entry): string[] {
  const { number = "", id = "", verdict, title: headline = "", warnings, parts } = entry;
  const told = PARTS.map((label) => {
    const part = parts.find((one) => one.label === label);
    const lines = part?.lines.map(lineText) ?? [];
    return lines.join(part?.kind === "row" ? ", " : "\n");
  });
  return [
    ...[String(number), id, fullHeading(chapter), verdict?.label ?? "", headline],
    ...told,
    ...[warnings.join("\n"), "", "", title],
  ];
}
