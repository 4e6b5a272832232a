import { join } from "node:path";
import { execa, type Options } from "execa";

export const program = join(import.meta.dirname, "../../bin/order-triage.cjs");

/** What a shell runs: the built program, or another that ORDER_TRIAGE names. */
export const command = process.env["ORDER_TRIAGE"] ?? `${process.execPath} ${program}`;

/** Runs the built program; `all` has both streams in the order they were written. */
export function run(args: readonly string[], options: Options = {}) {
  return execa(process.execPath, [program, ...args], {
    reject: false,
    all: true,
    stdin: "ignore",
    env: { NO_COLOR: "1" },
    ...options,
  });
}

/** Sends a signal to the program while it waits. Before it is up, which takes a while on a busy machine, a signal ends it. */
export async function signalled(args: readonly string[], signal: NodeJS.Signals, options: Options = {}) {
  for (const wait of [400, 2_000, 10_000]) {
    const waiting = run(args, options);
    await new Promise((resolve) => setTimeout(resolve, wait));
    waiting.kill(signal);
    const result = await waiting;
    if (result.exitCode !== undefined) return result;
  }
  throw new Error(`${signal} ends the program, which does not hear it`);
}
