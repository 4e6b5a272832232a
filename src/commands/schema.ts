import type { JsonSchema } from "../report/case-schema.js";
import { SCHEMAS, type SchemaName } from "../report/schemas.js";
import { EXIT } from "./exit-code.js";
import type { Io } from "./io.js";
import { openTable } from "./open-table.js";
import type { Outcome } from "./outcome.js";

/** Gives one of the published JSON Schemas. */
export async function giveSchema(
  io: Io,
  { name, rules }: { readonly name: SchemaName; readonly rules: string },
): Promise<Outcome> {
  if (name !== "case") return answer(SCHEMAS[name]());
  const opened = await openTable(io, rules);
  return opened.ok ? answer(SCHEMAS.case(opened.value.table)) : opened.failure;
}

/** The schema itself is the data; the page says what it is of. */
function answer(schema: JsonSchema): Outcome {
  const lines = [String(schema["description"])];
  const page = { title: String(schema["title"]), sections: [{ kind: "paragraphs" as const, lines }] };
  return { kind: "answered", report: { page, data: schema }, exitCode: EXIT.ok, remarks: [] };
}
