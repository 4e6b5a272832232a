// Compiles the shipped table ahead, with the code that was bundled to do so.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");
const require = createRequire(import.meta.url);

/**
 * Stores the table beside a copy of the file it was made from: it is used only for a file that is the same. Each stored
 * file begins with the build it is of, and is used only by the program of that build.
 */
export function compileTable(buildId) {
  const { loadTable } = require(join(dist, "table-load.cjs"));
  const { store } = require(join(dist, "table-compiled.cjs"));
  rmSync(join(dist, "table-compiled.cjs"));
  const bytes = readFileSync(join(root, "rules.yaml"));
  const loaded = loadTable({ name: "rules.yaml", text: bytes.toString("utf8") });
  if (!loaded.ok) {
    console.error("rules.yaml has problems, so it is not compiled ahead; `order-triage rules check` shows them");
    return;
  }
  const keep = (name, content) =>
    writeFileSync(join(dist, `${name}.stored`), Buffer.concat([Buffer.from(`${buildId}\n`), Buffer.from(content)]));
  const { table, laws } = store(loaded.value);
  keep("rules", bytes);
  keep("table", inAscii(JSON.stringify(table)));
  for (const [position, law] of laws.entries()) keep(`law-${position}`, law);
}

/** The same JSON with nothing but ASCII in it, which Node reads in a fraction of the time. */
function inAscii(json) {
  return json.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
