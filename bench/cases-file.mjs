import { closeSync, openSync, writeSync } from "node:fs";
import { randomCases, take } from "./random-cases.mjs";

const AT_ONCE = 10_000;

/** Writes the first so many random cases of a table, one a line. */
export function writeCases(path, table, count) {
  writeLines(path, count, randomCases(table));
}

/** Writes the first so many of some cases, one a line. */
export function writeLines(path, count, cases) {
  writeTexts(path, count, written(cases));
}

function* written(cases) {
  for (const one of cases) yield JSON.stringify(one);
}

/** Writes the first so many of some texts, one a line. */
export function writeTexts(path, count, texts) {
  const file = openSync(path, "w");
  for (let left = count; left > 0; left -= AT_ONCE)
    writeSync(
      file,
      take(Math.min(left, AT_ONCE), texts)
        .map((text) => `${text}\n`)
        .join(""),
    );
  closeSync(file);
}
