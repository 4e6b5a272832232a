import { type Command, Option } from "commander";
import { openNamedTable } from "../../commands/open-table.js";
import { failed } from "../../commands/outcome.js";
import type { CheckOptions } from "../../commands/rules/check.js";
import type { DiffOptions } from "../../commands/rules/diff.js";
import type { TestOptions } from "../../commands/rules/test.js";
import { formatsOf } from "../../format/formats.js";
import { EXIT } from "../../report/exit-code.js";
import { DIALECTS, type DialectName, USUAL_DIALECT } from "../../report/table/export/dialects.js";
import { endHelp } from "../help-ending.js";
import { exitCodes } from "../help-exit-codes.js";
import { refuseHelpOnOthers, refuseSurplus, refuseUnshown } from "../refusals.js";
import { dayOf, type Setting } from "../setting.js";
import { addOptions, asOfOption, fileOption, once, rulesOption, showingOptions } from "../shared-options.js";
import { readFolder } from "../system/read.js";
import { leaveSignals } from "../system/signals.js";
import { tableInFront } from "./table-in-front.js";

export function addRules(setting: Setting): void {
  const rules = setting.root.command("rules").description("Work on a rule table.");
  refuseHelpOnOthers(rules.helpCommand("help [command]", "Show the help of a command."));
  // whatever is done with a table is worked out in one go
  rules.hook("preAction", leaveSignals);
  addCheck(rules, setting);
  addTest(rules, setting);
  addDiff(rules, setting);
  addTable(rules, setting);
  addCertify(rules, setting);
}

const IN_FRONT = "rules.yaml in this folder, else the built-in one";

function addCheck(rules: Command, setting: Setting): void {
  const { io, options, finish } = setting;
  const command = rules
    .command("check")
    .description(
      "Check a rule table: every situation has one deciding rule, its promises hold, and nothing is doubtful.",
    )
    .argument("[file]", "the table, or - for standard input; the same as --rules")
    .option("--strict", "let warnings fail", false)
    .option("--verbose", "print the size of the diagram, the reach of general rules, and the time it took", false)
    .option("--watch", "check again whenever the file is saved", false)
    .action(async (file: string | undefined, { strict, verbose, watch }: CheckSwitches) => {
      refuseUnshown(command, "verbose", options().format, formatsOf("suggested"));
      const path = tableInFront(setting, file);
      const asked = { path, asOf: dayOf(setting), strict, verbose };
      const { checkRules } = await import("../../commands/rules/check.js");
      const check = async (): Promise<void> => finish(await checkRules(io, asked));
      if (!watch) return check();
      if (path === undefined || path === "-") return finish(failed(EXIT.usage, NOTHING_TO_WATCH));
      const { watchFile } = await import("../system/watch.js");
      return watchFile(path, check);
    });
  endHelp(command, exitCodes("ok", "checkFailed", "badRules"));
  addOptions(command, [rulesOption(IN_FRONT), asOfOption(), ...showingOptions(formatsOf("check"))]);
  refuseSurplus(command, "Check one table at a time.");
}

type CheckSwitches = Pick<CheckOptions, "strict" | "verbose"> & { readonly watch: boolean };

const NOTHING_TO_WATCH = "Neither standard input nor the built-in table can be watched: name a file.";

function addTest(rules: Command, setting: Setting): void {
  const { io, options, finish } = setting;
  const command = rules
    .command("test")
    .description("Try the cases of a table, and whether they would notice if it were otherwise.")
    .argument("[path...]", "case files and folders; without them tests/cases")
    .option("--coverage", "tell which rules and conditions no case tries on both sides", false)
    .option("--mutants", "change every part of every rule and tell which changes no case notices", false)
    .addOption(
      new Option("--suggest", "print the cases that are missing, to be given titles and saved")
        .default(false)
        .conflicts(["coverage", "mutants"]),
    )
    .action(async (paths: readonly string[], switches: TestSwitches) => {
      for (const name of ["coverage", "suggest"])
        refuseUnshown(command, name, options().format, formatsOf("suggested"));
      const { testRules } = await import("../../commands/rules/test.js");
      const asked = { ...switches, rules: tableInFront(setting), paths, asOf: dayOf(setting) };
      await finish(await testRules({ ...io, list: readFolder }, asked));
    });
  endHelp(command, exitCodes("ok", "checkFailed", "badInput", "noInput", "badRules"));
  addOptions(command, [rulesOption(IN_FRONT), asOfOption(), ...showingOptions(formatsOf("test"))]);
}

type TestSwitches = Pick<TestOptions, "coverage" | "mutants" | "suggest">;

function addDiff(rules: Command, setting: Setting): void {
  const { io, options, finish } = setting;
  const command = rules
    .command("diff")
    .description(
      "Compare two versions of a table, or its law on two days, over every situation; --format html makes a page to sign.",
    )
    .argument("[old]", "a file, or a git revision such as HEAD~1 or origin/main")
    .argument("[new]", "the same; without it the table of --rules")
    .addOption(fileOption("--cases <path>", "the cases to look at, a file or a folder").default(undefined, CASES))
    .option("--exit-code", "exit with 60 where anything is decided differently", false)
    .option("--strict", "exit with 60 where the edition or the day of review did not move with the table", false)
    .action(async (old: string | undefined, next: string | undefined, { cases, exitCode, strict }: DiffSwitches) => {
      const { diffRules } = await import("../../commands/rules/diff.js");
      const { readRevision } = await import("../system/git.js");
      const { rules: named, asOf: days } = options();
      const asked = { old, new: next, rules: named, front: tableInFront(setting), days, cases, exitCode, strict };
      await finish(await diffRules({ ...io, list: readFolder }, readRevision, asked));
    });
  const days = asOfOption("; given twice, compare the law of two days");
  endHelp(command, exitCodes("ok", "checkFailed", "badInput", "noInput", "badRules"));
  addOptions(command, [rulesOption(IN_FRONT), days, ...showingOptions(formatsOf("diff"))]);
  refuseSurplus(command, "Compare two versions at a time.");
}

type DiffSwitches = Pick<DiffOptions, "cases" | "exitCode" | "strict">;

const CASES = "tests/cases where it is there";

function addTable(rules: Command, setting: Setting): void {
  const { io, options, finish } = setting;
  const dialect = new Option("--dialect <database>", "the database that --format sql is for")
    .choices(Object.keys(DIALECTS))
    .default(undefined, USUAL_DIALECT);
  const command = rules
    .command("table")
    .description(
      "Print the whole table to read and sign off; --format html makes a page for screen and paper, --format sql an expression for databases, --format dmn decisions for engines.",
    )
    .argument("[file]", "the table, or - for standard input; the same as --rules")
    .addOption(once(dialect))
    .action(async (file: string | undefined, { dialect }: TableSwitches) => {
      if (dialect !== undefined && options().format !== "sql")
        command.error("error: option '--dialect' goes with --format sql");
      const opened = await openNamedTable(io, tableInFront(setting, file));
      if (!opened.ok) return finish(opened);
      const { printTable } = await import("../../commands/rules/table.js");
      return finish(printTable(opened.value, dayOf(setting), dialect));
    });
  endHelp(command, exitCodes("ok", "badRules"));
  addOptions(command, [rulesOption(IN_FRONT), asOfOption(), ...showingOptions(formatsOf("table"))]);
  refuseSurplus(command, "Print one table at a time.");
}

interface TableSwitches {
  readonly dialect?: DialectName;
}

function addCertify(rules: Command, setting: Setting): void {
  const command = rules
    .command("certify")
    .description(
      "Write what proves a table to whoever has not this program: how every situation is decided, and why each promise holds. verify-certificate.mjs checks it.",
    )
    .argument("[file]", "the table, or - for standard input; the same as --rules")
    .action(async (file: string | undefined) => {
      const opened = await openNamedTable(setting.io, tableInFront(setting, file));
      if (!opened.ok) return setting.finish(opened);
      const { certifyTable } = await import("../../commands/rules/certify.js");
      return setting.finish(certifyTable(opened.value));
    });
  endHelp(command, exitCodes("ok", "badRules"));
  addOptions(command, [rulesOption(IN_FRONT), ...showingOptions(formatsOf("certificate"))]);
  refuseSurplus(command, "Certify one table at a time.");
}
