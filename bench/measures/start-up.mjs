import { readFileSync, writeFileSync } from "node:fs";
import { devNull } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { PROGRAM, secondsOf } from "../children.mjs";
import { figure, markdownTable } from "../markdown.mjs";
import { inTurn, median, ratio } from "../rounds.mjs";

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
  };
}
