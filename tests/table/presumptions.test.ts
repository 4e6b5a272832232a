import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadTable } from "../../src/index.js";

test("to presume no value at all is a fault", () => {
  const text = readFileSync("rules.yaml", "utf8").replace("      values: circuit-judge\n", "      values: []\n");
  const read = loadTable({ name: "rules.yaml", text });
  expect(read.ok ? [] : read.problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
    "OT313 `maker` is presumed to have no value",
  ]);
});
