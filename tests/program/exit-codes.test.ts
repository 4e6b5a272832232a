import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { NO_VERDICT } from "../../src/report/exit-code.js";
import { VERDICTS } from "../../src/table/verdict.js";
import { sharedFolder } from "./folder.js";
import { run } from "./run.js";

const example = "examples/pre-charge-production-order.yaml";
const parking = "tests/tables/parking.yaml";
const otherTable = "tests/tables/lost-property.yaml";
const record = "tests/records/parking-1.json";

const folder = sharedFolder();
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const broken = file("broken.yaml", "facts: [");
const unmet = file("unmet.yaml", "title: A case\nfacts: { records-held: scotland }\nexpect: { verdict: refer }\n");
const altered = file("altered.json", readFileSync(record, "utf8").replace(/"headline": "/, '"headline": "Not '));
const UNREAD = `--rules ${folder}/none.yaml`;
const UNWRITTEN = `--output ${folder}/none/answer`;

/** What makes each command end with each code that its help lists, but for verdicts, signals and what is its own fault. */
const ENDS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  assess: {
    ...{ 60: unmet, 64: "--chargd nobody", 65: broken, 66: "none.yaml" },
    ...{ 73: `${example} ${UNWRITTEN}`, 78: `${example} ${UNREAD}` },
  },
  batch: {
    ...{ 60: unmet, 64: `${example} --chargd x`, 65: broken, 66: "none.yaml" },
    ...{ 73: `${example} ${UNWRITTEN}`, 78: `${example} ${UNREAD}` },
  },
  paper: {
    ...{ 0: "wall-sheet", 64: "wal-sheet", 65: `wall-sheet --practice ${broken}` },
    ...{ 66: "wall-sheet --practice none.yaml", 73: `wall-sheet ${UNWRITTEN}`, 78: `wall-sheet ${UNREAD}` },
  },
  verify: {
    ...{ 0: `${record} --rules ${parking}`, 60: `${altered} --rules ${parking}`, 64: "", 65: broken, 66: "none.json" },
    ...{ 73: `${record} --rules ${parking} ${UNWRITTEN}`, 78: `${record} ${UNREAD}` },
  },
  page: { 0: "", 64: "a.html", 73: `${UNWRITTEN}.html`, 78: UNREAD },
  explain: { 0: "refer", 64: "nothing-of-the-kind", 73: `refer ${UNWRITTEN}`, 78: `refer ${UNREAD}` },
  schema: { 0: "case", 64: "", 73: `case ${UNWRITTEN}`, 78: `case ${UNREAD}` },
  completion: { 0: "bash", 64: "tcsh" },
  "rules check": { 0: parking, 60: broken, 64: "a b", 73: `${parking} ${UNWRITTEN}`, 78: UNREAD },
  "rules test": {
    ...{ 0: "tests/cases/limits.yaml", 60: unmet, 64: "--chargd", 65: broken, 66: "none.yaml" },
    ...{ 73: `tests/cases/limits.yaml ${UNWRITTEN}`, 78: UNREAD },
  },
  "rules diff": {
    ...{ 0: `${parking} ${parking}`, 60: `${parking} ${otherTable} --exit-code`, 64: "" },
    ...{ 65: `${parking} ${parking} --cases ${broken}`, 66: `none.yaml ${parking}` },
    ...{ 73: `${parking} ${parking} ${UNWRITTEN}`, 78: `${parking} ${broken}` },
  },
  "rules table": { 0: parking, 64: "a b", 73: `${parking} ${UNWRITTEN}`, 78: UNREAD },
  "rules certify": { 0: parking, 64: "a b", 73: `${parking} ${UNWRITTEN}.json`, 78: UNREAD },
};

const { internal, cannotWrite, hungUp, interrupted, readerGone, terminated } = NO_VERDICT;
const ALWAYS = [internal, cannotWrite, hungUp, interrupted, readerGone, terminated].map(({ code }) => code);
const OF_VERDICTS = Object.values(VERDICTS).map(({ exitCode }) => exitCode);

/** The codes that the help of a command lists. */
async function listed(command: string): Promise<number[]> {
  const { stdout } = await run(["help", ...command.split(" ")]);
  const list = String(stdout).split("\nExit codes:\n")[1] ?? "";
  const codes = [...list.matchAll(/^ {2}((?:\d+, )*\d+) {2}/gm)].flatMap(([, some]) => (some as string).split(", "));
  return codes.map(Number);
}

test.each(
  Object.entries(ENDS),
)("`%s` ends with each code that its help lists, and with no other", async (command, ends) => {
  for (const [code, rest] of Object.entries(ends)) {
    const args = `${command} ${rest}`.split(" ").filter((one) => one !== "");
    const { exitCode, stderr } = await run(args);
    expect([args, exitCode, stderr]).toEqual([args, Number(code), stderr]);
  }
  const verdicts = ["assess", "batch"].includes(command) ? OF_VERDICTS : [];
  const expected = new Set([...Object.keys(ends).map(Number), ...verdicts, ...ALWAYS]);
  expect(new Set(await listed(command))).toEqual(expected);
});
