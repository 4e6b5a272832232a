import { failed } from "../../commands/outcome.js";
import { formatsOf } from "../../format/formats.js";
import { EXIT } from "../../report/exit-code.js";
import { endHelp } from "../help-ending.js";
import { exitCodes } from "../help-exit-codes.js";
import { refuseSurplus } from "../refusals.js";
import type { Setting } from "../setting.js";
import { addOptions, BUILT_IN, rulesOption, showingOptions } from "../shared-options.js";

export function addPage(setting: Setting): void {
  const { io, root, options, finish } = setting;
  const command = root
    .command("page")
    .description(
      "Write the questions and their answer as one page for any browser, to be opened from a share or a stick: it needs no network and keeps nothing.",
    )
    .action(async () => {
      const { rules, output } = options();
      if (output === undefined && process.stdout.isTTY === true) return finish(failed(EXIT.usage, NAME_A_FILE));
      const { writePage } = await import("../../commands/page/write-page.js");
      return finish(await writePage(io, rules));
    });
  endHelp(command, exitCodes("ok", "badRules"));
  addOptions(command, [rulesOption(BUILT_IN), ...showingOptions(formatsOf("questions"))]);
  refuseSurplus(command, "Write one page at a time, to the file of --output.");
}

const NAME_A_FILE = "A page is nothing for a terminal: name a file, as in `order-triage page --output triage.html`.";
