import { rmSync } from "node:fs";
import { batchArguments, child, wholeRun } from "../children.mjs";
import { casesFile, tableFile } from "../comparison.mjs";
import { ENGINES, engineOf } from "../engines/engines.mjs";
import { figure, markdownTable, whole } from "../markdown.mjs";
import { inTurn, median, ratio } from "../rounds.mjs";
import { checkRules } from "../same-rules.mjs";

const MEGABYTE = 1e6;
const BATCH = "**`order-triage batch`**";
const CEILINGS = {
  copy: "plain copy",
  parse: "`JSON.parse` only",
  "parse-and-stringify": "`JSON.parse` and `JSON.stringify`",
};

/** NDJSON to NDJSON, whole processes: the built program, the ceilings, and every engine in the same simple loop. */
export async function measureLines({ lines: { count, engineShare, rounds, long } }, folder) {
  const table = tableFile(folder);
  const stages = [batch(table, count), ...ceilings(count), ...(await loops(table, count, engineShare))];
  const measured = measureStages(stages, rounds, folder);
  const longRun = measureLong(table, long, folder);
  return { markdown: sectionOf(measured, longRun), targets: targetsOf(measured, longRun) };
}

function batch(table, lines) {
  return { id: "batch", title: BATCH, decides: true, lines, args: (cases) => batchArguments(table, cases) };
}

function ceilings(lines) {
  return Object.entries(CEILINGS).map(([id, title]) => {
    const args = (cases) => [child("pipe"), id, cases];
    return { id, title, decides: false, lines, args };
  });
}

/** Engines that are slow get fewer lines. */
function loops(table, count, share) {
  const loop = async ([id, { cases }]) => {
    const title = `${(await engineOf(id)).title}, in a simple loop`;
    const lines = Math.min(count, Math.ceil(cases * share));
    return { id, title, decides: true, lines, args: (file) => [child("pipe"), id, file, table] };
  };
  return Promise.all(Object.entries(ENGINES).map(loop));
}

function measureStages(stages, rounds, folder) {
  const files = new Map(stages.map(({ lines }) => [lines, casesFile(folder, lines)]));
  const run = ({ args, lines }) => wholeRun(folder, args(files.get(lines)));
  for (const stage of stages.filter(({ decides }) => decides)) {
    checkRules(files.get(stage.lines), run(stage).output, stage.title);
  }
  const runs = inTurn(rounds, stages, run);
  for (const file of files.values()) rmSync(file);
  return stages.map((stage, index) => ({
    ...stage,
    rates: runs[index].map(({ seconds }) => stage.lines / seconds),
    peak: median(runs[index].map(({ peak }) => peak)),
  }));
}

/** The built program on so many lines that it would show what stays in memory. */
function measureLong(table, lines, folder) {
  const cases = casesFile(folder, lines);
  const { seconds, peak, output } = wholeRun(folder, batchArguments(table, cases));
  for (const file of [cases, output]) rmSync(file);
  return { title: BATCH, lines, rates: [lines / seconds], peak };
}

function sectionOf(measured, longRun) {
  const parse = measured.find(({ id }) => id === "parse");
  const rows = [...measured, longRun]
    .map(({ title, lines, rates, peak }) => ({
      title,
      lines,
      rate: median(rates),
      times: ratio(rates, parse.rates),
      peak,
    }))
    .sort((a, b) => b.rate - a.rate)
    .map(({ title, lines, rate, times, peak }) => [
      title,
      whole(lines),
      figure(rate),
      figure(times),
      figure(peak / MEGABYTE),
    ]);
  const head = ["NDJSON to NDJSON", "lines", "lines/s", "times `JSON.parse` only", "peak memory, MB"];
  return `### Lines per second\n\n${markdownTable(head, rows)}`;
}

function targetsOf(measured, longRun) {
  const ratesOf = (wanted) => measured.find(({ id }) => id === wanted).rates;
  const against = (id) => ratio(ratesOf("batch"), ratesOf(id));
  return [
    { says: "NDJSON lines per second against `JSON.parse` only", got: against("parse"), atLeast: 1 },
    { says: "NDJSON lines per second against parse and stringify", got: against("parse-and-stringify"), atLeast: 2.5 },
    { says: `peak memory in MB at ${whole(longRun.lines)} lines`, got: longRun.peak / MEGABYTE, atMost: 150 },
  ];
}
