// `node run.mjs [--quick] [--write]`: every measure in one run, as one Markdown document.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureCsv } from "./measures/csv.mjs";
import { measureEvaluation } from "./measures/evaluation.mjs";
import { measureFiles } from "./measures/files.mjs";
import { measureGrowth } from "./measures/growth.mjs";
import { measureJobs } from "./measures/jobs.mjs";
import { measureLines } from "./measures/lines.mjs";
import { measureRegister } from "./measures/register.mjs";
import { measureSearch } from "./measures/search.mjs";
import { measureStartUp } from "./measures/start-up.mjs";
import { measureWorkshop } from "./measures/workshop.mjs";
import { machine, targetTable, writeIntoPage } from "./results.mjs";

const QUICK = {
  evaluation: { share: 0.1, processes: 1, rounds: 3, seconds: 0.2 },
  lines: { count: 500_000, engineShare: 0.5, rounds: 1, long: 500_000 },
  register: { counts: [50_000, 5_000], rounds: 1 },
  csv: { count: 50_000, rounds: 1 },
  jobs: { count: 50_000, rounds: 1 },
  workshop: { rounds: 1, synthetic: 200 },
  files: { count: 1_000, rounds: 3 },
  search: { count: 5_000, rounds: 1 },
  startUp: { rounds: 5 },
  growth: { processes: 1, rounds: 3, seconds: 0.1 },
};
const FULL = {
  evaluation: { share: 1, processes: 3, rounds: 3, seconds: 0.5 },
  lines: { count: 2_000_000, engineShare: 4, rounds: 1, long: 10_000_000 },
  register: { counts: [1_000_000, 50_000], rounds: 1 },
  csv: { count: 1_000_000, rounds: 1 },
  jobs: { count: 2_000_000, rounds: 2 },
  workshop: { rounds: 3, synthetic: 800 },
  files: { count: 10_000, rounds: 3 },
  search: { count: 20_000, rounds: 2 },
  startUp: { rounds: 20 },
  growth: { processes: 3, rounds: 3, seconds: 0.3 },
};
const MEASURES = [
  measureEvaluation,
  measureLines,
  measureRegister,
  measureSearch,
  measureCsv,
  measureJobs,
  measureFiles,
  measureStartUp,
  measureWorkshop,
  measureGrowth,
];

const { values: flags } = parseArgs({ options: { quick: { type: "boolean" }, write: { type: "boolean" } } });
const folder = mkdtempSync(join(tmpdir(), "order-triage-bench-"));
try {
  const results = [];
  for (const measure of MEASURES) {
    console.error(`${measure.name} …`);
    results.push(await measure(flags.quick ? QUICK : FULL, folder));
  }
  const targets = targetTable(results.flatMap((result) => result.targets));
  const text = [machine(flags.quick), targets, ...results.map(({ markdown }) => markdown)].join("\n\n");
  console.log(text);
  if (flags.write) writeIntoPage(text);
} finally {
  rmSync(folder, { recursive: true });
}
