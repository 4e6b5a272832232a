import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { AnswerTerms } from "../../../batch/answers.js";
import { batchExitCode } from "../../../batch/exit-code.js";
import type { Order } from "../../../batch/register.js";
import type { BatchSummary } from "../../../batch/summary.js";
import { remarksOn, summaryText } from "../../../batch/words.js";
import { type BatchOptions, batch } from "../../../commands/batch.js";
import { openTable } from "../../../commands/open-table.js";
import { readPractice } from "../../../commands/practice.js";
import { BATCH_FORMATS, WHOLE_FORMATS } from "../../../format/batch/formats.js";
import { EXIT } from "../../../report/exit-code.js";
import { noPaint } from "../../../report/paint.js";
import { alternatives, figure } from "../../../report/words.js";
import { printable } from "../../../source/printable.js";
import type { CompiledTable } from "../../../table/compiled.js";
import type { Verdict } from "../../../table/verdict.js";
import type { Practice } from "../../../triage/practice/practice.js";
import { paintFor, say, sayNotes } from "../../print.js";
import { practiceOf, type Setting, termsOf } from "../../setting.js";
import { openInput } from "../../system/input.js";
import { openOutput } from "../../system/output.js";
import { readFolder } from "../../system/read.js";
import { hearing } from "../../system/signals.js";
import { CannotWrite } from "../../system/write.js";
import { newProgress } from "./progress.js";
import type { Threads } from "./threads.js";

/** What can be asked of a batch beside what every command knows. */
export interface BatchSwitches extends Omit<BatchOptions, "paths" | "asOf" | "presume" | "format" | "practice"> {
  readonly failOn: readonly Verdict[];
  readonly sort?: Order | undefined;
  /** How many threads may answer at the same time. */
  readonly jobs: number;
}

/** Assesses many cases, shows them as they come, and ends the run with the exit code they come to. */
export async function runBatch(setting: Setting, paths: readonly string[], switches: BatchSwitches): Promise<void> {
  const { io, options, finish, exit } = setting;
  const run: Run = { setting, paths, switches, ...placeOf(setting) };
  const fault = usageFault(run);
  if (fault !== undefined) return exit(await usage(fault));
  const opened = await openTable(io, options().rules);
  if (!opened.ok) return finish(opened);
  const practice = await readPractice(io, opened.value.table, practiceOf(setting));
  if (!practice.ok) return finish(practice);
  try {
    exit(await hearing(() => answer(run, opened.value, practice.value)));
  } catch (error) {
    if (!(error instanceof CannotWrite)) throw error;
    await say(`error: ${printable(error.message)}\n`);
    exit(EXIT.cannotWrite);
  }
}

interface Run {
  readonly setting: Setting;
  readonly paths: readonly string[];
  readonly switches: BatchSwitches;
  readonly format: string;
  /** Absent for standard output. */
  readonly file: string | undefined;
}

/** A person is shown a table, a program lines of JSON. */
function placeOf({ options }: Setting): Pick<Run, "format" | "file"> {
  const { output, format } = options();
  const file = output === "-" ? undefined : output;
  return { format: format ?? (file === undefined && process.stdout.isTTY ? "text" : "ndjson"), file };
}

function usageFault({ format, file, switches }: Run): string | undefined {
  const { isForFiles, most } = BATCH_FORMATS[format] as (typeof BATCH_FORMATS)[string];
  if (switches.explain && !WHOLE_FORMATS.includes(format))
    return `Whole assessments are shown in the formats ${alternatives(WHOLE_FORMATS)}.`;
  if (switches.sort !== undefined && most === undefined)
    return `--sort is for a workbook: name one with --output, as in register.xlsx. The format ${format} shows records as they come.`;
  if (isForFiles && file === undefined && process.stdout.isTTY)
    return `${format} is nothing that a terminal can show: name a file with --output`;
  return undefined;
}

async function usage(sentence: string): Promise<number> {
  await say(`error: ${sentence}\n`);
  return EXIT.usage;
}

async function answer(
  { setting, paths, switches, format, file }: Run,
  compiled: CompiledTable,
  practice: Practice | undefined,
): Promise<number> {
  const { color, force, quiet } = setting.options();
  const paint = format === "text" && file === undefined ? await paintFor(process.stdout, color) : noPaint;
  const { begin, most, takesFromWhole = false } = BATCH_FORMATS[format] as (typeof BATCH_FORMATS)[string];
  const begun = await begin(paint, switches.sort);
  const explain = switches.explain || takesFromWhole;
  const asked = { ...switches, explain, paths, ...termsOf(setting), practice, format: begun };
  const output = openOutput(file, force);
  const isWatched = process.stderr.isTTY === true && (file !== undefined || !process.stdout.isTTY);
  const progress = newProgress(isWatched && !quiet);
  const io = { ...setting.io, list: foldersWithout(file), open: openInput };
  const letSignalsIn = newTurns();
  const pause = (sofar: BatchSummary): Promise<void> | undefined => {
    refuseTooMany(sofar, most);
    progress.tell(sofar);
    return letSignalsIn();
  };
  const threads = await threadsFor(setting, compiled, switches.jobs, asked, format);
  const summary = await batch(io, compiled, asked, { write: output.write, pause }, threads);
  threads?.end();
  progress.clear();
  output.finish();
  await sayNotes([...remarksOn(summary), ...factsOf(practice)]);
  if (file !== undefined && !quiet) await say(`Written to ${printable(file)}.\n`);
  const isTold = format === "text" && file === undefined;
  if (!isTold && !(quiet && wentWell(summary))) await say(`${printable(summaryText(summary))}.\n`);
  return batchExitCode(summary, switches.failOn);
}

/** Threads for a run that they can do a part of: how many records could not be read is known to no part. */
async function threadsFor(
  { io }: Setting,
  compiled: CompiledTable,
  jobs: number,
  terms: AnswerTerms,
  format: string,
): Promise<Threads | undefined> {
  if (jobs === 1 || !terms.format.isRecordByRecord || terms.limitErrors < Number.POSITIVE_INFINITY) return undefined;
  const script = io.threadScript();
  if (!script.ok) throw new Error(script.why);
  const { newThreads } = await import("./threads.js");
  const { asOf, presume, explain, practice, limitErrors } = terms;
  const text = Buffer.from(script.bytes).toString("utf8");
  return newThreads(jobs, text, compiled, { asOf, presume, explain, practice, limitErrors, format });
}

function wentWell({ unreadable, missing, unmet }: BatchSummary): boolean {
  return unreadable + missing + unmet === 0;
}

/** What is kept until all records are there has an end. */
function refuseTooMany({ records }: BatchSummary, most = Number.POSITIVE_INFINITY): void {
  if (records > most)
    throw new CannotWrite(`a workbook is made of ${figure(most)} records at most: use --format csv, or fewer files.`);
}

function factsOf(practice: Practice | undefined): string[] {
  const facts = Object.keys(practice?.facts ?? {});
  return facts.length === 0 ? [] : [`where a record does not say, the practice file does: ${facts.join(", ")}`];
}

const TURN_MS = 100;

/** Whatever is done in one go keeps signals waiting: from time to time they have their turn. */
function newTurns(): () => Promise<void> | undefined {
  let next = performance.now() + TURN_MS;
  return () => {
    if (performance.now() < next) return undefined;
    next = performance.now() + TURN_MS;
    return nextTurn();
  };
}

/** Folders without the file that the answers go to: what lies there now are those of an earlier run. */
function foldersWithout(file: string | undefined): typeof readFolder {
  if (file === undefined) return readFolder;
  const own = join(realpathSync(dirname(file)), basename(file));
  let isTold = false;
  return async (path) => {
    const folder = await readFolder(path);
    if (!folder.ok) return folder;
    const here = realpathSync(path);
    const entries = folder.entries.filter(({ name }) => join(here, name) !== own);
    if (entries.length < folder.entries.length && !isTold)
      await say(`note: ${printable(file)} is not read: the answers go there\n`);
    isTold ||= entries.length < folder.entries.length;
    return { ...folder, entries };
  };
}
