/** Runs every stage once a round, one after the other, and gives what came of each stage, round by round. */
export function inTurn(rounds, stages, run) {
  const passes = Array.from({ length: rounds }, () => stages.map((stage) => run(stage)));
  return stages.map((_, index) => passes.map((pass) => pass[index]));
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** How many times the others these numbers are: each against what was measured in the same round. */
export function ratio(numbers, others) {
  return median(numbers.map((number, round) => number / others[round]));
}
