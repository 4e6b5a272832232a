import { readFileSync, writeFileSync } from "node:fs";
import { devNull } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { PROGRAM, secondsOf } from "../children.mjs";
import { figure, markdownTable } from "../markdown.mjs";
import { inTurn, median, ratio } from "../rounds.mjs";

const LIBRARY = fileURLToPath(new URL("../../dist/index.cjs", import.meta.url));
const RULES = fileURLToPath(new URL("../../rules.yaml", import.meta.url));
const EXAMPLE = fileURLToPath(new URL("../../examples/pre-charge-production-order.yaml", import.meta.url));

/** From the command to the end of the process, with the shipped table; each against bare node in the same round. */
export function measureStartUp({ startUp: { rounds } }, folder) {
  const commands = commandsIn(folder);
  const run = (args) => secondsOf(args, devNull);
  for (const args of Object.values(commands)) run(args); // fills the disk's caches
  const runs = inTurn(rounds, Object.values(commands), run);
  const rows = Object.keys(commands).map((title, index) => [
    title,
    figure(median(runs[index]) * 1000),
    figure(ratio(runs[index], runs[0])),
  ]);
  return { markdown: `### Start-up\n\n${markdownTable(["command", "ms", "times bare node"], rows)}`, targets: [] };
}

function commandsIn(folder) {
  const example = parse(readFileSync(EXAMPLE, "utf8"));
  const json = join(folder, "example.json");
  writeFileSync(json, JSON.stringify(example));
  const flags = Object.entries(example.facts).flatMap(([id, value]) => ["--set", `${id}=${value}`]);
  return {
    "`node -e 0`": ["-e", "0"],
    "`order-triage assess`, a YAML file": [PROGRAM, "assess", EXAMPLE],
    "the same as JSON": [PROGRAM, "assess", json],
    "the same as flags": [PROGRAM, "assess", ...flags],
    "the library with `shippedTable()`": ["--eval", libraryScript("shippedTable()")],
    "the library with `loadTable` of its text": [
      "--eval",
      libraryScript(`loadTable({ name: "rules.yaml", text }).value`),
    ],
  };
}

/** Assesses the same case, of which it prints the verdict, with the table that an expression gives. */
function libraryScript(table) {
  return `
    const { assess, loadTable, readCase, shippedTable } = require(${JSON.stringify(LIBRARY)});
    const read = (path) => require("node:fs").readFileSync(path, "utf8");
    const text = read(${JSON.stringify(RULES)});
    const table = ${table};
    const given = readCase({ name: "example.yaml", text: read(${JSON.stringify(EXAMPLE)}) }, table);
    console.log(assess(table, given.value, "2026-11-22").value.verdict);`;
}
