import * as z from "zod";
import { batchRecordSchema } from "../batch/record-schema.js";
import { assessmentSchema } from "../report/assessment/schema.js";
import { caseSchema, type JsonSchema } from "../report/case-schema.js";
import { tableSchema } from "../table/schema.js";
import type { Table } from "../table/table.js";

/** Everything that has a published JSON Schema. Only a case's depends on the table at hand. */
export const SCHEMAS = {
  case: caseSchema,
  rules: rulesSchema,
  assessment: () => z.toJSONSchema(assessmentSchema, { target: "draft-2020-12" }),
  batch: () => z.toJSONSchema(batchRecordSchema, { target: "draft-2020-12" }),
} as const satisfies Record<string, (table: Table) => JsonSchema>;

export type SchemaName = keyof typeof SCHEMAS;

/** What can be written, in the draft that editors of YAML know. */
function rulesSchema(): JsonSchema {
  return z.toJSONSchema(tableSchema, { target: "draft-7", io: "input", override: spellOutKeys });
}

/** Editors complete properties, and do not look for names in `propertyNames`. */
function spellOutKeys({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const { propertyNames, additionalProperties } = jsonSchema;
  const names = typeof propertyNames === "object" ? propertyNames.enum : undefined;
  if (names === undefined) return;
  jsonSchema.properties = Object.fromEntries(names.map((name) => [String(name), additionalProperties as JsonSchema]));
  jsonSchema.additionalProperties = false;
  delete jsonSchema.propertyNames;
}
