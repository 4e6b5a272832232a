// `node before.mjs FOLDER [ROUNDS]`: this build against another of the same table, in the folder of its checkout, in turn:
// what the processor has to do for start-up and for registers, median against median.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { writeLines } from "./cases-file.mjs";
import { measuredRun } from "./children.mjs";
import { figure, markdownTable } from "./markdown.mjs";
import { incompleteCases } from "./register-cases.mjs";
import { inTurn, median } from "./rounds.mjs";

const [before, rounds = "7"] = process.argv.slice(2);
if (before === undefined) throw new Error("name the folder of the other build");
const root = fileURLToPath(new URL("../", import.meta.url));
const builds = [resolve(before), root];
const [table, other] = builds.map((build) => readFileSync(join(build, "rules.yaml"), "utf8"));
if (table !== other) throw new Error("the two have different tables: build one of them with that of the other");
const folder = mkdtempSync(join(tmpdir(), "order-triage-bench-"));
const COUNT = 200_000;
try {
  console.log(markdownTable(["command", "before, s", "now, s", "now, times before"], commands().map(rowOf)));
} finally {
  rmSync(folder, { recursive: true });
}

function commands() {
  const registers = [0, 0.2, 0.5].map((unknown) => {
    const file = join(folder, `register-${unknown}.ndjson`);
    writeLines(file, COUNT, incompleteCases({ unknown, halfKnown: 0 }));
    return { title: `batch, ${100 * unknown}% left out`, args: ["batch", file] };
  });
  const example = join(root, "examples/pre-charge-production-order.yaml");
  return [
    { title: "assess, a YAML file", args: ["assess", example] },
    { title: "assess, a flag", args: ["assess", "--instrument", "warrant"] },
    ...registers,
  ];
}

function rowOf({ title, args }) {
  const runs = inTurn(
    Number(rounds),
    builds,
    (build) => measuredRun(folder, [join(build, "bin/order-triage.cjs"), ...args]).seconds,
  );
  const [old, now] = runs.map(median);
  return [title, figure(old), figure(now), figure(now / old)];
}
