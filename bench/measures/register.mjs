import { rmSync } from "node:fs";
import { join } from "node:path";
import { writeLines } from "../cases-file.mjs";
import { batchArguments, child, wholeRun } from "../children.mjs";
import { figure, markdownTable, whole } from "../markdown.mjs";
import { incompleteCases, RULES } from "../register-cases.mjs";
import { inTurn, median, ratio } from "../rounds.mjs";

/** How many of the facts nobody wrote down, how many of the others are half known, and what is wanted at each length. */
const KINDS = [
  { title: "0%", unknown: 0, halfKnown: 0, wanted: [] },
  { title: "20%", unknown: 0.2, halfKnown: 0, wanted: [1.2, 1] },
  { title: "50%", unknown: 0.5, halfKnown: 0, wanted: [1, 0.8] },
  { title: "20%, and lists of values for a fifth of the others", unknown: 0.2, halfKnown: 0.2, wanted: [1] },
];
const MEGABYTE = 1e6;
const MOST_MEGABYTES = 150;

/** The shipped table on registers made of the project's cases, long and short: the built program against `JSON.parse`. */
export function measureRegister({ register: { counts, rounds } }, folder) {
  const measured = counts.map((count, length) => measureLength(count, length, rounds, folder));
  const peak = Math.max(...measured.flatMap(({ rows }) => rows.map((row) => row.peak))) / MEGABYTE;
  return {
    markdown: measured.map(({ markdown }) => markdown).join("\n\n"),
    targets: [
      ...measured.flatMap(({ targets }) => targets),
      { says: "peak memory in MB of the worst register", got: peak, atMost: MOST_MEGABYTES },
    ],
  };
}

function measureLength(count, length, rounds, folder) {
  const files = KINDS.map((kind, index) => registerFile(join(folder, `register-${index}.ndjson`), count, kind));
  const runs = inTurn(rounds, files, (file) => ({
    parse: wholeRun(folder, [child("pipe"), "parse", file]),
    batch: wholeRun(folder, batchArguments(RULES, file)),
  }));
  for (const file of files) rmSync(file);
  const rows = KINDS.map((kind, index) => ({ ...kind, ...summaryOf(runs[index]) }));
  return { rows, markdown: sectionOf(count, rows), targets: targetsOf(count, length, rows) };
}

function summaryOf(runs) {
  const seconds = ["parse", "batch"].map((which) => runs.map((run) => run[which].seconds));
  const peak = median(runs.map(({ batch }) => batch.peak));
  return { seconds: median(seconds[1]), times: ratio(...seconds), peak };
}

function sectionOf(count, rows) {
  const cells = rows.map(({ title, seconds, times, peak }) => [
    title,
    figure(count / seconds),
    figure(times),
    figure(peak / MEGABYTE),
  ]);
  const head = ["facts left out", "lines/s", "times `JSON.parse` only", "peak memory, MB"];
  return `### A register of ${whole(count)} lines, with the shipped table\n\n${markdownTable(head, cells)}`;
}

function targetsOf(count, length, rows) {
  return rows
    .filter(({ wanted }) => wanted[length] !== undefined)
    .map(({ title, times, wanted }) => ({
      says: `a register of ${whole(count)} lines against \`JSON.parse\` only, left out: ${title}`,
      got: times,
      atLeast: wanted[length],
    }));
}

function registerFile(path, count, kind) {
  writeLines(path, count, incompleteCases(kind));
  return path;
}
