import type { Outcome } from "../commands/outcome.js";
import { FORMATS, type Format, formatsOf, type Look, type Written } from "../format/formats.js";
import { EXIT } from "../report/exit-code.js";
import type { Page } from "../report/page.js";
import { noPaint, type Paint } from "../report/paint.js";
import type { Paper } from "../report/paper/paper.js";
import { papersWritten } from "../report/paper/words.js";
import type { Report } from "../report/report.js";
import { figure } from "../report/words.js";
import { printable, printableLines } from "../source/printable.js";
import type { NamedText } from "./system/folder.js";
import { hearing } from "./system/signals.js";
import { type When, wantsColour } from "./terminal/colour.js";

/** How the user wants to see an outcome. */
export interface Showing {
  /** Absent for the usual format of the command. */
  readonly format: string | undefined;
  readonly color: When;
  readonly output: string | undefined;
  /** Whether nothing is told of progress, totals and files written. */
  readonly quiet: boolean;
  /** Whether all of it is shown on a terminal, too. */
  readonly full: boolean;
  readonly force: boolean;
  /** The folder in which the papers of an answer are written. */
  readonly papers: string | undefined;
}

const WIDEST = 80;

/** What is written to a file is all there is. */
const ON_PAPER: Look = { width: WIDEST, paint: noPaint, brief: false };

/** How many columns a text on this stream has. */
export function widthOf({ columns }: NodeJS.WriteStream): number {
  return Math.min(columns || WIDEST, WIDEST);
}

/** As the program was started: what draws the questions is told of colour through the environment. */
const ENVIRONMENT = { ...process.env };

/** Shows an outcome and returns the exit code of the run. Results go to standard output, everything else to standard error. */
export async function show(outcome: Outcome, showing: Showing): Promise<number> {
  if (outcome.kind === "failed") {
    await say(await failureText(outcome, await paintFor(process.stderr, showing.color)));
    return outcome.exitCode;
  }
  const { report } = outcome;
  const { output, color, full } = showing;
  const papers = await writePapers(report, showing);
  if (!papers.ok) return EXIT.cannotWrite;
  const format = formatFor(report, showing.format);
  const textOf = (look: Look): Promise<Written> =>
    formatted(report, format, { ...look, paint: format === "text" ? look.paint : noPaint });
  if (output === undefined || output === "-") {
    const { stdout } = process;
    if (stdout.isTTY === true && FORMATS[format]?.isForFiles) return refuseOnTerminal(format);
    const brief = stdout.isTTY === true && !full;
    await write(stdout, await textOf({ width: widthOf(stdout), paint: await paintFor(stdout, color), brief }));
  } else {
    const unwritten = await writeFile(output, await textOf(ON_PAPER), showing);
    if (unwritten !== undefined) return unwritten;
  }
  await sayNotes([...papers.remarks, ...outcome.remarks]);
  return outcome.exitCode;
}

async function refuseOnTerminal(format: string): Promise<number> {
  await say(`error: ${format} is nothing that a terminal can show: name a file with --output\n`);
  return EXIT.usage;
}

/** Writes the papers of an answer where they are wanted, before it is shown, or says why they could not be. */
async function writePapers(
  report: Report,
  { papers: folder, format, force, quiet }: Showing,
): Promise<{ readonly ok: boolean; readonly remarks: readonly string[] }> {
  if (folder === undefined || report.kind !== "plain") return { ok: true, remarks: [] };
  const { writeAll } = await import("./system/folder.js");
  const files = await Promise.all((report.papers?.() ?? []).map((paper) => paperFile(paper, format)));
  const unwritten = writeAll(folder, files, force);
  if (unwritten !== undefined) await say(`error: ${printable(unwritten)} No verdict was given.\n`);
  const names = files.map(({ name }) => name);
  return { ok: unwritten === undefined, remarks: quiet ? [] : [papersWritten(folder, names)] };
}

async function paperFile({ id, page }: Paper, format: string | undefined): Promise<NamedText> {
  const report: Report = { kind: "paper", page, data: undefined };
  const [ending = "txt"] = FORMATS[formatFor(report, format)]?.endings ?? [];
  return { name: `${id}.${ending}`, text: await fileText(report, format) };
}

/** Shows a page on standard error, where the questions are. */
export async function sayPage(page: Page, color: When): Promise<void> {
  const { stderr } = process;
  const look = { width: widthOf(stderr), paint: await paintFor(stderr, color), brief: false };
  await say(`\n${await formatted({ kind: "plain", page, data: undefined }, "text", look)}`);
}

/** All of a result for a file, in a format if it can be shown in that. */
export function fileText(report: Report, format: string | undefined): Promise<Written> {
  return formatted(report, formatFor(report, format), ON_PAPER);
}

/** A format in which a report can be shown: the usual one, unless another is wanted that can. */
function formatFor({ kind }: Report, wanted: string | undefined): string {
  const all = formatsOf(kind);
  return all.find((format) => format === wanted) ?? all[0] ?? "";
}

/** No control character that somebody wrote into a file reaches the terminal: neither as text nor within JSON. */
async function formatted(report: Report, format: string, look: Look): Promise<Written> {
  const text = await (FORMATS[format] as Format).show(report, look);
  if (typeof text !== "string") return text;
  return look.paint === noPaint ? printableLines(text) : text;
}

async function failureText({ problems, closing }: Extract<Outcome, { kind: "failed" }>, paint: Paint): Promise<string> {
  if (problems.length === 0) return `${paint.error("error")}: ${printable(closing)}\n`;
  const { MOST_SHOWN, problemText } = await import("../report/code-frame.js");
  const shown = problems.slice(0, MOST_SHOWN).map((problem) => `${problemText(problem, paint)}\n\n`);
  const more = problems.length - shown.length;
  return `${shown.join("")}${more > 0 ? `… and ${figure(more)} more.\n\n` : ""}${printable(closing)}\n`;
}

/** Colours, where they are wanted on this stream. */
export async function paintFor(stream: NodeJS.WriteStream, when: When): Promise<Paint> {
  if (!wantsColour(when, ENVIRONMENT, stream.isTTY === true)) return noPaint;
  const { colourPaint } = await import("./terminal/chalk-paint.js");
  return colourPaint();
}

/** Writes a file and says so, or says why it could not be written and returns the exit code for that. */
async function writeFile(path: string, text: Written, { force, quiet }: Showing): Promise<number | undefined> {
  const { writeWhole } = await import("./system/write.js");
  const unwritten = writeWhole(path, text, force);
  if (unwritten === undefined) {
    if (!quiet) await say(`Written to ${printable(path)}.\n`);
    return undefined;
  }
  await say(`error: ${printable(unwritten)}\n`);
  return EXIT.cannotWrite;
}

/** Gives what was asked for as it stands, on standard output. */
export function print(text: string): Promise<void> {
  return write(process.stdout, text);
}

/** Tells the user, on standard error. */
export async function say(text: string): Promise<void> {
  if (text !== "") await write(process.stderr, text);
}

export function sayNotes(remarks: readonly string[]): Promise<void> {
  return say(remarks.map((remark) => `note: ${printable(remark)}\n`).join(""));
}

/** Settles when the text has left the process, and fails when the reader has gone. */
function write(stream: NodeJS.WriteStream, text: Written): Promise<void> {
  return hearing(
    () =>
      new Promise((resolve, reject) => {
        stream.once("error", reject);
        stream.write(text, (error) => (error ? reject(error) : resolve()));
      }),
  );
}
