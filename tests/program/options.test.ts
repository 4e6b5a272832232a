import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { program } from "../../src/cli/program.js";
import { systemIo } from "../../src/cli/system/io.js";
import { OPTIONS } from "../../src/table/faults/reserved-ids.js";

// facts and particulars become options of `assess`, beside its own and those that every command has
test("no fact and no particular can be called as an option of the program is", () => {
  const root = program(systemIo(readFileSync), () => {});
  const assess = root.commands.find((command) => command.name() === "assess");
  const options = [root, ...(assess ? [assess] : [])].flatMap((command) => [
    ...command.options,
    ...command.createHelp().visibleOptions(command),
  ]);
  const names = options.flatMap(({ long }) => long?.replace(/^--(no-)?/, "") ?? []);
  expect([...OPTIONS].sort()).toEqual([...new Set(names)].sort());
});
