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
  const run = ({ args }) => secondsOf(args, devNull, environment());
  for (const command of commands) run(command); // fills the disk's caches
  const runs = inTurn(rounds, commands, run);
  const measured = commands.map((command, index) => ({
    ...command,
    ms: median(runs[index]) * 1000,
    times: ratio(runs[index], runs[0]),
    own: median(runs[index].map((seconds, round) => seconds - runs[0][round])) * 1000,
  }));
  const rows = measured.map(({ title, ms, times, own }) => [title, figure(ms), figure(times), figure(own)]);
  const head = ["command", "ms", "times bare node", "ms beyond bare node"];
  return { markdown: `### Start-up\n\n${markdownTable(head, rows)}`, targets: measured.flatMap(targetOf) };
}

/** The certificates that this variable names are read before anything is run, which would hide what is measured. */
function environment() {
  const { NODE_EXTRA_CA_CERTS: _, ...rest } = process.env;
  return rest;
}

function targetOf({ says, times, atMost, own, atMostOwn }) {
  if (atMost !== undefined) return [{ says: `start-up against bare node, ${says}`, got: times, atMost }];
  if (atMostOwn !== undefined) return [{ says: `ms beyond bare node, ${says}`, got: own, atMost: atMostOwn }];
  return [];
}

function commandsIn(folder) {
  const example = parse(readFileSync(EXAMPLE, "utf8"));
  const json = join(folder, "example.json");
  writeFileSync(json, JSON.stringify(example));
  const flags = Object.entries(example.facts).flatMap(([id, value]) => ["--set", `${id}=${value}`]);
  const loading = libraryScript(`loadTable({ name: "rules.yaml", text: read(${JSON.stringify(RULES)}) }).value`);
  return [
    { title: "`node -e 0`", args: ["-e", "0"] },
    {
      title: "`order-triage assess`, a YAML file",
      args: [PROGRAM, "assess", EXAMPLE],
      says: "a YAML file",
      atMost: 1.2,
    },
    { title: "the same as JSON", args: [PROGRAM, "assess", json], says: "a JSON file", atMost: 1.15 },
    { title: "the same as flags", args: [PROGRAM, "assess", ...flags], says: "flags", atMost: 1.12 },
    {
      title: "the library with `shippedTable()`",
      args: ["--eval", libraryScript("shippedTable()")],
      says: "the first answer of the library",
      atMostOwn: 30,
    },
    { title: "the library with `loadTable` of its text", args: ["--eval", loading] },
  ];
}

/** Assesses the same case, of which it prints the verdict, with the table that an expression gives. */
function libraryScript(table) {
  return `
    const { assess, loadTable, readCase, shippedTable } = require(${JSON.stringify(LIBRARY)});
    const read = (path) => require("node:fs").readFileSync(path, "utf8");
    const table = ${table};
    const given = readCase({ name: "example.yaml", text: read(${JSON.stringify(EXAMPLE)}) }, table);
    console.log(assess(table, given.value, "2026-11-22").value.verdict);`;
}
