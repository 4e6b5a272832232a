import { readFileSync, writeFileSync } from "node:fs";
import { devNull } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { answerOf, PROGRAM, secondsOf } from "../children.mjs";
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
  const titles = Object.keys(commands);
  const targets = Object.entries(MOST).map(([title, atMost]) => ({
    says: `start-up against bare node: ${title}`,
    got: ratio(runs[titles.indexOf(title)], runs[0]),
    atMost,
  }));
  const first = median(inTurn(rounds, [null], () => answerOf(["--eval", libraryScript("shippedTable()")]))[0]);
  return {
    markdown: `### Start-up\n\n${markdownTable(["command", "ms", "times bare node"], rows)}`,
    targets: [...targets, { says: "the library's `shippedTable()` and first answer, ms", got: first, atMost: 30 }],
  };
}

const YAML = "`order-triage assess`, a YAML file";
const [JSON_FILE, FLAGS] = ["the same as JSON", "the same as flags"];
/** How many times bare node each may take. */
const MOST = { [YAML]: 1.2, [JSON_FILE]: 1.15, [FLAGS]: 1.12 };

function commandsIn(folder) {
  const example = parse(readFileSync(EXAMPLE, "utf8"));
  const json = join(folder, "example.json");
  writeFileSync(json, JSON.stringify(example));
  const flags = Object.entries(example.facts).flatMap(([id, value]) => ["--set", `${id}=${value}`]);
  return {
    "`node -e 0`": ["-e", "0"],
    [YAML]: [PROGRAM, "assess", EXAMPLE],
    [JSON_FILE]: [PROGRAM, "assess", json],
    [FLAGS]: [PROGRAM, "assess", ...flags],
    "the library with `shippedTable()`": ["--eval", libraryScript("shippedTable()")],
    "the library with `loadTable` of its text": [
      "--eval",
      libraryScript(`loadTable({ name: "rules.yaml", text }).value`),
    ],
  };
}

/** Assesses the same case with the table that an expression gives, and prints the milliseconds from the library on. */
function libraryScript(table) {
  return `
    const { assess, loadTable, readCase, shippedTable } = require(${JSON.stringify(LIBRARY)});
    const start = performance.now();
    const read = (path) => require("node:fs").readFileSync(path, "utf8");
    const text = read(${JSON.stringify(RULES)});
    const table = ${table};
    const given = readCase({ name: "example.yaml", text: read(${JSON.stringify(EXAMPLE)}) }, table);
    if (!assess(table, given.value, "2026-11-22").ok) throw new Error("no answer");
    console.log(performance.now() - start);`;
}
