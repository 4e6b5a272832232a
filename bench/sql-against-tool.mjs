// Whether databases say what the tool says: random cases, and one for each path of the diagram, are put into each of
// them and every answer is compared. Needs `npm ci` of the repository itself, and what the databases bring; for
// ClickHouse `npm ci --prefix bench/databases`, too.
import { once } from "node:events";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { processorTime } from "./databases/process.mjs";
import { randomNumbers } from "./random-cases.mjs";
import { syntheticTable } from "./synthetic-table.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values: asked } = parseArgs({
  options: {
    cases: { type: "string", default: "1000000" },
    paths: { type: "string", default: "2000000" },
    databases: { type: "string", default: "duckdb" },
    rules: { type: "string", default: join(root, "rules.yaml") },
    synthetic: { type: "string" },
  },
});
const DECIDED_IN_FULL = 50;
const UNKNOWN_SHARES = [0, 0.05, 0.2, 0.5];
/** How texts stand in registers, and what is not to be taken for an answer. */
const ODD = [
  (value) => ` ${value}`,
  (value) => `${value}  `,
  () => " ",
  () => "Unknown",
  () => " UNKNOWN ",
  () => "no-such-value",
  (value) => value.toUpperCase(),
  (value) => `${value}\u0308`,
  (value) => `${value}\u200b`,
  (value) => `'${value}'; --`,
];
const day = new Date().toISOString().slice(0, 10);

const tool = await toolFrom(`
  export { formatSql } from "./src/format/sql.js";
  export { sqlTable } from "./src/report/table/export/sql.js";
  export { loadTable, VERDICTS } from "./src/index.js";
  export { lawOn } from "./src/table/compiled.js";
  export { decide, isContradiction } from "./src/triage/decide.js";
  export { commonVerdict } from "./src/triage/outcomes.js";
  export { possibleRules, situationOf } from "./src/triage/situation.js";
  export { paths } from "./tests/diagram/paths.js";
`);
const compiled = loaded();
const law = tool.lawOn(compiled, day);
const facts = law.factOrder.map((id) => ({ id, values: Object.keys(compiled.table.facts[id].values) }));
const pathCounts = new Map();
const folder = mkdtempSync(join(tmpdir(), "order-triage-sql-"));

console.log(`${compiled.table.rules.length} rules, ${facts.length} facts, law of ${day}`);
try {
  await writeCases("random", randomCases(Number(asked.cases)));
  await writeCases("paths", pathCases(Number(asked.paths)));
  for (const name of asked.databases.split(",")) await compareDatabase(name);
} finally {
  rmSync(folder, { recursive: true });
}

async function compareDatabase(name) {
  const { openDatabase } = await import(`./databases/${name}.mjs`);
  const database = await openDatabase(folder);
  try {
    await compare(database, name, "random", (create) => create);
    await compare(database, name, "random", (create) => loose(create, database));
    await compare(database, name, "paths", (create) => create);
  } finally {
    await database.close();
  }
}

/** Columns in which `Nobody` is `nobody`, or nothing is an empty text, must make no difference. */
function loose(create, { looseText }) {
  const [first, ...columns] = create.split("\n");
  return [first, ...columns.map((line) => line.replace(/^( {2}["`]\S+ )[^ ,]+/, `$1${looseText}`))].join("\n");
}

/** Every answer of the database against the tool's. */
async function compare(database, name, what, columns) {
  const expression = sql(database.dialect ?? name);
  const [, create] = /^-- (CREATE TABLE[^;]*);$/m.exec(expression);
  await database.run("DROP TABLE IF EXISTS cases");
  await database.run("DROP TABLE IF EXISTS assessed");
  await database.run(columns(create.replaceAll(/^-- /gm, "")));
  await database.load(file(what, "csv"));
  const { wall, processor } = await timed(() => database.run(`CREATE TABLE assessed AS ${expression}`), database.pids);
  const answers = file(what, name);
  await database.save(
    "SELECT case_id, COALESCE(verdict, ''), COALESCE(rule, ''), exit_code, COALESCE(error, '') FROM assessed ORDER BY case_id",
    answers,
  );
  const rows = sameLines(answers, file(what, "due"));
  console.log(`${name}: ${rows} ${what}: all agree; ${wall.toFixed(1)} s, ${processor.toFixed(1)} s of processor time`);
}

/** How many lines two files have, which are the same. */
function sameLines(given, due) {
  const [said, wanted] = [given, due].map((path) => readFileSync(path));
  if (said.equals(wanted)) return wanted.filter((byte) => byte === 0x0a).length;
  const at = wanted.findIndex((byte, index) => byte !== said[index]);
  const around = [said, wanted].map((text) => {
    const start = text.lastIndexOf("\n", Math.max(at - 1, 0)) + 1;
    return text.toString("utf8", start, text.indexOf("\n", at));
  });
  throw new Error(`the database says\n${around[0]}\nand the tool\n${around[1]}`);
}

function sql(dialect) {
  return tool.formatSql(tool.sqlTable(compiled, { file: "rules.yaml", asOf: day, tool: "bench", dialect }, 65));
}

/** What the tool says: by the part of `decide` that gives the verdict, and now and then by all of it. */
function answer(stated, index) {
  const known = readAsBatch(stated);
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

/** Blanks around a text, and the letters of `unknown`, are of no account. */
function readAsBatch(stated) {
  const read = Object.entries(stated).map(([id, text = ""]) => [id, text.trim()]);
  return Object.fromEntries(read.filter(([, text]) => !/^(unknown)?$/i.test(text)));
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
  const { id, values } = pick(random, facts);
  if (random() < 0.02) stated[id] = pick(random, ODD)(pick(random, values));
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

/** At most so many of the paths, evenly spread. */
function* pathCases(most) {
  const step = Math.ceil(pathsBelow(law.roots.outcome) / most);
  let index = 0;
  for (const situation of tool.paths(law.graph, law.roots.outcome)) {
    if (index++ % step !== 0) continue;
    const stated = situation.flatMap((value, variable) =>
      value === undefined ? [] : [[facts[variable].id, facts[variable].values[value]]],
    );
    yield Object.fromEntries(stated);
  }
}

/** Cases as they stand in a register, what is stated in quotation marks, blanks and all; and what the tool says of them. */
async function writeCases(what, cases) {
  const [register, due] = [createWriteStream(file(what, "csv")), createWriteStream(file(what, "due"))];
  const write = async (stream, line) => stream.write(`${line}\n`) || once(stream, "drain");
  await write(register, `case_id,${facts.map(({ id }) => id).join()}`);
  let index = 0;
  for (const stated of cases) {
    const id = String(index).padStart(9, "0");
    await write(register, [id, ...facts.map((fact) => cell(stated[fact.id]))].join());
    await write(due, [id, ...answer(stated, index++)].join("\t"));
  }
  await Promise.all([register, due].map((stream) => finished(stream.end())));
}

function cell(text) {
  return text === undefined ? "" : `"${text}"`;
}

function file(what, ending) {
  return join(folder, `${what}.${ending}`);
}

/** What some work takes by the clock and of processors, in seconds. */
async function timed(work, pids) {
  const [start, before] = [performance.now(), processorTime(...pids)];
  await work();
  const wall = (performance.now() - start) / 1000;
  await setTimeout(500); // the time of a process counts once its server has seen it end
  return { wall, processor: processorTime(...pids) - before };
}

function loaded() {
  const text =
    asked.synthetic === undefined
      ? readFileSync(asked.rules, "utf8")
      : JSON.stringify(syntheticTable(Number(asked.synthetic)));
  const table = tool.loadTable({ name: "rules.yaml", text });
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
