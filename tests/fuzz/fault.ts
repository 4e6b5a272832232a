import { AssertionError } from "node:assert";
import { KINDS } from "./corpus.js";
import { runProgram, type Usage } from "./program.js";
import { newTry, type Trial } from "./trial.js";

/** What is wrong with what came of a file. */
export interface Fault {
  readonly kind: "differs" | "throws" | "slow" | "large";
  readonly message: string;
}

/** What no file may take. In this process it is read five times over, by a busy machine; run.mjs sees to its memory. */
const MOST_HERE: Usage = { seconds: 8, megabytes: Number.POSITIVE_INFINITY };
const MOST_OF_PROGRAM: Usage = { seconds: 2, megabytes: 300 };

/** Of so many files one is handed to the built program as well, and every large one. */
const PROGRAM_EVERY = 50;
const LARGE = 100_000;

/** How many files were tried in each way, and the most that one of them took. */
export const tally: Readonly<Record<string, { files: number; seconds: number; megabytes: number }>> =
  Object.fromEntries([...KINDS, "program"].map((name) => [name, { files: 0, seconds: 0, megabytes: 0 }]));

const tryHere = newTry();

export async function faultOf(trial: Trial): Promise<Fault | undefined> {
  const isForProgram = trial.turn % PROGRAM_EVERY === 0 || trial.bytes.length > LARGE;
  try {
    const here = await excess(trial.kind, MOST_HERE, () => usageHere(trial));
    return here === undefined && isForProgram
      ? await excess("program", MOST_OF_PROGRAM, () => runProgram(trial))
      : here;
  } catch (error) {
    return { kind: error instanceof AssertionError ? "differs" : "throws", message: String((error as Error).stack) };
  }
}

async function usageHere(trial: Trial): Promise<Usage> {
  const before = process.cpuUsage();
  await tryHere(trial);
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, megabytes: process.memoryUsage.rss() / 2 ** 20 };
}

/** In what it takes too much. What takes long once may have been held up. */
async function excess(name: string, most: Usage, run: () => Usage | Promise<Usage>): Promise<Fault | undefined> {
  const first = await run();
  const { seconds, megabytes } = first.seconds > most.seconds ? await run() : first;
  const count = tally[name];
  if (count !== undefined) {
    count.files += 1;
    count.seconds = Math.max(count.seconds, seconds);
    count.megabytes = Math.max(count.megabytes, megabytes);
  }
  if (seconds > most.seconds) return { kind: "slow", message: `${name}: ${seconds} seconds` };
  return megabytes > most.megabytes ? { kind: "large", message: `${name}: ${megabytes} megabytes` } : undefined;
}
