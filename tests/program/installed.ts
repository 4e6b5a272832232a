import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { program } from "./run.js";

/** A search path with `order-triage`, and an `npx` that runs what it is given, as both are after an install. */
export function installedPath(): string {
  const folder = join(mkdtempSync(join(tmpdir(), "order-triage-")), "bin");
  mkdirSync(folder);
  symlinkSync(program, join(folder, "order-triage"));
  writeFileSync(join(folder, "npx"), '#!/bin/sh\nexec "$@"\n', { mode: 0o755 });
  return [folder, process.env["PATH"]].join(delimiter);
}
