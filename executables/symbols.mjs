import { execFileSync } from "node:child_process";

/** Takes names that only a debugger wants out of an executable, of whatever system. */
export function withoutSymbols(path, stripping) {
  if (stripping === undefined) return;
  try {
    execFileSync("llvm-strip", [...stripping, path], { stdio: ["ignore", "inherit", "inherit"] });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    throw new Error("llvm-strip is not here: install llvm, which has it");
  }
}
