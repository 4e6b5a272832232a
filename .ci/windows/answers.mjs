// Runs the installed program in this folder in every way that has an answer, and keeps in a file what came of each:
// to be run on two systems. `node answers.mjs FILE`.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";

const PROGRAM = "node_modules/order-triage/bin/order-triage.cjs";
const ON = ["--as-of", "2026-11-22"];
const parking = "tables/parking.yaml";
const [EDITED, FAULTY] = ["edited.yaml", "faulty.yaml"];

const BROKEN = {
  "field.yaml": "facts: { sheet: leaflet }\r\nfact: { }\r\n",
  "json.json": '{ "facts": { "instrument": "court-order", } }\r\n',
  "value.yaml": "facts:\r\n  instrument: court-ordr\r\n",
  "yaml.yaml": "facts:\r\n\tinstrument: court-order\r\n",
  "zip.csv": "PK\u0003\u0004",
};

prepare();
const lines = commandLines();
const answers = {};
let next = 0;
await Promise.all(Array.from({ length: availableParallelism() }, work));
writeFileSync(process.argv[2], JSON.stringify(answers));

async function work() {
  for (let at = next++; at < lines.length; at = next++) answers[lines[at].join(" ")] = await run(lines[at], at);
}

function commandLines() {
  const examples = filesIn("examples");
  const cases = filesIn("cases");
  return [
    [["--help"]],
    examples.flatMap((file) => each("text json markdown html", ["assess", file, ...ON])),
    examples.map((file) => ["assess", file, ...ON, "--full", "--color", "always"]),
    examples.map((file, at) => ["assess", file, ...ON, "--output", `OUT/a.${["txt", "json", "md", "html"][at % 4]}`]),
    examples.map((file) => ["assess", file, ...ON, "--papers", "OUT/papers", "--record", "OUT/record.json"]),
    each("text ndjson json csv junit markdown", ["batch", ...examples, ...cases, "cases/corrections", ...ON]),
    each("ndjson json", ["batch", ...cases, "--explain", ...ON]),
    [
      ["batch", "register.csv", "--rules", parking, ...ON],
      ["batch", "broken", "--output", "OUT/all.csv", ...ON],
    ],
    each("text markdown html", ["paper", "wall-sheet"]),
    each("text json markdown html", ["verify", "record.json"]),
    each("text json markdown html", ["explain", "OT203", ...ON]),
    [
      ["explain", "cannot-say", ...ON],
      ["page", "--output", "OUT/page.html"],
      ["rules", "check", ...ON],
    ],
    ["case", "rules", "assessment", "batch", "record", "practice"].map((name) => ["schema", name]),
    [["schema", "case", "--template", "csv"]],
    each("text json markdown sarif github", ["rules", "check", EDITED, ...ON]),
    each("text json markdown junit", ["rules", "test", "cases", ...ON]),
    each("text json markdown html", ["rules", "diff", parking, EDITED, ...ON]),
    each("text json markdown html sql", ["rules", "table", parking, ...ON]),
    each("html sql", ["rules", "table", ...ON]),
    filesIn("broken").map((file) => ["assess", file]),
    [["assess", "nowhere.yaml"], ["assess", "cases"], ["assess", "--chargd", "nobody"], ["asess"]],
    [
      ["assess", examples[0], "--rules", FAULTY],
      ["assess", examples[0], "--output", "no/folder.txt"],
    ],
    [
      ["assess", examples[0], "--output", "register.csv"],
      ["rules", "check", FAULTY],
    ],
  ].flat();
}

function each(formats, args) {
  return formats.split(" ").map((format) => [...args, "--format", format]);
}

function filesIn(folder) {
  const files = readdirSync(folder).filter((name) => /\.(yaml|json)$/.test(name));
  return files.sort().map((name) => `${folder}/${name}`);
}

/** Files with the line ends of Windows, and with faults. */
function prepare() {
  rmSync("written", { recursive: true, force: true });
  mkdirSync("broken", { recursive: true });
  for (const [name, text] of Object.entries(BROKEN)) writeFileSync(join("broken", name), text);
  const table = readFileSync(parking, "utf8").replaceAll("\n", "\r\n");
  writeFileSync(EDITED, table.replace("verdict: refer", "verdict: likely-unlawful"));
  writeFileSync(FAULTY, table.replace("verdict: refer", "verdict: perhaps"));
}

function run(args, at) {
  const folder = `written/${100 + at}`;
  const own = args.map((arg) => arg.replace(/^OUT/, folder));
  if (own.join() !== args.join()) mkdirSync(folder, { recursive: true });
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, ...own], { stdio: ["ignore", "pipe", "pipe"] });
    const said = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"]) child[name].setEncoding("utf8").on("data", (text) => (said[name] += text));
    child.on("close", (exitCode) => resolve({ exitCode, ...told(said, folder), files: written(folder) }));
  });
}

function told(said, folder) {
  return Object.fromEntries(Object.entries(said).map(([name, text]) => [name, text.replaceAll(folder, "OUT")]));
}

/** The files in a folder and below it, where there is one. */
function written(folder) {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(paths.sort().map((path) => [basename(path), readFileSync(path, "utf8")]));
}
