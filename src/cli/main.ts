import { CommanderError } from "commander";
import { EXIT } from "../report/exit-code.js";
import { printable } from "../source/printable.js";
import { program } from "./program.js";
import { systemIo } from "./system/io.js";
import type { ReadOwn } from "./system/stored/rules.js";

/** What asks the program to end, so that nothing half-written is left. SIGBREAK is Windows' own. */
const STOPS = {
  SIGINT: EXIT.interrupted,
  SIGTERM: EXIT.terminated,
  SIGBREAK: EXIT.terminated,
  SIGHUP: EXIT.hungUp,
};

/**
 * Runs the program and sets the exit code of the process.
 *
 * @param readOwn reads what the package brings
 */
export function main(readOwn: ReadOwn): void {
  let exitCode: number | undefined;
  // a run that ends without an answer, for whatever reason, must not look like one that ended well
  process.on("exit", () => {
    process.exitCode = exitCode ?? EXIT.internal;
  });
  const stop = (code: number): void => {
    exitCode = code;
    process.exit();
  };
  for (const [signal, code] of Object.entries(STOPS)) process.on(signal, () => stop(code));
  const fail = (error: NodeJS.ErrnoException): void => {
    if (error.code === "EPIPE") stop(EXIT.readerGone);
    const unwritten = error.syscall === "write";
    const what = unwritten ? "the result could not be written" : "something went wrong inside the program";
    process.stderr.write(`error: ${what}: ${printable(error.message)}. No verdict was given.\n`);
    stop(unwritten ? EXIT.cannotWrite : EXIT.internal);
  };
  process.on("uncaughtException", fail);
  run(readOwn).then((code) => {
    exitCode = code;
  }, fail);
}

async function run(readOwn: ReadOwn): Promise<number> {
  const io = systemIo(readOwn);
  let exitCode: number = EXIT.internal;
  try {
    const exit = (code: number): void => {
      exitCode = code;
    };
    await program(io, exit, process.argv[2]).parseAsync(process.argv);
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
}
