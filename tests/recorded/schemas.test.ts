import { expect, test } from "vitest";
import { SCHEMAS, type SchemaName } from "../../src/commands/schema.js";
import { shippedTable } from "../law/shipped.js";
import { run } from "../program/run.js";
import { expectRecorded } from "./recorded.js";

const { table } = shippedTable();
/** Raised where a program that reads what is printed, or writes what is read, has to be changed. */
const VERSIONS = { case: 1, practice: 1, rules: 1, assessment: 2, "assessment-in-parts": 1, record: 1, batch: 2 };
const names = Object.keys(SCHEMAS) as SchemaName[];

test.each(names)("the published JSON Schema of a %s is the one that the program prints", async (name) => {
  const printed = `${JSON.stringify(SCHEMAS[name](table), null, 2)}\n`;
  expect(await run(["schema", name], { stripFinalNewline: false })).toMatchObject({ stdout: printed, exitCode: 0 });
  await expectRecorded(printed, `schemas/${name}-${VERSIONS[name]}.schema.json`);
});
