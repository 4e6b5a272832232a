import { answerOf, child } from "../children.mjs";
import { casesFile, tableFile } from "../comparison.mjs";
import { ENGINES } from "../engines/engines.mjs";
import { figure, markdownTable } from "../markdown.mjs";
import { inTurn, median, ratio } from "../rounds.mjs";

/** Evaluations per second, each engine in a process of its own; every case is compared before it is timed. */
export function measureEvaluation({ evaluation: { share, processes, rounds, seconds } }, folder) {
  const ids = Object.keys(ENGINES);
  const cases = casesFile(folder, Math.max(...ids.map((id) => ENGINES[id].cases)));
  const table = tableFile(folder);
  const runs = inTurn(processes, ids, (id) => {
    const count = Math.ceil(ENGINES[id].cases * share);
    return answerOf([child("evaluate"), id, table, cases, ...[count, rounds, seconds].map(String)]);
  });
  const engines = ids.map((id, index) => ({ id, ...summaryOf(runs[index]) }));
  const ours = engines.find(({ id }) => id === "order-triage");
  const against = engines.map((engine) => ({ ...engine, times: ratio(ours.rates, engine.rates) }));
  return { markdown: sectionOf(against), targets: targetsOf(against) };
}

function summaryOf(runs) {
  return {
    title: runs[0].title,
    rates: runs.map(({ rates }) => median(rates)),
    prepared: median(runs.map(({ prepared }) => prepared)),
  };
}

function sectionOf(engines) {
  const rows = engines
    .map(({ title, rates, times, prepared }) => ({ title, rate: median(rates), times, prepared }))
    .sort((a, b) => b.rate - a.rate)
    .map(({ title, rate, times, prepared }) => [
      title,
      figure(rate),
      figure(1e6 / rate),
      figure(times),
      figure(prepared),
    ]);
  const head = ["engine", "evaluations/s", "µs each", "order-triage is so many times as fast", "table made ready, ms"];
  return `### Evaluations per second\n\n${markdownTable(head, rows)}`;
}

function targetsOf(engines) {
  const against = (wanted) => engines.find(({ id }) => id === wanted).times;
  return [
    { says: "evaluations per second against json-rules-engine", got: against("json-rules-engine"), atLeast: 1000 },
    { says: "evaluations per second against hand-written if/else", got: against("if-else"), atLeast: 0.7 },
    { says: "evaluations per second against zen-engine", got: against("zen"), atLeast: 100 },
  ];
}
