import { availableParallelism } from "node:os";
import { InvalidArgumentError, Option } from "commander";
import { BATCH_EXIT_CODES } from "../../../batch/exit-code.js";
import { INPUT_FORMATS } from "../../../batch/read/records.js";
import { ORDERS } from "../../../batch/register.js";
import { BATCH_FORMATS, WHOLE_FORMATS } from "../../../format/batch/formats.js";
import { alternatives } from "../../../report/words.js";
import type { Verdict } from "../../../table/verdict.js";
import { endHelp, type HelpSection } from "../../help-ending.js";
import { ALL_VERDICTS, exitCodes } from "../../help-exit-codes.js";
import type { Setting } from "../../setting.js";
import { addOptions, assessingOptions, once, showingOptions } from "../../shared-options.js";
import type { BatchSwitches } from "./run.js";

export function addBatch(setting: Setting): void {
  const command = setting.root
    .command("batch")
    .description("Assess many cases, from files, folders or standard input: YAML, JSON, NDJSON, CSV.")
    .argument("<path...>", "files, folders and all below them, or - for standard input")
    .option(
      "--explain",
      `add the whole assessment to each record, in the formats ${WHOLE_FORMATS.join(" and ")}`,
      false,
    )
    .action(async (paths: readonly string[], switches: BatchSwitches) => {
      const { runBatch } = await import("./run.js");
      await runBatch(setting, paths, switches);
    });
  endHelp(command, AFTER, exitCodes(...ALL_VERDICTS, "checkFailed", "badInput", "noInput", "badRules"));
  const showing = showingOptions(Object.keys(BATCH_FORMATS), "text on a terminal, else ndjson");
  addOptions(command, [...valueOptions().map(once), ...assessingOptions(), ...showing]);
}

function valueOptions(): Option[] {
  return [
    new Option("--input-format <format>", "how the input is written, where its name does not say").choices(
      Object.keys(INPUT_FORMATS),
    ),
    new Option("--ignore-columns <names>", "columns of a table that are passed over: a list with commas")
      .default([], "none")
      .argParser((written) => written.split(",").filter((name) => name.trim() !== "")),
    new Option("--fail-on <verdicts>", "the verdicts that make the exit code: a list with commas, or none")
      .default(ALL_VERDICTS, "all of them")
      .argParser(verdictList),
    new Option("--sort <order>", "in a workbook, put the records in the order of their dates").choices(ORDERS),
    new Option("--jobs <number>", "answer lines of JSON on so many threads, or auto: one for each processor")
      .default(1, "1")
      .argParser(jobs),
    new Option("--limit-errors <number>", "stop after so many unreadable records")
      .default(Number.POSITIVE_INFINITY, "never")
      .argParser(wholeNumber),
  ];
}

const JOBS =
  "With --jobs a large file of NDJSON is answered on several threads: the answers and the exit code are the same, and each thread has its own memory. It is for answers as ndjson or csv and without --limit-errors; everything else is answered on one, as without it.";

const AFTER: HelpSection = {
  kind: "paragraphs",
  paragraphs: [
    "One record comes out for each that goes in, in the same order.",
    JOBS,
    `The exit code is that of the most serious record, in the order ${[...BATCH_EXIT_CODES].join(" ")}. A run in which all went well ends with 20, 31 or 40, too, if that is what a record comes to. With --fail-on none no verdict makes the exit code, and anything but 0 is a fault.`,
  ],
};

function verdictList(written: string): readonly Verdict[] {
  if (written === "none") return [];
  return written.split(",").map((one) => {
    const verdict = ALL_VERDICTS.find((known) => known === one.trim());
    if (verdict === undefined)
      throw new InvalidArgumentError(
        `\`${one}\` is not a verdict. They are ${alternatives(ALL_VERDICTS)}; or write none.`,
      );
    return verdict;
  });
}

const MOST_JOBS = 64;

function jobs(written: string): number {
  if (written === "auto") return Math.min(availableParallelism(), MOST_JOBS);
  if (/^[1-9]\d?$/.test(written) && Number(written) <= MOST_JOBS) return Number(written);
  throw new InvalidArgumentError(`Write a whole number from 1 to ${MOST_JOBS}, or auto.`);
}

function wholeNumber(written: string): number {
  if (/^[1-9]\d{0,14}$/.test(written)) return Number(written);
  throw new InvalidArgumentError("Write a whole number, 1 or more.");
}
