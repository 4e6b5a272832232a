import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The names of all fields that a JSON Schema knows. */
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties = {} } = schema as { readonly properties?: object };
  return [...Object.keys(properties), ...Object.values(schema).flatMap(fieldsOf)];
}

test("the description of the rules file has every field of its schema", () => {
  const description = readFileSync("docs/rules-file.md", "utf8");
  const { verdicts: _, ...sections } = JSON.parse(readFileSync("schemas/rules-1.schema.json", "utf8")).properties;
  const fields = new Set([...Object.keys(sections), ...Object.values(sections).flatMap(fieldsOf)]);
  expect(fields.size).toBeGreaterThan(40);
  expect([...fields].filter((field) => !new RegExp(`\`${field}[:\`]`).test(description))).toEqual([]);
});
