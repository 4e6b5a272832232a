import { answerOf, child } from "../children.mjs";
import { figure, markdownTable, whole } from "../markdown.mjs";
import { inTurn, median } from "../rounds.mjs";

const KINDS = [0.2, 0.5];
const MOST_MICROSECONDS = 5;

/** What it takes to meet a situation of the shipped table for the first time, in a process that is warm. */
export function measureSearch({ search: { count, rounds } }) {
  const runs = inTurn(rounds, KINDS, (unknown) => answerOf([child("search"), String(unknown), String(count)]));
  const results = KINDS.map((unknown, index) => ({
    title: `${100 * unknown}%`,
    met: median(runs[index].map(({ met }) => met)),
    microseconds: median(runs[index].map(({ microseconds }) => microseconds)),
  }));
  const rows = results.map(({ title, met, microseconds }) => [title, whole(met), figure(microseconds)]);
  return {
    markdown: `### A new situation\n\n${markdownTable(["facts left out", "situations", "µs each"], rows)}`,
    targets: results.map(({ title, microseconds }) => ({
      says: `first meeting of a situation, µs, left out: ${title}`,
      got: microseconds,
      atMost: MOST_MICROSECONDS,
    })),
  };
}
