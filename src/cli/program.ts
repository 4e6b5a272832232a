import { Command, InvalidArgumentError, Option } from "commander";
import type { Io } from "../commands/io.js";
import type { Outcome } from "../commands/outcome.js";
import { isDay } from "../source/day.js";
import { printable } from "../source/printable.js";
import { version } from "../version.js";
import { addAssess } from "./assess-command.js";
import { addBatch } from "./batch-command.js";
import { addExplain, addSchema } from "./explain-command.js";
import { DESCRIPTION, EXAMPLES, exitCodeHelp } from "./help.js";
import { FORMAT_NAMES, type Formatters, show } from "./print.js";
import { addQuestions } from "./questions-command.js";
import { addRules } from "./rules-command.js";
import type { GlobalOptions, Setting } from "./setting.js";

/** The whole command line. The exit code of the run is handed to `exit`. */
export function program(io: Io, exit: (code: number) => void): Command {
  const root = new Command("order-triage");
  const options = (): GlobalOptions => root.opts<GlobalOptions>();
  const finish = async (outcome: Outcome, own?: Formatters): Promise<void> => exit(await show(outcome, options(), own));
  const setting: Setting = { io, root, options, finish, exit };
  globalOptions(root, io);
  addQuestions(setting);
  addAssess(setting);
  addBatch(setting);
  addExplain(setting);
  addRules(setting);
  addSchema(setting);
  return root;
}

function globalOptions(root: Command, io: Io): void {
  root
    .description(DESCRIPTION)
    .usage("[command] [options]")
    .version(`order-triage ${version} (Node ${process.version})`, "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .addOption(
      new Option("--rules <file>", "use another rule table").default(
        io.shippedRules,
        "the one that comes with the program",
      ),
    )
    .addOption(
      new Option("--as-of <date>", "apply the law of that day; twice, rules diff compares two")
        .default([], "today")
        .argParser(day),
    )
    .addOption(new Option("--format <format>", "how to show the result").choices(FORMAT_NAMES).default("text"))
    .option("--output <file>", "write the result to a file that only you can read")
    .option("--force", "let --output and --save replace a file that is there already", false)
    .addOption(new Option("--color <when>", "colour the text").choices(["auto", "always", "never"]).default("auto"))
    .option("--save <file>", "keep the answers to the questions in a case file that only you can read")
    .option("--plain", "put numbered questions and draw nothing, as ACCESSIBLE=1 does", false)
    .option("--no-input", "never ask anything")
    .addHelpText("after", `\n${EXAMPLES}\n\n${exitCodeHelp()}`)
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: (text, write) => write(text.split("\n").map(printable).join("\n")) })
    .exitOverride();
}

function day(written: string, before: readonly string[]): string[] {
  if (isDay(written)) return [...before, written];
  throw new InvalidArgumentError("Write a date as 2026-11-22.");
}
