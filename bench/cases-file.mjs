import { closeSync, openSync, writeSync } from "node:fs";
import { randomCases, take } from "./random-cases.mjs";

const AT_ONCE = 10_000;

/** Writes the first so many random cases of a table, one a line. */
export function writeCases(path, table, count) {
  const file = openSync(path, "w");
  const cases = randomCases(table);
  for (let left = count; left > 0; left -= AT_ONCE) {
    const lines = take(Math.min(left, AT_ONCE), cases).map((one) => `${JSON.stringify(one)}\n`);
    writeSync(file, lines.join(""));
  }
  closeSync(file);
}
