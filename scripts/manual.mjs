// Writes the pages of the manual, with the code that was bundled to do so.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const require = createRequire(import.meta.url);

/** Puts a page for each command where npm links it from, for `man`. */
export async function writeManual() {
  const part = join(root, "dist/cli-manual.cjs");
  const { manualPages } = require(part);
  const pages = await manualPages((name) => readFileSync(join(root, name)));
  rmSync(part);
  mkdirSync(join(root, "dist/man"));
  for (const [name, page] of Object.entries(pages)) writeFileSync(join(root, "dist/man", name), page);
}
