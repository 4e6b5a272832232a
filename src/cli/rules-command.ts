import type { Command } from "commander";
import { EXIT } from "../commands/exit-code.js";
import { openTable } from "../commands/open-table.js";
import { failed } from "../commands/outcome.js";
import type { CheckData } from "../report/check-data.js";
import type { TestData } from "../report/test-data.js";
import { readFolder } from "./read.js";
import { dayOf, type Setting } from "./setting.js";

export function addRules(setting: Setting): void {
  const rules = setting.root.command("rules").description("Work on a rule table.");
  addCheck(rules, setting);
  addTest(rules, setting);
  addDiff(rules, setting);
  addTable(rules, setting);
}

function addCheck(rules: Command, setting: Setting): void {
  const { io, options, finish } = setting;
  rules
    .command("check")
    .description(
      "Check a rule table: every situation has one deciding rule, its promises hold, and nothing is doubtful.",
    )
    .argument("[file]", "the table; without it the one that --rules names")
    .option("--strict", "let warnings fail", false)
    .option("--verbose", "print the size of the diagram, the reach of general rules, and the time it took", false)
    .option("--watch", "check again whenever the file is saved", false)
    .action(async (file: string | undefined, { strict, verbose, watch }: Readonly<Record<string, boolean>>) => {
      const path = file ?? options().rules;
      const { checkRules } = await import("../commands/rules-check.js");
      const check = async (): Promise<void> => {
        const outcome = await checkRules(io, { path, asOf: dayOf(setting), strict: !!strict, verbose: !!verbose });
        const { formatGithub } = await import("../format/github.js");
        const { formatSarif } = await import("../format/sarif.js");
        await finish(outcome, {
          github: ({ data }) => formatGithub(data as CheckData),
          sarif: ({ data }) => formatSarif(data as CheckData),
        });
      };
      if (!watch) return check();
      if (path === "-") return finish(failed(EXIT.usage, "Standard input cannot be watched: name a file."));
      const { watchFile } = await import("./watch.js");
      return watchFile(path, check);
    });
}

function addTest(rules: Command, setting: Setting): void {
  const { io, options, finish } = setting;
  rules
    .command("test")
    .description("Try the cases of a table, and whether they would notice if it were otherwise.")
    .argument("[path...]", "case files and folders; without them tests/cases")
    .option("--coverage", "tell which rules and conditions no case tries on both sides", false)
    .option("--mutants", "change every part of every rule and tell which changes no case notices", false)
    .option("--suggest", "print the cases that are missing, to be given titles and saved", false)
    .action(async (paths: readonly string[], switches: Readonly<Record<string, boolean>>) => {
      const { testRules } = await import("../commands/rules-test.js");
      const { formatJunit } = await import("../format/junit.js");
      const { coverage = false, mutants = false, suggest = false } = switches;
      const asked = { rules: options().rules, paths, asOf: dayOf(setting), coverage, mutants, suggest };
      await finish(await testRules({ ...io, list: readFolder }, asked), {
        junit: ({ data }) => formatJunit(data as TestData),
      });
    });
}

function addDiff(rules: Command, setting: Setting): void {
  const { io, options, finish } = setting;
  rules
    .command("diff")
    .description("Compare two versions of a table, or its law on two days, over every situation.")
    .argument("[old]", "a file, or a git revision such as HEAD~1 or origin/main")
    .argument("[new]", "the same; without it the table that --rules names")
    .option("--cases <path>", "the cases to look at, a file or a folder; tests/cases where it is there")
    .option("--exit-code", "exit with 60 where anything is decided differently", false)
    .option("--strict", "exit with 60 where the edition or the day of review did not move with the table", false)
    .action(async (old: string | undefined, next: string | undefined, { cases, exitCode, strict }: DiffSwitches) => {
      const { diffRules } = await import("../commands/rules-diff.js");
      const { readRevision } = await import("./git.js");
      const { rules: table, asOf: days } = options();
      const asked = { old, new: next, rules: table, days, cases, exitCode, strict };
      await finish(await diffRules({ ...io, list: readFolder }, readRevision, asked));
    });
}

interface DiffSwitches {
  readonly cases?: string;
  readonly exitCode: boolean;
  readonly strict: boolean;
}

function addTable(rules: Command, setting: Setting): void {
  const { io, options, finish } = setting;
  rules
    .command("table")
    .description(
      "Print the whole table to read and sign off; --format html makes a page for screen and paper, --format sql an expression for databases.",
    )
    .action(async () => {
      const opened = await openTable(io, options().rules);
      if (!opened.ok) return finish(opened.failure);
      const { printTable, tableForSql } = await import("../commands/rules-table.js");
      const { formatHtml } = await import("../format/html.js");
      const { formatSql } = await import("../format/sql.js");
      const { outcome, document } = printTable(opened.value, dayOf(setting));
      return finish(outcome, {
        html: () => formatHtml(document),
        sql: () => formatSql(tableForSql(opened.value, dayOf(setting))),
      });
    });
}
