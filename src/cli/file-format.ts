import { extname } from "node:path";
import type { Command } from "commander";
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

/** The format that the name of a file ends in, if any. */
export function formatNamed(path: string): string | undefined {
  return FORMATS[extname(path).toLowerCase()];
}

const FORMATS: Readonly<Record<string, string>> = {
  ".json": "json",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
  ".csv": "csv",
  ".md": "markdown",
  ".html": "html",
  ".htm": "html",
  ".sql": "sql",
  ".sarif": "sarif",
  ".xml": "junit",
};
