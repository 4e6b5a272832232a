// `pipe.mjs STAGE FILE TABLE` reads cases, one a line, and prints what the stage makes of each.
import { closeSync, openSync, readFileSync, readSync, writeSync } from "node:fs";
import { engineOf } from "../engines/engines.mjs";
import { parseLines, pieces, print } from "../lines.mjs";

const [stage, file, table] = process.argv.slice(2);
const STAGES = { copy, parse, "parse-and-stringify": parseAndStringify };
await (STAGES[stage] ?? decideEach)();

function copy() {
  const input = openSync(file, "r");
  const buffer = Buffer.allocUnsafe(1 << 20);
  for (let length = readSync(input, buffer); length > 0; length = readSync(input, buffer))
    writeSync(1, buffer, 0, length);
  closeSync(input);
}

function parse() {
  for (const piece of pieces(file)) parseLines(piece, () => {});
}

function parseAndStringify() {
  for (const piece of pieces(file)) {
    let text = "";
    parseLines(piece, (one) => {
      text += `${JSON.stringify(one)}\n`;
    });
    print(text);
  }
}

async function decideEach() {
  const { prepare, inFlight } = await engineOf(stage);
  const evaluate = await prepare(JSON.parse(readFileSync(table, "utf8")));
  for (const piece of pieces(file)) {
    const cases = [];
    parseLines(piece, (one) => cases.push(one));
    const rules = inFlight === undefined ? await oneByOne(evaluate, cases) : await inGroups(evaluate, cases, inFlight);
    print(cases.map(({ particulars }, index) => lineOf(particulars.reference, rules[index])).join(""));
  }
}

function lineOf(reference, rule) {
  return `${JSON.stringify({ reference, rule })}\n`;
}

async function oneByOne(evaluate, cases) {
  const rules = [];
  for (const { facts } of cases) {
    const rule = evaluate(facts);
    rules.push(typeof rule === "string" ? rule : await rule);
  }
  return rules;
}

async function inGroups(evaluate, cases, size) {
  const rules = [];
  for (let start = 0; start < cases.length; start += size) {
    rules.push(...(await Promise.all(cases.slice(start, start + size).map(({ facts }) => evaluate(facts)))));
  }
  return rules;
}
