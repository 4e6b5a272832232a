import * as z from "zod";
import { templateColumns } from "../batch/read/csv/fields.js";
import { batchRecordSchema } from "../batch/record-schema.js";
import { assessmentInPartsSchema, assessmentSchema } from "../report/assessment/schema.js";
import { caseSchema, type JsonSchema } from "../report/case-schema.js";
import { practiceSchema } from "../report/practice-schema.js";
import { recordSchema } from "../report/record/schema.js";
import { tableSchema } from "../table/schema.js";
import type { Table } from "../table/table.js";
import type { Io } from "./io.js";
import { openTable } from "./open-table.js";
import { answered, type Outcome } from "./outcome.js";

/** Gives one of the published JSON Schemas; what is written for a table has its from that, the built-in one where none is named. */
export async function giveSchema(
  io: Io,
  { name, rules }: { readonly name: SchemaName; readonly rules: string | undefined },
): Promise<Outcome> {
  if (!isForTable(name)) return answer(SCHEMAS[name]());
  const opened = await openTable(io, rules);
  return opened.ok ? answer(SCHEMAS[name](opened.value.table)) : opened;
}

/** Whether it depends on the table at hand. */
function isForTable(name: SchemaName): name is (typeof FOR_TABLE)[number] {
  return FOR_TABLE.some((one) => one === name);
}

function answer(schema: JsonSchema): Outcome {
  return answered({ kind: "schema", data: schema });
}

/** Gives the first row of a table of cases: a column for each particular, and for each fact in the order they are asked. */
export async function giveTemplate(io: Io, rules: string | undefined): Promise<Outcome> {
  const opened = await openTable(io, rules);
  if (!opened.ok) return opened;
  const columns = templateColumns(opened.value.table);
  const page = { title: "Columns of a table of cases", sections: [{ kind: "bulleted" as const, lines: columns }] };
  return answered({ kind: "plain", page, data: columns, text: () => `${columns.join(",")}\n` });
}

const FOR_TABLE = ["case", "practice"] as const;

/** Everything that has a published JSON Schema. Those of a case and of a practice depend on the table at hand. */
export const SCHEMAS = {
  case: caseSchema,
  practice: practiceSchema,
  rules: rulesSchema,
  assessment: () => z.toJSONSchema(assessmentSchema, { target: "draft-2020-12" }),
  "assessment-in-parts": () => z.toJSONSchema(assessmentInPartsSchema, { target: "draft-2020-12" }),
  record: () => z.toJSONSchema(recordSchema, { target: "draft-2020-12" }),
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
