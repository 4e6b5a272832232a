import { join } from "node:path";
import { execa, type Options } from "execa";

export const program = join(import.meta.dirname, "../../bin/order-triage.cjs");

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
