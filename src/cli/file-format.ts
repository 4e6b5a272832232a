import { extname } from "node:path";
import type { Command } from "commander";
import { BATCH_FORMATS } from "../format/batch/formats.js";
import { FORMATS } from "../format/formats.js";
import { alternatives } from "../report/words.js";
import type { GlobalOptions } from "./setting.js";

/**
 * Goes by the name of the file that the result is written to, where no format was named: nobody is to find text in what
 * is called a page. A name that ends in what the command does not write is refused.
 */
export function formatAsFile(root: Command, command: Command): void {
  const { format, output = "" } = root.opts<GlobalOptions>();
  const ending = formatNamed(output);
  if (format !== undefined || (ending !== undefined && command.opts()["template"] === ending)) return;
  const known = command.options.find(({ long }) => long === "--format")?.argChoices ?? [];
  const fault = known.length === 0 ? undefined : endingFault(output, known);
  if (fault !== undefined) command.error(`error: ${fault}, or say --format as well`);
  if (ending !== undefined) root.setOptionValueWithSource("format", ending, "implied");
}

/** What is wrong with the name of a file for a result that can be shown in these formats; undefined where nothing is. */
export function endingFault(path: string, known: readonly string[]): string | undefined {
  const format = formatNamed(path);
  const ending = extname(path).toLowerCase();
  if (format === undefined ? TEXT_ENDINGS.includes(ending) : known.includes(format)) return undefined;
  const all = { ...FORMATS, ...BATCH_FORMATS };
  const endings = known.flatMap((name) => all[name]?.endings ?? []).map((one) => `.${one}`);
  const text = known.includes("text") ? [".txt"] : [];
  const what = format === undefined ? `ends in ${ending}` : `is named as a file in the format ${format}`;
  return `${path} ${what}, and what is written here ends in ${alternatives([...endings, ...text])}: write to another name`;
}

/** Whatever format it is, a name that ends so claims none. */
const TEXT_ENDINGS = ["", ".", ".txt", ".log", ".out"];

/** The format that a file has by its name, whichever command writes it. */
export function formatNamed(path: string): string | undefined {
  const ending = extname(path).slice(1).toLowerCase();
  const all = Object.entries({ ...FORMATS, ...BATCH_FORMATS });
  return all.find(([, { endings }]) => endings.includes(ending))?.[0];
}
