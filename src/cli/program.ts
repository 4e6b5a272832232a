import { Command, InvalidArgumentError, Option } from "commander";
import { assess } from "../commands/assess.js";
import { EXIT } from "../commands/exit-code.js";
import type { Io } from "../commands/io.js";
import { openTable } from "../commands/open-table.js";
import { failed, type Outcome } from "../commands/outcome.js";
import { FORMATS } from "../format/formats.js";
import { isDay } from "../source/day.js";
import { printable } from "../source/printable.js";
import { version } from "../version.js";
import { factOptions, flagsOf } from "./fact-options.js";
import { DESCRIPTION, EXAMPLES, exitCodeHelp } from "./help.js";
import { type Showing, show } from "./print.js";

interface GlobalOptions extends Showing {
  readonly rules: string;
  readonly asOf: string;
}

/** What every command is made with. */
interface Setting {
  readonly io: Io;
  readonly root: Command;
  readonly options: () => GlobalOptions;
  /** Shows an outcome and ends the run with its exit code. */
  readonly finish: (outcome: Outcome) => Promise<void>;
}

/** The whole command line. The exit code of the run is handed to `exit`. */
export function program(io: Io, exit: (code: number) => void): Command {
  const root = new Command("order-triage");
  const options = (): GlobalOptions => root.opts<GlobalOptions>();
  const setting = { io, root, options, finish: async (outcome: Outcome) => exit(await show(outcome, options())) };
  globalOptions(root, io);
  addAssess(setting);
  addExplain(setting);
  addRules(setting);
  return root;
}

function globalOptions(root: Command, io: Io): void {
  root
    .description(DESCRIPTION)
    .usage("<command> [options]")
    .version(`order-triage ${version} (Node ${process.version})`, "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .addOption(
      new Option("--rules <file>", "use another rule table").default(
        io.shippedRules,
        "the one that comes with the program",
      ),
    )
    .addOption(new Option("--as-of <date>", "apply the law of that day").default(io.today, "today").argParser(day))
    .addOption(new Option("--format <format>", "how to show the result").choices(Object.keys(FORMATS)).default("text"))
    .option("--output <file>", "write the result to a file that only you can read")
    .option("--force", "let --output replace a file that is there already", false)
    .addOption(new Option("--color <when>", "colour the text").choices(["auto", "always", "never"]).default("auto"))
    .addHelpText("after", `\n${EXAMPLES}\n\n${exitCodeHelp()}`)
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: (text, write) => write(text.split("\n").map(printable).join("\n")) })
    .exitOverride();
}

function addAssess({ io, root, options, finish }: Setting): void {
  const command = root
    .command("assess")
    .description(
      "Assess one paper or request: from a case file, from facts given as flags, or from both (a flag wins).",
    )
    .argument("[file]", "a case file in YAML or JSON, or - for standard input")
    .option("--set <fact=value>", "state a fact by its id; may be repeated", pair)
    .addHelpText("after", `\n${exitCodeHelp()}`);
  // the flags for facts come from the table, and which table that is stands among the arguments
  root.hook("preSubcommand", async (_, called) => {
    if (called !== command) return;
    const opened = await openTable(io, options().rules);
    if (!opened.ok) {
      command
        .allowUnknownOption()
        .allowExcessArguments()
        .action(() => finish(opened.failure));
      return;
    }
    const facts = factOptions(opened.value.table, [...root.options, ...command.options]);
    for (const { option } of facts) command.addOption(option);
    command.action(async (file: string | undefined) => {
      const flags = flagsOf(opened.value.table, command, facts);
      if (file === undefined && flags.length === 0) await finish(failed(EXIT.usage, NOTHING_TO_ASSESS));
      else await finish(await assess(io, opened.value, { file, flags, asOf: options().asOf }));
    });
  });
}

const NOTHING_TO_ASSESS =
  "Nothing to assess: name a case file, or state facts as flags. `order-triage assess --help` lists them.";

function addExplain({ io, root, options, finish }: Setting): void {
  root
    .command("explain")
    .description("Tell all about a rule, fact, finding, step, source, verdict or problem code.")
    .argument("<id>", "its id, as a result or a message shows it")
    .action(async (id: string) => {
      const opened = await openTable(io, options().rules);
      const { explainId } = await import("../commands/explain.js");
      await finish(opened.ok ? explainId(opened.value.table, id) : opened.failure);
    });
}

function addRules({ io, root, options, finish }: Setting): void {
  root
    .command("rules")
    .description("Work on a rule table.")
    .command("check")
    .description("Check a rule table: every situation has one deciding rule, and its promises hold.")
    .argument("[file]", "the table; without it the one that --rules names")
    .option("--verbose", "print the size of the diagram and the time it took", false)
    .action(async (file: string | undefined, { verbose }: { readonly verbose: boolean }) => {
      const { checkRules } = await import("../commands/rules-check.js");
      await finish(await checkRules(io, { path: file ?? options().rules, verbose }));
    });
}

function day(written: string): string {
  if (isDay(written)) return written;
  throw new InvalidArgumentError("Write a date as 2026-11-22.");
}

function pair(written: string, before: readonly string[] = []): string[] {
  if (/^[^=]+=/.test(written)) return [...before, written];
  throw new InvalidArgumentError("Write the fact, an equals sign and the value: charged=nobody.");
}
