import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, parseAllDocuments } from "yaml";
import { randomNumbers } from "./random-cases.mjs";

/** The shipped table. */
export const RULES = fileURLToPath(new URL("../rules.yaml", import.meta.url));
/** The project's own cases. */
export const CASES = fileURLToPath(new URL("../tests/cases", import.meta.url));

/** The project's own cases in random order, without end, with a share of the facts left out and of the others half known. */
export function* incompleteCases({ unknown, halfKnown }) {
  const names = readdirSync(CASES).filter((name) => name.endsWith(".yaml"));
  const documents = names.flatMap((name) => parseAllDocuments(readFileSync(join(CASES, name), "utf8")));
  const cases = documents.map((document) => document.toJS()).filter(({ facts }) => facts !== undefined);
  const table = parse(readFileSync(RULES, "utf8"));
  const next = randomNumbers(1);
  for (let number = 0; ; number++) {
    const { facts, particulars } = cases[Math.floor(next() * cases.length)];
    const stated = Object.entries(facts).filter(() => next() >= unknown);
    const known = stated.map(([id, value]) => [id, next() < halfKnown ? halfOf(table.facts[id], value, next) : value]);
    yield { facts: Object.fromEntries(known), particulars: { ...particulars, reference: `REF-${number}` } };
  }
}

/** The value and another one, or all but another one. */
function halfOf({ values }, value, next) {
  const ids = Object.keys(values);
  const other = ids[Math.floor(next() * ids.length)];
  if (typeof value !== "string" || other === value || ids.length < 3) return value;
  return next() < 0.5 ? [value, other] : { not: other };
}
