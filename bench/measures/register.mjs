import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseAllDocuments } from "yaml";
import { writeLines } from "../cases-file.mjs";
import { batchArguments, child, wholeRun } from "../children.mjs";
import { figure, markdownTable, whole } from "../markdown.mjs";
import { randomNumbers } from "../random-cases.mjs";
import { inTurn, median, ratio } from "../rounds.mjs";

const RULES = fileURLToPath(new URL("../../rules.yaml", import.meta.url));
const CASES = fileURLToPath(new URL("../../tests/cases", import.meta.url));
/** How many of the facts nobody wrote down. */
const SHARES = [0, 0.2, 0.5];
const MEGABYTE = 1e6;

/** The shipped table on registers made of the project's cases, complete or not: the built program against `JSON.parse`. */
export function measureRegister({ register: { count, rounds } }, folder) {
  const files = SHARES.map((share) => registerFile(folder, count, share));
  const parse = inTurn(rounds, files, (file) => wholeRun(folder, [child("pipe"), "parse", file]));
  const batch = inTurn(rounds, files, (file) => wholeRun(folder, batchArguments(RULES, file)));
  for (const file of files) rmSync(file);
  const rows = SHARES.map((share, index) => {
    const seconds = [parse, batch].map((runs) => runs[index].map((run) => run.seconds));
    const peak = median(batch[index].map((run) => run.peak));
    return [`${share * 100}%`, figure(count / median(seconds[1])), figure(ratio(...seconds)), figure(peak / MEGABYTE)];
  });
  const head = ["facts left out", "lines/s", "times `JSON.parse` only", "peak memory, MB"];
  const heading = `### A register of ${whole(count)} lines, with the shipped table`;
  return { markdown: `${heading}\n\n${markdownTable(head, rows)}`, targets: [] };
}

function registerFile(folder, count, share) {
  const path = join(folder, `register-${share * 100}.ndjson`);
  writeLines(path, count, incompleteCases(share));
  return path;
}

function* incompleteCases(share) {
  const known = readdirSync(CASES).flatMap((name) => parseAllDocuments(readFileSync(join(CASES, name), "utf8")));
  const cases = known.map((document) => document.toJS());
  const next = randomNumbers(1);
  for (let number = 0; ; number++) {
    const { facts, particulars } = cases[Math.floor(next() * cases.length)];
    const stated = Object.entries(facts).filter(() => next() >= share);
    yield { facts: Object.fromEntries(stated), particulars: { ...particulars, reference: `REF-${number}` } };
  }
}
