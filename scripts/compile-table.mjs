// Compiles the shipped table ahead, with the code that was bundled to do so.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");
const { load } = createRequire(import.meta.url)("../bin/order-triage.cjs");

/**
 * Stores the table beside a copy of the file it was made from: it is used only for a file that is the same. Each stored
 * file is used only by the program of the build it is of.
 */
export function compileTable() {
  const { loadTable } = load("table-load.cjs");
  const { storedFiles } = takeOut("cli-system-stored-files.cjs");
  const text = readFileSync(join(root, "rules.yaml"), "utf8");
  const loaded = loadTable({ name: "rules.yaml", text });
  if (!loaded.ok) {
    console.error("rules.yaml has problems, so it is not compiled ahead; `order-triage rules check` shows them");
    return;
  }
  for (const [name, content] of Object.entries(storedFiles(loaded.value, text)))
    writeFileSync(join(dist, name), content);
}

/** A part that is used here alone. */
function takeOut(part) {
  const taken = load(part);
  rmSync(join(dist, part));
  return taken;
}
