import { readFileSync } from "node:fs";
import { type Case, type CompiledTable, readCase } from "../../src/index.js";

const PAPERS = "tests/questions/common-papers.yaml";

/** The twenty papers and requests that come most often. */
export function commonPapers(compiled: CompiledTable): Case[] {
  return readFileSync(PAPERS, "utf8")
    .split(/^---\n/m)
    .map((text) => {
      const read = readCase({ name: PAPERS, text }, compiled);
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      return read.value as Case;
    });
}
