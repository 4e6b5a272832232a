// Compares what came of the same command lines on two systems: `node compare.mjs FILE FILE`.
import { readFileSync } from "node:fs";

const [here, there] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const lines = Object.keys({ ...here, ...there });
const differing = lines.filter((line) => JSON.stringify(here[line]) !== JSON.stringify(there[line]));

for (const line of differing) console.log(`differs: ${line}\n${firstDifference(here[line], there[line])}`);
const files = Object.values(here).flatMap((answer) => Object.keys(answer.files));
console.log(`${lines.length} command lines and ${files.length} files compared, ${differing.length} differ`);
process.exitCode = differing.length === 0 && lines.length > 0 ? 0 : 1;

function firstDifference(one, other) {
  const [left, right] = [one, other].map((answer) => JSON.stringify(answer) ?? "");
  const at = [...left].findIndex((letter, index) => letter !== right[index]);
  return [left, right].map((text) => `  ${text.slice(Math.max(0, at - 60), at + 120)}`).join("\n");
}
