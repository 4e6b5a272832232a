import { openNamedTable } from "../../commands/open-table.js";
import { formatsOf } from "../../format/formats.js";
import { endHelp, type HelpSection } from "../help-ending.js";
import { exitCodes } from "../help-exit-codes.js";
import type { Setting } from "../setting.js";
import { addOptions, BUILT_IN, rulesOption, showingOptions } from "../shared-options.js";

/** Checks records of answers that were kept with `--record`. */
export function addVerify({ io, root, options, finish }: Setting): void {
  const command = root
    .command("verify")
    .description("Check records of answers: is it still the same answer, and if not, what has changed?")
    .argument("<file...>", "records that --record has kept, or - for standard input")
    .action(async (files: readonly string[]) => {
      const opened = await openNamedTable(io, options().rules);
      if (!opened.ok) return finish(opened);
      const { verifyRecords } = await import("../../commands/verify.js");
      return finish(await verifyRecords(io, opened.value, files));
    });
  endHelp(command, AFTER, exitCodes("ok", "checkFailed", "badInput", "noInput", "badRules"));
  addOptions(command, [rulesOption(BUILT_IN), ...showingOptions(formatsOf("plain"))]);
}

const AFTER: HelpSection = {
  kind: "paragraphs",
  paragraphs: [
    "Each case is assessed again under the law of the day that its record names. Under the very table of then the answer has to be the same to the letter; under a later one you are told what has changed for this case, and by which rules.",
    "The exit code is 0 where every record holds, whatever has changed since; 60 where one was altered; 66 where there is nothing to read; 65 where a file is no record, or the table gives no answer to its case.",
  ],
};
