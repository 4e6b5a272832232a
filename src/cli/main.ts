import { CommanderError } from "commander";
import { EXIT } from "../report/exit-code.js";
import { printable } from "../source/printable.js";
import { program } from "./program.js";
import { systemIo } from "./system/io.js";
import { hearSignals } from "./system/signals.js";
import type { ReadOwn } from "./system/stored/rules.js";

/**
 * Runs the program and sets the exit code of the process.
 *
 * @param readOwn reads what the package brings
 */
export function main(readOwn: ReadOwn): void {
  let exitCode: number | undefined;
  // a run that ends without an answer, for whatever reason, must not look like one that ended well
  process.on("exit", (code) => {
    process.exitCode = code || (exitCode ?? EXIT.internal);
  });
  hearSignals();
  const fail = (error: NodeJS.ErrnoException): void => {
    if (error.code === "EPIPE") process.exit(EXIT.readerGone);
    const unwritten = error.syscall === "write";
    const what = unwritten ? "the result could not be written" : "something went wrong inside the program";
    process.stderr.write(`error: ${what}: ${printable(error.message)}. No verdict was given.\n`);
    process.exit(unwritten ? EXIT.cannotWrite : EXIT.internal);
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
