import { extname } from "node:path";
import type { Command } from "commander";
import { BATCH_FORMATS } from "../format/batch/formats.js";
import { FORMATS } from "../format/formats.js";
import { alternatives } from "../report/words.js";
import type { GlobalOptions } from "./setting.js";

/**
 * Goes by the name of the file that the result is written to, where no format was named: nobody is to find text in what
 * is called a page. A name that ends in a format the command does not have is refused.
 */
export function formatAsFile(root: Command, command: Command): void {
  const { format, output = "" } = root.opts<GlobalOptions>();
  const ending = formatNamed(output);
  if (format !== undefined || ending === undefined || command.opts()["template"] === ending) return;
  const known = command.options.find(({ long }) => long === "--format")?.argChoices ?? [];
  if (!known.includes(ending))
    command.error(
      `error: ${output} is named as a file in the format ${ending}, and this command has ${alternatives(known)}: write to another name, or say --format as well`,
    );
  root.setOptionValueWithSource("format", ending, "implied");
}

/** The format that a file has by its name, whichever command writes it. */
export function formatNamed(path: string): string | undefined {
  const ending = extname(path).slice(1).toLowerCase();
  const all = Object.entries({ ...FORMATS, ...BATCH_FORMATS });
  return all.find(([, { endings }]) => endings.includes(ending))?.[0];
}
