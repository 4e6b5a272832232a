import { Argument } from "commander";
import { openTable } from "../commands/open-table.js";
import type { SchemaName } from "../report/schemas.js";
import { dayOf, type Setting } from "./setting.js";

export function addExplain(setting: Setting): void {
  const { io, root, options, finish } = setting;
  root
    .command("explain")
    .description("Tell all about a rule, fact, finding, step, source, verdict or problem code.")
    .argument("<id>", "its id, as a result or a message shows it")
    .action(async (id: string) => {
      const opened = await openTable(io, options().rules);
      const { explainId } = await import("../commands/explain.js");
      await finish(opened.ok ? explainId(opened.value.table, id, dayOf(setting)) : opened.failure);
    });
}

const SCHEMA_NAMES: readonly SchemaName[] = ["case", "rules", "assessment", "batch"];

export function addSchema({ io, root, options, finish }: Setting): void {
  root
    .command("schema")
    .description(
      "Print the JSON Schema of a case, a rule table, an assessment or a record of a batch, for editors and programs.",
    )
    .addArgument(new Argument("<name>", "what it describes; a case depends on --rules").choices(SCHEMA_NAMES))
    .action(async (name: SchemaName) => {
      const { giveSchema } = await import("../commands/schema.js");
      // a schema is JSON, whatever the format asked for
      await finish(await giveSchema(io, { name, rules: options().rules }), {
        text: ({ data }) => `${JSON.stringify(data, null, 2)}\n`,
      });
    });
}
