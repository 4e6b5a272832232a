import { openTable } from "../../commands/open-table.js";
import { formatsOf } from "../../format/formats.js";
import { endHelp } from "../help-ending.js";
import { exitCodes } from "../help-exit-codes.js";
import { refuseSurplus } from "../refusals.js";
import { practiceOf, type Setting } from "../setting.js";
import { addOptions, BUILT_IN, practiceOption, rulesOption, showingOptions } from "../shared-options.js";

export function addPaper(setting: Setting): void {
  const { io, root, options, finish } = setting;
  const command = root
    .command("paper")
    .description("Show a paper that needs no case, such as a sheet for the wall.")
    .argument("<name>", "its id, such as wall-sheet")
    .action(async (name: string) => {
      const opened = await openTable(io, options().rules);
      if (!opened.ok) return finish(opened);
      const { standingPaper } = await import("../../commands/papers.js");
      return finish(await standingPaper(io, opened.value.table, name, practiceOf(setting)));
    });
  endHelp(command, exitCodes("ok", "badInput", "noInput", "badRules"));
  addOptions(command, [rulesOption(BUILT_IN), practiceOption(), ...showingOptions(formatsOf("paper"))]);
  refuseSurplus(command, "Ask for one paper at a time.");
}
