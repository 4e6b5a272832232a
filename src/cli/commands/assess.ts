import { InvalidArgumentError, Option } from "commander";
import { assess } from "../../commands/assess.js";
import { openTable } from "../../commands/open-table.js";
import { failed } from "../../commands/outcome.js";
import { unknownPaper } from "../../commands/papers.js";
import { EXIT } from "../../report/exit-code.js";
import { finishAssessed } from "../finish-assessed.js";
import { endHelp } from "../help-ending.js";
import { ALL_VERDICTS, exitCodes } from "../help-exit-codes.js";
import { refuseSurplus, refuseUnfit } from "../refusals.js";
import { practiceOf, type Setting, termsOf } from "../setting.js";
import { addOptions, answeringOptions, repeatable } from "../shared-options.js";
import { addFactOptions, flagsOf } from "./fact-options.js";
import { askAbout } from "./questions.js";

export function addAssess(setting: Setting): void {
  const { io, root, options, finish } = setting;
  const command = root
    .command("assess")
    .description(
      "Assess one paper or request: from a case file, from facts given as flags, or from both (a flag wins).",
    )
    .argument("[file]", "a case file in YAML or JSON, or - for standard input")
    .option("--ask", "ask on the terminal for what is left open")
    .addOption(repeatable(new Option("--set <fact=value>", "state a fact by its id; may be repeated").argParser(pair)));
  endHelp(command, exitCodes(...ALL_VERDICTS, "checkFailed", "badInput", "noInput", "badRules"));
  addOptions(command, answeringOptions());
  refuseSurplus(command, "For several cases there is order-triage batch.");
  // the flags for facts come from the table, and which table that is stands among the arguments
  root.hook("preSubcommand", async (_, called) => {
    if (called !== command) return;
    const opened = await openTable(io, options().rules);
    if (!opened.ok) {
      command
        .allowUnknownOption()
        .argument("[more...]")
        .action(() => finish(opened));
      return;
    }
    const facts = addFactOptions(command, opened.value.table, root.args);
    command.action(async (file: string | undefined) => {
      const flags = flagsOf(opened.value.table, command, facts);
      const given = { file, flags, practice: practiceOf(setting), ...termsOf(setting) };
      refuseUnfit(command, options());
      const unknown = unknownPaper(opened.value.table, options().paper);
      if (unknown !== undefined) return finish(unknown);
      if (command.opts()["ask"]) await askAbout(setting, opened.value, given);
      else if (file === undefined && flags.length === 0) await finish(failed(EXIT.usage, NOTHING_TO_ASSESS));
      else await finishAssessed(setting, await assess(io, opened.value, given));
    });
  });
}

const NOTHING_TO_ASSESS =
  "Nothing to assess: name a case file, state facts as flags, which `order-triage assess --help` lists, or be asked: --ask.";

function pair(written: string, before: readonly string[] = []): string[] {
  if (/^[^=]+=/.test(written)) return [...before, written];
  throw new InvalidArgumentError("Write the fact, an equals sign and the value: charged=nobody.");
}
