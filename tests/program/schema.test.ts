import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import * as z from "zod";
import { assess } from "../../src/index.js";
import { assessmentSchema } from "../../src/report/assessment-schema.js";
import { casesIn } from "../law/cases.js";
import { shippedTable } from "../law/shipped.js";

const published = z.toJSONSchema(assessmentSchema, { target: "draft-2020-12" });

test("the published JSON Schema is the one that the program keeps to", async () => {
  await expect(`${JSON.stringify(published, null, 2)}\n`).toMatchFileSnapshot("../../schemas/assessment-1.schema.json");
});

test("every assessment of a case fits the published JSON Schema", () => {
  const table = shippedTable();
  const ajv = new Ajv2020({ strict: true });
  addFormats.default(ajv);
  const validate = ajv.compile(published);
  const cases = [...casesIn("tests/cases", table), ...casesIn("examples", table)];
  for (const given of cases) {
    const answer = assess(table, given, "2026-11-22");
    if (!answer.ok) throw new Error(given.title);
    expect(
      validate(JSON.parse(JSON.stringify(answer.value))),
      `${given.title}: ${ajv.errorsText(validate.errors)}`,
    ).toBe(true);
  }
  expect(validate({ schema: "order-triage/assessment@1" })).toBe(false);
});
