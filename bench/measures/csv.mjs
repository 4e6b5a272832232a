import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { writeTexts } from "../cases-file.mjs";
import { batchArguments, child, wholeRun } from "../children.mjs";
import { figure, markdownTable, whole } from "../markdown.mjs";
import { incompleteCases, RULES } from "../register-cases.mjs";
import { inTurn, median, ratio } from "../rounds.mjs";

/** A register as a spreadsheet, with the shipped table: the built program against `csv-parse`, all at once and in a stream. */
export function measureCsv({ csv: { count, rounds } }, folder) {
  const file = join(folder, "register.csv");
  writeTexts(file, count + 1, rows());
  const stages = [
    { title: "`csv-parse`, in a stream", args: [child("parse-csv"), "stream", file] },
    { title: "`csv-parse`, all at once", args: [child("parse-csv"), "sync", file] },
    { title: "**`order-triage batch`**", args: batchArguments(RULES, file) },
  ];
  const runs = inTurn(rounds, stages, ({ args }) => wholeRun(folder, args).seconds);
  rmSync(file);
  const quicker = runs[0].map((seconds, round) => Math.min(seconds, runs[1][round]));
  const cells = stages.map(({ title }, index) => [
    title,
    figure(count / median(runs[index])),
    figure(ratio(quicker, runs[index])),
  ]);
  const head = [`${whole(count)} rows of CSV`, "rows/s", "times the quicker `csv-parse`"];
  return {
    markdown: `### Rows per second\n\n${markdownTable(head, cells)}`,
    targets: [{ says: "rows of CSV per second against `csv-parse` alone", got: ratio(quicker, runs[2]), atLeast: 1.5 }],
  };
}

function* rows() {
  const { facts, particulars } = parse(readFileSync(RULES, "utf8"));
  const known = Object.keys(particulars).filter((id) => particulars[id].scope === undefined);
  const columns = [...known, ...Object.keys(facts)];
  yield columns.join(",");
  for (const { facts: given, particulars: details } of incompleteCases({ unknown: 0, halfKnown: 0 }))
    yield columns.map((id) => cellOf(given[id] ?? details[id] ?? "")).join(",");
}

/** As spreadsheets write it. */
function cellOf(value) {
  const text = Array.isArray(value)
    ? value.join(", ")
    : value.not !== undefined
      ? `not: ${[value.not].flat().join(", ")}`
      : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
