import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, parseAllDocuments } from "yaml";
import { writeLines } from "../cases-file.mjs";
import { batchArguments, child, wholeRun } from "../children.mjs";
import { figure, markdownTable, whole } from "../markdown.mjs";
import { randomNumbers } from "../random-cases.mjs";
import { inTurn, median, ratio } from "../rounds.mjs";

const RULES = fileURLToPath(new URL("../../rules.yaml", import.meta.url));
const CASES = fileURLToPath(new URL("../../tests/cases", import.meta.url));
/** How many of the facts nobody wrote down, and how many of the others are half known. */
const KINDS = [
  { title: "0%", unknown: 0, halfKnown: 0 },
  { title: "20%", unknown: 0.2, halfKnown: 0 },
  { title: "50%", unknown: 0.5, halfKnown: 0 },
  { title: "20%, and lists of values for a fifth of the others", unknown: 0.2, halfKnown: 0.2 },
];
const MEGABYTE = 1e6;

/** The shipped table on registers made of the project's cases, complete or not: the built program against `JSON.parse`. */
export function measureRegister({ register: { count, rounds } }, folder) {
  const files = KINDS.map((kind, index) => registerFile(join(folder, `register-${index}.ndjson`), count, kind));
  const parse = inTurn(rounds, files, (file) => wholeRun(folder, [child("pipe"), "parse", file]));
  const batch = inTurn(rounds, files, (file) => wholeRun(folder, batchArguments(RULES, file)));
  for (const file of files) rmSync(file);
  const rows = KINDS.map(({ title }, index) => {
    const seconds = [parse, batch].map((runs) => runs[index].map((run) => run.seconds));
    const peak = median(batch[index].map((run) => run.peak));
    return [title, figure(count / median(seconds[1])), figure(ratio(...seconds)), figure(peak / MEGABYTE)];
  });
  const head = ["facts left out", "lines/s", "times `JSON.parse` only", "peak memory, MB"];
  const heading = `### A register of ${whole(count)} lines, with the shipped table`;
  return { markdown: `${heading}\n\n${markdownTable(head, rows)}`, targets: [] };
}

function registerFile(path, count, kind) {
  writeLines(path, count, incompleteCases(kind));
  return path;
}

function* incompleteCases({ unknown, halfKnown }) {
  const names = readdirSync(CASES).filter((name) => name.endsWith(".yaml"));
  const documents = names.flatMap((name) => parseAllDocuments(readFileSync(join(CASES, name), "utf8")));
  const cases = documents.map((document) => document.toJS()).filter(({ facts }) => facts !== undefined);
  const table = parse(readFileSync(RULES, "utf8"));
  const next = randomNumbers(1);
  for (let number = 0; ; number++) {
    const { facts, particulars } = cases[Math.floor(next() * cases.length)];
    const stated = Object.entries(facts).filter(() => next() >= unknown);
    const known = stated.map(([id, value]) => [id, next() < halfKnown ? halfOf(table.facts[id], value, next) : value]);
    yield { facts: Object.fromEntries(known), particulars: { ...particulars, reference: `REF-${number}` } };
  }
}

/** The value and another one, or all but another one. */
function halfOf({ values }, value, next) {
  const ids = Object.keys(values);
  const other = ids[Math.floor(next() * ids.length)];
  if (typeof value !== "string" || other === value || ids.length < 3) return value;
  return next() < 0.5 ? [value, other] : { not: other };
}
