import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { CORPUS, KINDS, type Kind, seeds } from "./corpus.js";
import { faultOf, tally } from "./fault.js";
import { mutated } from "./mutations.js";
import { smallest } from "./smallest.js";
import type { Trial } from "./trial.js";

/** One seed after the other is taken, each for so many files. */
const ROUND = 100;

const OPTIONS = {
  minutes: { type: "string", default: "1" },
  seed: { type: "string", default: String(Date.now() % 2 ** 31) },
} as const;

main();

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
  if (!(minutes > 0) || !Number.isSafeInteger(seed))
    throw new Error("`--minutes` is a number above zero, `--seed` a whole one");
  console.log(`seed ${seed}`);
  const end = Date.now() + 60_000 * minutes;
  const trials = anyTrial();
  const found = new Map<string, string>();
  for (let round = seed; Date.now() < end; round += 1) await tryRound(trials, round, found);
  console.table(tally);
  for (const [name, message] of found) console.log(`\n${CORPUS}/${name}: ${message}`);
  if (found.size > 0) process.exitCode = 1;
}

function anyTrial(): fc.Arbitrary<Trial> {
  const all = seeds();
  const size = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 900 }));
  const trialOf = (kind: Kind): fc.Arbitrary<Trial> =>
    fc.record({
      kind: fc.constant(kind),
      bytes: mutated(
        all.filter((seed) => seed.kind === kind),
        all,
      ),
      sizes: fc.array(size, { minLength: 1, maxLength: 4 }),
      turn: fc.nat(1 << 20),
    });
  return fc.noBias(fc.oneof(...KINDS.map(trialOf)));
}

async function tryRound(trials: fc.Arbitrary<Trial>, seed: number, found: Map<string, string>): Promise<void> {
  const property = fc.asyncProperty(trials, async (trial) => (await faultOf(trial)) === undefined);
  const { counterexample } = await fc.check(property, { seed, numRuns: ROUND, endOnFailure: true });
  if (counterexample !== null) await keep(counterexample[0], seed, found);
}

/** Keeps the least of a file that has the same fault. */
async function keep(trial: Trial, seed: number, found: Map<string, string>): Promise<void> {
  const fault = await faultOf(trial);
  if (fault === undefined) return;
  const bytes = await smallest(
    trial.bytes,
    async (less) => (await faultOf({ ...trial, bytes: less }))?.kind === fault.kind,
  );
  const name = `${fault.kind}-${createHash("sha256").update(bytes).digest("hex").slice(0, 8)}.${trial.kind}`;
  writeFileSync(`${CORPUS}/${name}`, bytes);
  found.set(name, `seed ${seed}, in pieces of ${trial.sizes.join(", ")}: ${fault.message}`);
}
