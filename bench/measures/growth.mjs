import { answerOf, child } from "../children.mjs";
import { figure, markdownTable, whole } from "../markdown.mjs";
import { inTurn, median, ratio } from "../rounds.mjs";

const BY_RULES = [50, 200, 800, 3200].map((rules) => ({ rules, facts: 12 }));
const BY_FACTS = [10, 20, 30, 40].map((facts) => ({ rules: 200, facts }));

/** How the time of one evaluation grows with the table, and what it takes to load the table. */
export function measureGrowth({ growth: { processes, rounds, seconds } }) {
  const sizes = [...BY_RULES, ...BY_FACTS];
  const runs = inTurn(processes, sizes, ({ rules, facts }) =>
    answerOf([child("grow"), ...[rules, facts, rounds, seconds].map(String)]),
  );
  const results = sizes.map((size, index) => ({ ...size, ...summaryOf(runs[index]) }));
  const [byRules, byFacts] = [results.slice(0, BY_RULES.length), results.slice(BY_RULES.length)];
  const growth = ratio(byRules.at(-1).times, byRules[0].times);
  return {
    markdown: ["### Growth with the table", rowsOf(byRules), rowsOf(byFacts)].join("\n\n"),
    targets: [{ says: "time of an evaluation, 3,200 rules against 50", got: growth, atMost: 1.3 }],
  };
}

function summaryOf(runs) {
  return { times: runs.map(({ times }) => median(times)), loaded: median(runs.map(({ loaded }) => loaded)) };
}

function rowsOf(results) {
  const [first] = results;
  const rows = results.map(({ rules, facts, times, loaded }) => [
    whole(rules),
    facts,
    figure(median(times)),
    figure(ratio(times, first.times)),
    figure(loaded),
    figure(loaded / first.loaded),
  ]);
  const head = ["rules", "facts", "evaluation, ns", "times the first", "load and compile, ms", "times the first"];
  return markdownTable(head, rows);
}
