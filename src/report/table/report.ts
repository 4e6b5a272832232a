import { outlineOf } from "../../audit/outline/outline.js";
import type { CompiledTable } from "../../table/compiled.js";
import { printableDocument } from "../document.js";
import { EXIT } from "../exit-code.js";
import type { TableReport } from "../report.js";
import { ruleChapters } from "./chapters.js";
import { coveredChapter } from "./covered.js";
import { tableData } from "./data.js";
import { type DialectName, USUAL_DIALECT } from "./export/dialects.js";
import { dmnModel } from "./export/dmn.js";
import { ruleRows } from "./export/rule-rows.js";
import { sqlTable } from "./export/sql.js";
import type { AboutTable } from "./export/sql-words.js";
import { headParts, signOff } from "./head.js";
import { numberRules } from "./numbers.js";
import { tablePage } from "./page.js";
import { referenceChapters } from "./reference.js";
import { stampOf, stampText } from "./stamp.js";

/** A whole table to read and sign off, by the name of its file, under the law of a day, written YYYY-MM-DD; and for a database. */
export function reportTable(
  compiled: CompiledTable,
  about: AboutTable,
  dialect: DialectName = USUAL_DIALECT,
): TableReport {
  const { table, digest } = compiled;
  const { file, asOf, tool } = about;
  const outline = outlineOf(table, asOf);
  const document = printableDocument(
    numberRules({
      title: `Rule table ${stampText(stampOf(file, table, digest))}`,
      head: headParts(outline, { file, digest, tool }),
      chapters: [coveredChapter(outline), ...ruleChapters(outline), ...referenceChapters(table, asOf)],
      signOff: signOff(table, digest),
    }),
  );
  return {
    kind: "table",
    page: tablePage(document),
    data: tableData(outline, { file, digest }),
    document,
    sql: () => sqlTable(compiled, { ...about, dialect }, EXIT.badInput),
    dmn: () => dmnModel(compiled, about),
    spreadsheet: () => ruleRows(document),
  };
}
