import type { Assessed } from "../commands/assess.js";
import type { Failed } from "../commands/outcome.js";
import { paperInstead } from "../commands/papers.js";
import { recordFile } from "../commands/record-file.js";
import { EXIT } from "../report/exit-code.js";
import type { AnswerRecord } from "../report/record/record.js";
import { printable } from "../source/printable.js";
import { say, show } from "./print.js";
import type { Setting } from "./setting.js";

/**
 * Keeps the record of an answer where that was asked for, shows the answer or a paper in its place, and ends the run
 * with its exit code; where the record could not be kept, with the one for that. Whether there was something to show.
 */
export async function finishAssessed({ options, finish, exit }: Setting, outcome: Assessed | Failed): Promise<boolean> {
  const { record: path, paper, force, quiet } = options();
  const shown = paperInstead(outcome, paper);
  if (outcome.kind === "failed" || shown.kind === "failed" || path === undefined) {
    await finish(shown);
    return shown.kind !== "failed";
  }
  const unkept = await keep(path, outcome.record, force);
  const exitCode = await show(shown, options());
  if (unkept !== undefined) await say(`error: no record was kept. ${printable(unkept)}\n`);
  else if (!quiet) await say(`Record kept in ${printable(path)}.\n`);
  exit(unkept === undefined ? exitCode : EXIT.cannotWrite);
  return true;
}

/** A sentence about why it was not kept. */
async function keep(path: string, record: AnswerRecord, force: boolean): Promise<string | undefined> {
  const { writeWhole } = await import("./system/write.js");
  const file = recordFile(record);
  return "unfit" in file ? file.unfit : writeWhole(path, file.text, force);
}
