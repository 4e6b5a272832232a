import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { batchArguments, child, wholeRun } from "../children.mjs";
import { comparisonTable, tableFile } from "../comparison.mjs";
import { figure, markdownTable, whole } from "../markdown.mjs";
import { randomCases, take } from "../random-cases.mjs";
import { inTurn, median, ratio } from "../rounds.mjs";

/** A folder of YAML case files: the built program against reading and parsing them with the `yaml` package. */
export function measureFiles({ files: { count, rounds } }, folder) {
  const cases = caseFiles(folder, count);
  const stages = [
    { title: "reading and parsing with `yaml` alone", args: [child("parse-files"), cases] },
    { title: "**`order-triage batch`**", args: batchArguments(tableFile(folder), cases) },
  ];
  const runs = inTurn(rounds, stages, ({ args }) => wholeRun(folder, args).seconds);
  rmSync(cases, { recursive: true });
  const rows = stages.map(({ title }, index) => [
    title,
    figure(count / median(runs[index])),
    figure(ratio(runs[0], runs[index])),
  ]);
  return {
    markdown: `### Case files\n\n${markdownTable([`${whole(count)} YAML files`, "files/s", "times `yaml` alone"], rows)}`,
    targets: [{ says: "YAML files per second against `yaml` alone", got: ratio(runs[0], runs[1]), atLeast: 0.8 }],
  };
}

/** As the `yaml` package writes by itself, and as `order-triage --save` does, with quotation marks. */
const STYLES = [{}, { compat: "yaml-1.1", lineWidth: 0 }];

function caseFiles(folder, count) {
  const cases = join(folder, "cases");
  mkdirSync(cases);
  for (const [index, one] of take(count, randomCases(comparisonTable)).entries()) {
    writeFileSync(join(cases, `case-${index}.yaml`), stringify({ title: `Case ${index}`, ...one }, STYLES[index % 2]));
  }
  return cases;
}
