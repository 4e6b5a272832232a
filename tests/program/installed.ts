import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { command } from "./run.js";

/** A search path with `order-triage`, and an `npx` that runs what it is given, as both are after an install. */
export function installedPath(): string {
  const folder = join(mkdtempSync(join(tmpdir(), "order-triage-")), "bin");
  mkdirSync(folder);
  writeFileSync(join(folder, "order-triage"), `#!/bin/sh\nexec ${command} "$@"\n`, { mode: 0o755 });
  writeFileSync(join(folder, "npx"), '#!/bin/sh\nexec "$@"\n', { mode: 0o755 });
  return [folder, process.env["PATH"]].join(delimiter);
}
