import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXIT } from "../../src/report/exit-code.js";
import { VERDICTS } from "../../src/table/verdict.js";
import type { Kind } from "./corpus.js";
import type { Trial } from "./trial.js";

const COMMANDS: Readonly<Record<Kind, readonly (readonly string[])[]>> = {
  yaml: [["assess"], ["batch"], ["rules", "test"]],
  json: [["assess"], ["batch"], ["verify"]],
  ndjson: [["batch"], ["batch", "--jobs", "2"], ["batch", "--explain"]],
  csv: [["batch"], ["batch", "--format", "csv"], ["batch", "--input-format", "csv", "--format", "markdown"]],
  table: [
    ["rules", "check"],
    ["rules", "table"],
    ["explain", "--rules"],
  ],
};

const VERDICT_CODES = Object.values(VERDICTS).map(({ exitCode }) => exitCode);
const CODES = new Set<number | null>([
  ...VERDICT_CODES,
  EXIT.ok,
  EXIT.checkFailed,
  EXIT.badInput,
  EXIT.noInput,
  EXIT.badRules,
]);

/** Processor time, and the most memory. */
export interface Usage {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Hands a file to a command, and throws where it ends with another code than a file can lead to. */
export function runProgram({ kind, bytes, turn }: Trial): Usage {
  const folder = mkdtempSync(join(tmpdir(), "order-triage-fuzz-"));
  try {
    const file = join(folder, `file.${kind === "table" ? "yaml" : kind}`);
    const usage = join(folder, "usage");
    writeFileSync(file, bytes);
    const command = COMMANDS[kind][turn % COMMANDS[kind].length] as readonly string[];
    const args = ["--require", "./bench/usage.cjs", "bin/order-triage.cjs", ...command, file];
    const env = { ...process.env, BENCH_USAGE: usage };
    const { status, stderr } = spawnSync(process.execPath, args, {
      env,
      timeout: 60_000,
      stdio: ["ignore", "ignore", "pipe"],
    });
    if (!CODES.has(status))
      throw new Error(`${command.join(" ")} ended with ${status}: ${stderr.toString().slice(0, 500)}`);
    const { seconds, peak } = JSON.parse(readFileSync(usage, "utf8"));
    return { seconds, megabytes: peak / 2 ** 20 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
