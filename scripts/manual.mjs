// Writes the pages of the manual, with the code that was bundled to do so.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const { load } = createRequire(import.meta.url)("../bin/order-triage.cjs");

/** Puts a page for each command where npm links it from, for `man`. */
export async function writeManual() {
  const { manualPages } = load("cli-manual.cjs");
  const pages = await manualPages((name) => readFileSync(join(root, name)));
  rmSync(join(root, "dist/cli-manual.cjs"));
  mkdirSync(join(root, "dist/man"));
  for (const [name, page] of Object.entries(pages)) writeFileSync(join(root, "dist/man", name), page);
}
