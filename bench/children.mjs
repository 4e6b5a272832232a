import { spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The built program. */
export const PROGRAM = fileURLToPath(new URL("../bin/order-triage.cjs", import.meta.url));

/** Node's arguments for a batch of these cases under this table. */
export const batchArguments = (table, cases) => [PROGRAM, "--rules", table, "batch", cases];

/** Exit codes of 20 to 60 are verdicts, and what a check came to; the others, that something failed. */
const isAnswer = (status) => status === 0 || (status >= 20 && status <= 60);

/** One of the scripts in `children/`. */
export const child = (name) => fileURLToPath(new URL(`./children/${name}.mjs`, import.meta.url));

/** What a script of ours printed, as JSON. */
export function answerOf(args) {
  const { status, stdout } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}`);
  return JSON.parse(stdout);
}

/**
 * Peak memory in bytes and seconds of a whole process, start-up included, that prints into a file. The seconds are on
 * the wall or on the processor, whichever are fewer, as in `clock.mjs`.
 */
export function wholeRun(folder, args) {
  const { wall, peak, seconds, output } = measuredRun(folder, args);
  return { seconds: Math.min(wall, seconds), peak, output };
}

/** The same apart: seconds on the wall, and `seconds` that the process with all its threads has the processor for. */
export function measuredRun(folder, args) {
  const output = join(folder, "output");
  const usage = join(folder, "usage.json");
  const env = { ...process.env, BENCH_USAGE: usage };
  const preload = ["--require", fileURLToPath(new URL("./usage.cjs", import.meta.url))];
  const wall = secondsOf([...preload, ...args], output, env);
  return { wall, output, ...JSON.parse(readFileSync(usage, "utf8")) };
}

/** Seconds on the wall of a whole process that prints into a file. */
export function secondsOf(args, output, env = process.env) {
  const out = openSync(output, "w");
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    env,
    encoding: "utf8",
    stdio: ["ignore", out, "pipe"],
  });
  const seconds = (performance.now() - start) / 1000;
  closeSync(out);
  if (!isAnswer(status)) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return seconds;
}
