// `search.mjs UNKNOWN COUNT` draws so many different situations from the register with that share of the facts left out,
// and prints how long the shipped table takes for each that it has not met before.
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startClock } from "../clock.mjs";
import { incompleteCases } from "../register-cases.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const require = createRequire(join(root, "package.json"));
const DAY = "2026-11-28";
const WARM = 0.2;

const [unknown, count] = process.argv.slice(2).map(Number);
const { lawOn, newBriefing, situationOf, walk } = ownParts();
const { readCase, shippedTable } = require(join(root, "dist/index.cjs"));
const table = shippedTable();
const briefing = newBriefing(table, DAY, true, (brief) => brief);
const situations = differentOnes(Math.ceil(count * (1 + WARM)));
const warm = situations.length - Math.floor(situations.length / (1 + WARM));
let answered = 0;
answer(situations.slice(0, warm));
const elapsed = startClock();
answer(situations.slice(warm));
const met = situations.length - warm;
console.log(JSON.stringify({ met, microseconds: (elapsed() * 1e6) / met, answered }));

/** What comes out is used, or a compiler could leave the work out. */
function answer(some) {
  for (const values of some) if (briefing.brief(values) !== undefined) answered += 1;
}

function differentOnes(wanted) {
  const law = lawOn(table, DAY);
  const all = new Map();
  let drawn = 0;
  for (const one of incompleteCases({ unknown, halfKnown: 0 })) {
    const given = readCase({ name: "case.json", text: JSON.stringify(one) }, table);
    if (!given.ok) throw new Error("a case that cannot be read");
    const situation = situationOf(table, law, given.value.facts);
    drawn += 1;
    if (drawn >= 20 * wanted) return [...all.values()];
    // where a walk down the diagram answers, there is nothing to search
    if (walk(law.graph, law.roots.outcome, situation) !== undefined) continue;
    const values = briefing.valuesOf(situation).slice();
    all.set(values.join(), values);
    if (all.size === wanted) return [...all.values()];
  }
}

/** What the library does not show, built from the same source. */
function ownParts() {
  const folder = mkdtempSync(join(tmpdir(), "order-triage-bench-"));
  const outfile = join(folder, "parts.cjs");
  const contents = `
    export { newBriefing } from "./src/triage/brief/brief.ts";
    export { walk } from "./src/diagram/walk.ts";
    export { situationOf } from "./src/triage/situation.ts";
    export { lawOn } from "./src/table/compiled.ts";`;
  try {
    const stdin = { contents, resolveDir: root, loader: "ts" };
    require("esbuild").buildSync({ stdin, outfile, bundle: true, platform: "node", format: "cjs" });
    return require(outfile);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
