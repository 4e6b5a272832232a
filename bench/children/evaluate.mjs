// `evaluate.mjs ENGINE TABLE CASES COUNT ROUNDS SECONDS` prints the evaluations per second of each round and how long it
// took to make the table ready. Every case is first compared with what the table itself says.
import { readFileSync } from "node:fs";
import { startClock } from "../clock.mjs";
import { engineOf } from "../engines/engines.mjs";
import { parseLines } from "../lines.mjs";
import { ruleFinder } from "../plain-rules.mjs";

const [id, tablePath, casesPath, count, rounds, seconds] = process.argv.slice(2);
const table = JSON.parse(readFileSync(tablePath, "utf8"));
const cases = casesOf(readFileSync(casesPath, "utf8"), Number(count));
const { prepare, title, inFlight } = await engineOf(id);
const preparing = startClock();
const evaluate = await prepare(table);
const prepared = preparing() * 1e3;
await agree();
const group = groupFor();
/** What comes out is used, or a compiler could leave the work out. */
let characters = 0;
await rate();
const rates = [];
for (let round = 0; round < rounds; round++) rates.push(await rate());
console.log(JSON.stringify({ title, prepared, rates, characters }));

function casesOf(text, wanted) {
  const cases = [];
  parseLines(text, ({ facts }) => cases.push(facts));
  return cases.slice(0, wanted);
}

async function agree() {
  const findRule = ruleFinder(table);
  for (const facts of cases) {
    const [expected, got] = [findRule(facts), await evaluate(facts)];
    if (got !== expected) throw new Error(`${title}: ${got}, not ${expected}, for ${JSON.stringify(facts)}`);
  }
}

async function rate() {
  const elapsed = startClock();
  let done = 0;
  while (elapsed() < seconds) done += await group(done % cases.length);
  return done / elapsed();
}

/** Evaluates some cases from a position on, in the way that suits the engine, and says how many. */
function groupFor() {
  if (inFlight !== undefined) return together;
  return typeof evaluate(cases[0]) === "string" ? atOnce : inTurn;
}

function atOnce(from) {
  const to = Math.min(from + 10_000, cases.length);
  for (let index = from; index < to; index++) characters += evaluate(cases[index]).length;
  return to - from;
}

async function inTurn(from) {
  const to = Math.min(from + 20, cases.length);
  for (let index = from; index < to; index++) await evaluate(cases[index]);
  return to - from;
}

async function together(from) {
  const some = cases.slice(from, from + inFlight);
  await Promise.all(some.map(evaluate));
  return some.length;
}
