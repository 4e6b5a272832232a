import { readFileSync } from "node:fs";
import { Command, Option } from "commander";
import { expect, test } from "vitest";
import { addFactOptions } from "../../../src/cli/commands/fact-options.js";
import { loadTable } from "../../../src/index.js";

const loaded = loadTable({ name: "ferry.yaml", text: readFileSync("tests/tables/ferry.yaml", "utf8") });
if (!loaded.ok) throw new Error("the table has problems");
const { table } = loaded.value;
const all = [...Object.keys(table.facts), ...Object.keys(table.particulars)];

function optionsFor(words?: readonly string[]): string[] {
  const command = new Command("ask").addOption(new Option("-q, --quiet")).addOption(new Option("--set <pair>"));
  return addFactOptions(command, table, words).map(({ id }) => id);
}

test("there is an option for every fact and particular where no line is given", () => {
  expect(optionsFor()).toEqual(expect.arrayContaining(all));
});

test.each<[string, readonly string[], readonly string[]]>([
  ["none", [], []],
  ["a file", ["case.yaml", "-"], []],
  ["facts, in either way of writing", ["--vehicle", "car", "--fuel=gas"], ["vehicle", "fuel"]],
  ["an option of the command", ["--set", "animal=yes", "--quiet"], []],
])("a line with %s needs those that it names", (_, words, named) => {
  expect(optionsFor(words)).toEqual(named);
});

test.each([
  ["an option that there is none of", "--vehicel"],
  ["help", "--help"],
  ["letters, which may be several options", "-qh"],
  ["what ends the options", "--"],
  ["a value like an option", "-5"],
])("a line with %s needs all, to be told what there is", (_, word) => {
  expect(optionsFor(["--vehicle", "car", word])).toEqual(optionsFor());
});

test("an option whose name is taken is not added", () => {
  const command = new Command("ask").addOption(new Option("--vehicle <which>"));
  expect(addFactOptions(command, table, ["--vehicle", "--fuel"]).map(({ id }) => id)).toEqual(["fuel"]);
});
