// `grow.mjs RULES FACTS ROUNDS SECONDS` prints how long a table of that size takes to load and each of its cases to evaluate.
import { startClock } from "../clock.mjs";
import { prepare } from "../engines/order-triage.mjs";
import { ruleFinder } from "../plain-rules.mjs";
import { randomCases, take } from "../random-cases.mjs";
import { syntheticTable } from "../synthetic-table.mjs";

const [rules, facts, rounds, seconds] = process.argv.slice(2).map(Number);
const table = syntheticTable(rules, facts - 1);
// parsed, as a case that comes from anywhere is
const cases = JSON.parse(JSON.stringify(take(20_000, randomCases(table)))).map((one) => one.facts);
const loading = startClock();
const evaluate = prepare(table);
const loaded = loading() * 1e3;
const findRule = ruleFinder(table);
for (const one of cases) if (evaluate(one) !== findRule(one)) throw new Error("a wrong rule");
/** What comes out is used, or a compiler could leave the work out. */
let characters = 0;
time();
const times = [];
for (let round = 0; round < rounds; round++) times.push(time());
console.log(JSON.stringify({ loaded, times, characters }));

/** Nanoseconds for each evaluation. */
function time() {
  const elapsed = startClock();
  let done = 0;
  while (elapsed() < seconds) {
    for (const one of cases) characters += evaluate(one).length;
    done += cases.length;
  }
  return (elapsed() * 1e9) / done;
}
