import { Command } from "commander";
import type { ProgramIo } from "../commands/io.js";
import type { Outcome } from "../commands/outcome.js";
import { printableLines } from "../source/printable.js";
import { version } from "../version.js";
import { addAssess } from "./commands/assess.js";
import { addBatch } from "./commands/batch/command.js";
import { addComplete, addCompletion } from "./commands/completion.js";
import { addExplain, addSchema } from "./commands/explain.js";
import { addHelp, TOPICS } from "./commands/help.js";
import { addPage } from "./commands/page.js";
import { addPaper } from "./commands/paper.js";
import { addQuestions } from "./commands/questions.js";
import { addRules } from "./commands/rules.js";
import { addVerify } from "./commands/verify.js";
import { formatAsFile } from "./file-format.js";
import { DESCRIPTION, EXAMPLES, HELP_LAYOUT } from "./help.js";
import { endHelp } from "./help-ending.js";
import { ALL_EXIT_CODES } from "./help-exit-codes.js";
import { show, widthOf } from "./print.js";
import { refuseBesideShort, refuseForeign, refuseHelpOnOthers, refuseSameFile } from "./refusals.js";
import type { GlobalOptions, Setting } from "./setting.js";
import { addOptions, answeringOptions } from "./shared-options.js";

const COMMANDS: Readonly<Record<string, (setting: Setting) => void>> = {
  assess: addAssess,
  batch: addBatch,
  paper: addPaper,
  verify: addVerify,
  page: addPage,
  explain: addExplain,
  rules: addRules,
  schema: addSchema,
  completion: addCompletion,
};

/**
 * The whole command line. The exit code of the run is handed to `exit`.
 *
 * @param word the first one on the line: where it is a command, no other one is put together but what shows others
 */
export function program(io: ProgramIo, exit: (code: number) => void, word = ""): Command {
  const root = new Command("order-triage");
  const options = (): GlobalOptions => root.opts<GlobalOptions>();
  const finish = async (outcome: Outcome): Promise<void> => exit(await show(outcome, options()));
  const setting: Setting = { io, root, options, finish, exit };
  configure(root);
  addQuestions(setting);
  const called = Object.hasOwn(COMMANDS, word) ? [word] : Object.keys(COMMANDS);
  for (const name of called) COMMANDS[name]?.(setting);
  const asking = addComplete(setting);
  const help = addHelp(setting, async (words) => {
    await program(io, exit).parseAsync(words, { from: "user" });
  });
  root.hook("preAction", (_, command) => {
    if (command === help || command === asking) return;
    refuseBesideShort(root, command);
    refuseForeign(root, command);
    refuseSameFile(root, command);
    formatAsFile(root, command);
  });
  return root;
}

function configure(root: Command): void {
  root
    .description(DESCRIPTION)
    .usage("[command] [options]")
    .version(`order-triage ${version} (Node ${process.version})`, "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .configureHelp(HELP_LAYOUT)
    .configureOutput({
      outputError: (text, write) => write(printableLines(text)),
      getOutHelpWidth: () => widthOf(process.stdout),
      getErrHelpWidth: () => widthOf(process.stdout),
    })
    .exitOverride();
  addOptions(root, answeringOptions());
  endHelp(root, { kind: "list", heading: "Examples:", items: EXAMPLES }, ALL_EXIT_CODES);
  refuseHelpOnOthers(root, Object.keys(TOPICS));
}
