import { readFileSync } from "node:fs";
import { type Case, type CompiledTable, readCase } from "../../src/index.js";

/** The twenty papers and requests that come most often. */
export function commonPapers(compiled: CompiledTable): Case[] {
  return casesOf("tests/questions/common-papers.yaml", compiled);
}

/** The ten who most often ask without any paper. */
export function commonAskers(compiled: CompiledTable): Case[] {
  return casesOf("tests/questions/common-askers.yaml", compiled);
}

function casesOf(name: string, compiled: CompiledTable): Case[] {
  return readFileSync(name, "utf8")
    .split(/^---\n/m)
    .map((text) => {
      const read = readCase({ name, text }, compiled);
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      return read.value as Case;
    });
}
