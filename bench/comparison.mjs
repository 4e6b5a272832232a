import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeCases } from "./cases-file.mjs";
import { syntheticTable } from "./synthetic-table.mjs";

const RULES = 40;
const QUESTIONS = 11;

/** The table that every engine is given: 40 rules over 12 facts. */
export const comparisonTable = syntheticTable(RULES, QUESTIONS);

/** The table as a file. */
export function tableFile(folder) {
  const path = join(folder, "table.json");
  writeFileSync(path, JSON.stringify(comparisonTable));
  return path;
}

/** A file with so many cases, one a line. */
export function casesFile(folder, count) {
  const path = join(folder, `cases-${count}.ndjson`);
  writeCases(path, comparisonTable, count);
  return path;
}
