// Whether a database says what the tool says: `node bench/sql-against-tool.mjs [CASES] [RULES]` puts random cases, and
// one for each path of the diagram, into DuckDB and compares every answer. Needs `npm ci` of the repository itself.
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { build } from "esbuild";
import { randomNumbers } from "./random-cases.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const [count = 1_000_000, rules = join(root, "rules.yaml")] = process.argv.slice(2);
const MOST_PATHS = 1_000_000;
const DECIDED_IN_FULL = 50;
const UNKNOWN_SHARES = [0, 0.05, 0.2, 0.5];
const day = new Date().toISOString().slice(0, 10);

const tool = await toolFrom(`
  export { formatSql } from "./src/format/sql.js";
  export { sqlTable } from "./src/report/table/sql.js";
  export { loadTable, VERDICTS } from "./src/index.js";
  export { lawOn } from "./src/table/compiled.js";
  export { decide, isContradiction } from "./src/triage/decide.js";
  export { commonVerdict } from "./src/triage/outcomes.js";
  export { possibleRules, situationOf } from "./src/triage/situation.js";
  export { paths } from "./tests/diagram/paths.js";
`);
const compiled = loaded(rules);
const law = tool.lawOn(compiled, day);
const facts = law.factOrder.map((id) => ({ id, values: Object.keys(compiled.table.facts[id].values) }));
const pathCounts = new Map();
const folder = mkdtempSync(join(tmpdir(), "order-triage-sql-"));
const connection = await (await DuckDBInstance.create(":memory:")).connect();

console.log(`${compiled.table.rules.length} rules, ${facts.length} facts, law of ${day}`);
await compare("random cases", () => randomCases(Number(count)));
await compare("paths of the diagram", () => pathCases());
rmSync(folder, { recursive: true });

/** Every answer of the database against the tool's. */
async function compare(what, cases) {
  const [rows, loading] = await timed(() => load(cases()));
  const [, assessing] = await timed(() => connection.run(`CREATE OR REPLACE TABLE assessed AS ${sql()}`));
  const given = cases();
  let compared = 0;
  const [, checking] = await timed(async () => {
    const result = await connection.stream(
      "SELECT case_id, verdict, rule, exit_code, error FROM assessed ORDER BY case_id",
    );
    for await (const chunk of result.yieldRowsJs()) {
      for (const row of chunk) hold(row, given.next().value, compared++);
    }
  });
  if (compared !== rows || !given.next().done) throw new Error(`${rows} rows went in and ${compared} came out`);
  const seconds = [loading, assessing, checking].map((one) => one.toFixed(1));
  console.log(
    `${rows.toLocaleString("en-GB")} ${what}: all agree; loaded in ${seconds[0]} s, assessed by DuckDB in ${seconds[1]} s, by the tool in ${seconds[2]} s`,
  );
  const tally = await connection.runAndReadAll(
    "SELECT coalesce(verdict, 'no verdict') v, count(*)::INTEGER n, count(rule)::INTEGER r FROM assessed GROUP BY v ORDER BY n DESC",
  );
  for (const [verdict, many, settled] of tally.getRowsJS())
    console.log(`  ${verdict}: ${many}, ${settled} by one rule`);
}

function sql() {
  return tool.formatSql(tool.sqlTable(compiled, { file: rules, asOf: day, tool: "bench" }, 65));
}

function hold([id, ...said], stated, index) {
  const due = answer(stated, index);
  if (id === index && JSON.stringify(said) === JSON.stringify(due)) return;
  throw new Error(`${JSON.stringify(stated)}: the database says ${said}, the tool ${due}`);
}

/** What the tool says: by the part of `decide` that gives the verdict, and now and then by all of it. */
function answer(stated, index) {
  const known = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== "unknown"));
  const refused = facts.find(({ id, values }) => known[id] !== undefined && !values.includes(known[id]));
  if (refused !== undefined) return [null, null, 65, refusal(refused, known[refused.id])];
  const possible =
    index % DECIDED_IN_FULL === 0
      ? inFull(known)
      : tool.possibleRules(compiled, law, tool.situationOf(compiled, law, known));
  if (possible.length === 0) return [null, null, 65, "these facts cannot all be true"];
  const verdict = tool.commonVerdict(possible);
  return [verdict, possible.length === 1 ? possible[0].id : null, tool.VERDICTS[verdict].exitCode, null];
}

function inFull(known) {
  const decision = tool.decide(compiled, { facts: known, particulars: {} }, day, false);
  if (tool.isContradiction(decision)) return [];
  if (decision.verdict !== tool.commonVerdict(decision.possible)) throw new Error("`decide` gives another verdict");
  return decision.possible;
}

function refusal({ id, values }, value) {
  return `\`${id}\`: \`${value}\` is not one of ${[...values, "unknown"].map((one) => `\`${one}\``).join(", ")}`;
}

/** Half of them are near a path of the diagram, any one as likely as another, so that they come to rare rules as well. */
function* randomCases(many) {
  const random = randomNumbers(1);
  for (let index = 0; index < many; index++) yield index % 2 === 0 ? randomCase(random) : caseNearPath(random);
}

function randomCase(random) {
  const unknown = pick(random, UNKNOWN_SHARES);
  const stated = {};
  for (const { id, values } of facts) stated[id] = random() < unknown ? nothing(random) : pick(random, values);
  if (random() < 0.001) stated[pick(random, facts).id] = "no-such-value";
  return stated;
}

function caseNearPath(random) {
  const stated = randomPath(random);
  for (const { id, values } of facts) {
    if (random() < 0.03) stated[id] = random() < 0.5 ? nothing(random) : pick(random, values);
  }
  return stated;
}

function nothing(random) {
  return random() < 0.5 ? "unknown" : undefined;
}

function randomPath(random) {
  const stated = {};
  for (let ref = law.roots.outcome; ref >= 0; ) {
    const { id, values } = facts[law.graph.variable[ref]];
    const value = drawn(
      random,
      values.map((_, index) => pathsBelow(next(ref, index))),
    );
    stated[id] = values[value];
    ref = next(ref, value);
  }
  return stated;
}

function pathsBelow(ref) {
  if (ref < 0) return 1;
  const known = pathCounts.get(ref);
  if (known !== undefined) return known;
  const { values } = facts[law.graph.variable[ref]];
  const many = values.reduce((sum, _, value) => sum + pathsBelow(next(ref, value)), 0);
  pathCounts.set(ref, many);
  return many;
}

function next(ref, value) {
  return law.graph.edges[law.graph.firstEdge[ref] + value];
}

function* pathCases() {
  let taken = 0;
  for (const situation of tool.paths(law.graph, law.roots.outcome)) {
    if (taken++ === MOST_PATHS) return console.log(`(the first of ${pathsBelow(law.roots.outcome)} paths)`);
    const stated = situation.flatMap((value, variable) =>
      value === undefined ? [] : [[facts[variable].id, facts[variable].values[value]]],
    );
    yield Object.fromEntries(stated);
  }
}

/** Through a file, as a register comes. */
async function load(cases) {
  const path = join(folder, "cases.csv");
  let rows = 0;
  const lines = function* () {
    yield `case_id,${facts.map(({ id }) => id).join()}\n`;
    for (const stated of cases) yield `${rows++},${facts.map(({ id }) => stated[id] ?? "").join()}\n`;
  };
  await pipeline(Readable.from(lines()), createWriteStream(path));
  const texts = facts.map(({ id }) => `'${id}': 'VARCHAR'`).join(", ");
  await connection.run(
    `CREATE OR REPLACE TABLE cases AS FROM read_csv('${path}', header = true, columns = {'case_id': 'INTEGER', ${texts}})`,
  );
  return rows;
}

async function timed(work) {
  const start = performance.now();
  return [await work(), (performance.now() - start) / 1000];
}

function loaded(path) {
  const table = tool.loadTable({ name: path, text: readFileSync(path, "utf8") });
  if (!table.ok) throw new Error(table.problems.map(({ message }) => message).join("\n"));
  return table.value;
}

async function toolFrom(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    define: { PACKAGE_VERSION: '"bench"' },
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    alias: { yaml: "./node_modules/yaml/browser/index.js" },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

/** A position, each as likely as its weight. */
function drawn(random, weights) {
  const sums = weights.map((_, index) => weights.slice(0, index + 1).reduce((sum, weight) => sum + weight));
  const place = random() * sums.at(-1);
  return sums.findIndex((sum) => place < sum);
}

function pick(random, list) {
  return list[Math.floor(random() * list.length)];
}
