import { rmSync } from "node:fs";
import { join } from "node:path";
import { writeLines } from "../cases-file.mjs";
import { batchArguments, measuredRun } from "../children.mjs";
import { figure, markdownTable, whole } from "../markdown.mjs";
import { incompleteCases, RULES } from "../register-cases.mjs";
import { inTurn } from "../rounds.mjs";

/**
 * `batch --jobs 2` against one process, whole runs. By the wall, the quickest round of each: what else the machine does
 * only ever prolongs a round. Beside it the processor's time, which bounds the gain: 2 over that ratio.
 */
export function measureJobs({ jobs: { count, rounds } }, folder) {
  const file = join(folder, "register.ndjson");
  writeLines(file, count, incompleteCases({ unknown: 0.2, halfKnown: 0 }));
  const args = batchArguments(RULES, file);
  const stages = [args, [...args, "--jobs", "2"]];
  const runs = inTurn(rounds, stages, (stage) => measuredRun(folder, stage));
  rmSync(file);
  const best = (which) => runs.map((rounds) => Math.min(...rounds.map((round) => round[which])));
  const [wall, processor] = [best("wall"), best("seconds")];
  const rows = ["1", "2"].map((jobs, index) => [
    jobs,
    figure(count / wall[index]),
    figure(wall[0] / wall[index]),
    figure(processor[index] / processor[0]),
  ]);
  const head = ["`--jobs`", "lines/s", "times one, by the clock", "processor's time, times one"];
  return {
    markdown: `### Threads, ${whole(count)} lines with 20% left out\n\n${markdownTable(head, rows)}`,
    targets: [{ says: "`batch --jobs 2` against one process", got: wall[0] / wall[1], atLeast: 1.8 }],
  };
}
