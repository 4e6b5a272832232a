import { Argument, Option } from "commander";
import { EXIT } from "../commands/exit-code.js";
import { openTable } from "../commands/open-table.js";
import { failed } from "../commands/outcome.js";
import type { SchemaName } from "../report/schemas.js";
import { alternatives } from "../report/words.js";
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
    .addArgument(new Argument("[name]", "what it describes; a case depends on --rules").choices(SCHEMA_NAMES))
    .addOption(new Option("--template <format>", "print an empty table of cases to be filled in").choices(["csv"]))
    .action(async (name: SchemaName | undefined, { template }: { readonly template?: string }) => {
      const { giveSchema, giveTemplate } = await import("../commands/schema.js");
      const { rules } = options();
      if (template !== undefined && (name ?? "case") === "case") return finish(await giveTemplate(io, rules));
      if (template !== undefined || name === undefined) return finish(failed(EXIT.usage, SCHEMA_USAGE));
      // a schema is JSON, whatever the format asked for
      return finish(await giveSchema(io, { name, rules }), {
        text: ({ data }) => `${JSON.stringify(data, null, 2)}\n`,
      });
    });
}

const SCHEMA_USAGE = `Say of what: ${alternatives(SCHEMA_NAMES)}; or --template csv for a table of cases.`;
