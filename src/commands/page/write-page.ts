import { EXIT } from "../../report/exit-code.js";
import type { PageProgram } from "../../report/questions/document.js";
import { questionsDocument } from "../../report/questions/document.js";
import type { QuestionsReport } from "../../report/report.js";
import { version } from "../../version.js";
import type { PageIo } from "../io.js";
import { openTable } from "../open-table.js";
import { answered, failed, type Outcome } from "../outcome.js";
import { firstQuestion } from "./first-question.js";
import { openingOn, packed, pageData } from "./page-data.js";

/**
 * Makes one page of a table that asks and answers wherever it is opened. A table with a fault makes none.
 *
 * @param rules the path of the table's file, `-` for standard input; absent for the built-in table
 */
export async function writePage(io: PageIo, rules: string | undefined): Promise<Outcome<QuestionsReport>> {
  const opened = await openTable(io, rules);
  if (!opened.ok) return opened;
  const read = io.pageScript();
  if (!read.ok) return failed(EXIT.internal, `${read.why} No page was written.`);
  const compiled = opened.value;
  const brought = pageData(compiled, io.today);
  const document = questionsDocument(compiled, {
    writtenOn: io.today,
    tool: version,
    data: await packed(JSON.stringify(brought)),
    program: await pageProgram(new TextDecoder().decode(read.bytes)),
    first: await firstQuestion(compiled, io.today, openingOn(brought, io.today)),
  });
  return answered({ kind: "questions", document });
}

/** The build puts the notices before the script, as a comment. */
async function pageProgram(built: string): Promise<PageProgram> {
  const end = built.indexOf("*/\n") + 3;
  const script = built.slice(end);
  return { notices: built.slice(0, end), script, packed: await packed(script) };
}
