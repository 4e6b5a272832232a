import { type Command, InvalidArgumentError, Option } from "commander";
import { isDay } from "../calendar/day.js";
import { formatsOf } from "../format/formats.js";

// The options that several commands have. The root reads them, so that they may stand before the command too; a command
// adds those that mean something to it, for its help and for `refuseForeign`.

/** @param usual the table where none is named, in words */
export function rulesOption(usual: string): Option {
  return fileOption("--rules <file>", "use the rule table of this file").default(undefined, usual);
}

/** The table of whoever has a paper in hand: the folder they happen to be in must not change the law. */
export const BUILT_IN = "the built-in one, whatever lies in this folder";

/** @param more what a second day means, where it means anything */
export function asOfOption(more = ""): Option {
  const option = new Option("--as-of <date>", `apply the law of that day${more}`).default([], "today");
  option.argParser(anotherDay);
  return more === "" ? option : repeatable(option);
}

/**
 * How a result is shown, and where it goes.
 *
 * @param formats the usual one first
 * @param usual the usual one in words, where it depends
 */
export function showingOptions(formats: readonly string[], usual = formats[0]): Option[] {
  const format = once(new Option("--format <format>", "how to show the result").default(undefined, usual));
  format.argChoices = [...formats];
  const output = "write the result to a file that only you can read, in the format its name ends in";
  return [
    format,
    ...(formats.includes("json") ? [jsonOption()] : []),
    fileOption("-o, --output <file>", output),
    new Option("--force", "replace what is there already, if it is a file or a link to one").default(false),
    new Option(
      "-q, --quiet",
      "tell nothing of progress, totals and files written; verdicts, notes and errors stay",
    ).default(false),
    ...colourOptions(),
  ];
}

function jsonOption(): Option {
  return new Option("--json", "the same as --format json").default(false).implies({ format: "json" });
}

function colourOptions(): Option[] {
  const when = new Option("--color <when>", "colour the text, though not in a file");
  const never = new Option("--no-color", "the same as --color never").default(false).implies({ color: "never" });
  never.negate = false; // else the parser keeps both under one name, and cannot tell that both were given
  return [once(when.choices(["auto", "always", "never"]).default("auto")), never];
}

/** Names the file of the practice where no option does. */
export const PRACTICE_VARIABLE = "ORDER_TRIAGE_PRACTICE";

/** By which table, which law and for which practice a case is assessed, and whether anything may be taken for granted. */
export function assessingOptions(): Option[] {
  const presumptions = "take nothing for granted that the table would, such as who made a paper";
  return [rulesOption(BUILT_IN), asOfOption(), practiceOption(), new Option("--no-presumptions", presumptions)];
}

/** Whose numbers and facts are used. */
export function practiceOption(): Option {
  const what = "the practice's own numbers, and what is so of every paper it gets";
  return fileOption("--practice <file>", what).default(undefined, `${PRACTICE_VARIABLE}, else none`);
}

/** How much of an answer a terminal shows. */
function fullOption(): Option {
  return new Option("--full", "show the whole answer on a terminal too, and not its first page").default(false);
}

/** What is taken away from an answer. */
function paperOptions(): Option[] {
  const papers = "write the papers that go with the answer into a folder, as files that only you can read";
  const folder = new Option("--papers <folder>", papers).argParser((path) => {
    if (path === "" || path === "-") throw new InvalidArgumentError("Name a folder.");
    return path;
  });
  return [
    once(folder),
    once(new Option("--paper <paper>", "show one of those papers in place of the answer").conflicts("papers")),
  ];
}

/** Where an answer is kept so that it can be checked later. */
function recordOption(): Option {
  return fileOption("--record <file>", "keep the case and its answer in a file that only you can read, for `verify`");
}

/** How questions are put, and what becomes of the answers. */
function askingOptions(): Option[] {
  return [
    fileOption("--save <file>", "keep the answers to the questions in a case file that only you can read"),
    new Option("--plain", "put numbered questions and draw nothing, as ACCESSIBLE=1 does").default(false),
    new Option("--no-input", "never ask anything"),
  ];
}

export function addOptions(command: Command, options: readonly Option[]): void {
  for (const option of options) command.addOption(option);
}

/** Everything that the questions and `assess` have in common: how an answer is come by, and what becomes of it. */
export function answeringOptions(): Option[] {
  const formats = [...new Set([...formatsOf("plain"), ...formatsOf("paper")])];
  return [
    ...[...assessingOptions(), fullOption(), ...showingOptions(formats)],
    ...[...paperOptions(), recordOption(), ...askingOptions()],
  ];
}

/** An option that may be given several times, each time with something else. */
export function repeatable(option: Option): Option & Related {
  return Object.assign(option, { repeatable: true });
}

/** What is known of an option beside what its type tells. */
export interface Related {
  readonly implied?: Readonly<Record<string, unknown>> | undefined;
  readonly conflictsWith?: readonly string[];
  readonly repeatable?: boolean;
}

/** An option that is refused where it stands twice with a value: the second value would hide the first. */
export function once(option: Option): Option {
  const { parseArg, required } = option;
  if (!required) return option;
  let isGiven = false;
  return option.argParser((value: string, before: unknown) => {
    if (isGiven) throw new InvalidArgumentError("It stands twice: keep one.");
    isGiven = true;
    return parseArg === undefined ? value : parseArg(value, before);
  });
}

/** An option that names a file. */
export function fileOption(flags: string, description: string): Option {
  const option = new Option(flags, description).argParser((path) => {
    if (path === "") throw new InvalidArgumentError("Name a file.");
    return path;
  });
  return once(option);
}

function anotherDay(written: string, before: readonly string[]): string[] {
  if (isDay(written)) return [...before, written];
  throw new InvalidArgumentError("Write a date as 2026-11-22.");
}
