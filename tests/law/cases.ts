import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Case, type CompiledTable, readCase } from "../../src/index.js";

export interface WrittenCase extends Case {
  readonly file: string;
}

/** Every case of a folder and those within it; a file may hold several, separated by `---`. */
export function casesIn(folder: string, table: CompiledTable): WrittenCase[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(".yaml"))
    .flatMap((name) => {
      const file = join(folder, name);
      return readFileSync(file, "utf8")
        .split(/^---$/m)
        .flatMap((text) => casesOf(file, text, table).map((one) => ({ file, ...one })));
    });
}

/** The case of a text; of one in parts, each of them. */
function casesOf(file: string, text: string, table: CompiledTable): readonly Case[] {
  const read = readCase({ name: file, text }, table);
  if (!read.ok) throw new Error(`${file}: ${read.problems.map(({ message }) => message).join("; ")}\n${text}`);
  const given = read.value;
  if (!("parts" in given)) return [given];
  return given.parts.map((part) => ({ ...part.given, title: `${given.title}: ${part.label}` }));
}
