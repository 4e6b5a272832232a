import { readFileSync } from "node:fs";

/** Every engine, and on how many cases it is tried: as many as it gets through in about a second. */
export const ENGINES = {
  "if-else": { cases: 200_000 },
  "order-triage": { cases: 200_000 },
  "json-logic-engine": { cases: 200_000 },
  "node-rules": { cases: 50_000 },
  zen: { cases: 20_000 },
  "json-rules-engine": { cases: 5_000 },
  "dmn-eval-js": { cases: 1_500 },
};

/** An engine by its id; `title` is its name with the version that is installed. */
export async function engineOf(id) {
  const { name, from, prepare, inFlight } = await import(`./${id}.mjs`);
  return { title: from === undefined ? name : `${name}, ${versionOf(from)}`, prepare, inFlight };
}

function versionOf(from) {
  const file = new URL(`../node_modules/${from}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")).version;
}
