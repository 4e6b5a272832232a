import type { Question } from "./assessment.js";

/** Questions to find out about: those of which an answer commonly leaves the fewest verdicts first, else as they stand. */
export function mostSettlingFirst(questions: readonly Question[]): Question[] {
  return questions.toSorted((one, other) => verdictsLeft(one) - verdictsLeft(other));
}

/** How many verdicts an answer leaves, as a mean. */
function verdictsLeft({ answers }: Question): number {
  const left = answers.flatMap(({ values, verdicts }) => values.map(() => verdicts.length));
  return left.reduce((sum, count) => sum + count, 0) / left.length;
}
