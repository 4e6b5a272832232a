import { templateColumns } from "../batch/read/csv/fields.js";
import type { JsonSchema } from "../report/case-schema.js";
import type { Io } from "./io.js";
import { openTable } from "./open-table.js";
import { answered, type Outcome } from "./outcome.js";
import { SCHEMAS, type SchemaName } from "./schemas.js";

/** Gives one of the published JSON Schemas; that of a case is made from a table, the built-in one where none is named. */
export async function giveSchema(
  io: Io,
  { name, rules }: { readonly name: SchemaName; readonly rules: string | undefined },
): Promise<Outcome> {
  if (name !== "case") return answer(SCHEMAS[name]());
  const opened = await openTable(io, rules);
  return opened.ok ? answer(SCHEMAS.case(opened.value.table)) : opened.failure;
}

function answer(schema: JsonSchema): Outcome {
  return answered({ kind: "schema", data: schema });
}

/** Gives the first row of a table of cases: a column for each particular, and for each fact in the order they are asked. */
export async function giveTemplate(io: Io, rules: string | undefined): Promise<Outcome> {
  const opened = await openTable(io, rules);
  if (!opened.ok) return opened.failure;
  const columns = templateColumns(opened.value.table);
  const page = { title: "Columns of a table of cases", sections: [{ kind: "bulleted" as const, lines: columns }] };
  return answered({ kind: "plain", page, data: columns, text: () => `${columns.join(",")}\n` });
}
