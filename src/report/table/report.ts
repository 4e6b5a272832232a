import { groupRules } from "../../audit/outline/kinds.js";
import { printable } from "../../source/printable.js";
import { draftLaw } from "../../table/compile.js";
import type { CompiledTable } from "../../table/compiled.js";
import { EXIT } from "../exit-code.js";
import type { TableReport } from "../report.js";
import { ruleChapters } from "./chapters.js";
import { coveredChapter } from "./covered.js";
import { tableData } from "./data.js";
import type { TableDocument } from "./document.js";
import { headParts, signOff } from "./head.js";
import { tablePage } from "./page.js";
import { referenceChapters } from "./reference.js";
import { sqlTable } from "./sql.js";
import { stampOf, stampText } from "./stamp.js";

/** A whole table to read and sign off, by the name of its file, under the law of a day, written YYYY-MM-DD. */
export function reportTable(
  compiled: CompiledTable,
  about: { readonly file: string; readonly asOf: string; readonly tool: string },
): TableReport {
  const { table, digest } = compiled;
  const { file, asOf, tool } = about;
  const draft = draftLaw(table, asOf);
  const kinds = groupRules(table, draft);
  const document = withPrintableTexts<TableDocument>({
    title: `Rule table ${stampText(stampOf(file, table, digest))}`,
    head: headParts(table, draft, { file, digest, asOf, tool }),
    chapters: [
      coveredChapter(table, draft, kinds),
      ...ruleChapters(table, draft, kinds, asOf),
      ...referenceChapters(table, asOf),
    ],
    signOff: signOff(table, digest),
  });
  return {
    kind: "table",
    page: tablePage(document),
    data: tableData(table, draft, kinds, { file, digest, asOf }),
    document,
    sql: () => sqlTable(compiled, about, EXIT.badInput),
  };
}

/** Plain data with nothing in its texts that hides or reorders what a reader signs for. */
function withPrintableTexts<Data>(data: Data): Data {
  return JSON.parse(JSON.stringify(data), (_, value) => (typeof value === "string" ? printable(value) : value));
}
