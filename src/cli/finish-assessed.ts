import type { Assessed } from "../commands/assess.js";
import type { Failed } from "../commands/outcome.js";
import { recordFile } from "../commands/record-file.js";
import { EXIT } from "../report/exit-code.js";
import type { AnswerRecord } from "../report/record/record.js";
import { printable } from "../source/printable.js";
import { say, show } from "./print.js";
import type { Setting } from "./setting.js";

/**
 * Keeps the record of an answer where that was asked for, shows the answer, and ends the run with its exit code; where
 * the record could not be kept, with the one for that.
 */
export async function finishAssessed({ options, finish, exit }: Setting, outcome: Assessed | Failed): Promise<void> {
  const { record: path, force } = options();
  if (outcome.kind === "failed" || path === undefined) return finish(outcome);
  const unkept = await keep(path, outcome.record, force);
  const exitCode = await show(outcome, options());
  await say(
    `${printable(unkept === undefined ? `Record kept in ${path}.` : `error: no record was kept. ${unkept}`)}\n`,
  );
  exit(unkept === undefined ? exitCode : EXIT.cannotWrite);
}

/** A sentence about why it was not kept. */
async function keep(path: string, record: AnswerRecord, force: boolean): Promise<string | undefined> {
  const { writeWhole } = await import("./system/write.js");
  const file = recordFile(record);
  return "unfit" in file ? file.unfit : writeWhole(path, file.text, force);
}
