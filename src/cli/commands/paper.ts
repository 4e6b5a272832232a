import { openTable } from "../../commands/open-table.js";
import { formatsOf } from "../../format/formats.js";
import { refuseSurplus } from "../refusals.js";
import type { Setting } from "../setting.js";
import { addOptions, BUILT_IN, rulesOption, showingOptions } from "../shared-options.js";

export function addPaper({ io, root, options, finish }: Setting): void {
  const command = root
    .command("paper")
    .description("Show a paper that needs no case, such as a sheet for the wall.")
    .argument("<name>", "its id, such as wall-sheet")
    .action(async (name: string) => {
      const opened = await openTable(io, options().rules);
      if (!opened.ok) return finish(opened);
      const { standingPaper } = await import("../../commands/papers.js");
      return finish(standingPaper(opened.value.table, name));
    });
  addOptions(command, [rulesOption(BUILT_IN), ...showingOptions(formatsOf("paper"))]);
  refuseSurplus(command, "Ask for one paper at a time.");
}
