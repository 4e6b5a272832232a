import { Argument, Option } from "commander";
import { openTable } from "../../commands/open-table.js";
import { failed } from "../../commands/outcome.js";
import type { SchemaName } from "../../commands/schema.js";
import { formatsOf } from "../../format/formats.js";
import { EXIT } from "../../report/exit-code.js";
import { alternatives } from "../../report/words.js";
import { endHelp } from "../help-ending.js";
import { exitCodes } from "../help-exit-codes.js";
import { refuseSurplus } from "../refusals.js";
import { dayOf, type Setting } from "../setting.js";
import { addOptions, asOfOption, BUILT_IN, rulesOption, showingOptions } from "../shared-options.js";

export function addExplain(setting: Setting): void {
  const { io, root, options, finish } = setting;
  const command = root
    .command("explain")
    .description("Tell all about a rule, fact, finding, step, source, verdict or problem code.")
    .argument("[id]", "its id, as a result or a message shows it; without one all ids are listed")
    .action(async (id: string | undefined) => {
      const asOf = dayOf(setting);
      const opened = await openTable(io, options().rules);
      if (!opened.ok) return finish(opened);
      const { explainId, listIds } = await import("../../commands/explain.js");
      const { table } = opened.value;
      return finish(id === undefined ? listIds(table) : explainId(table, id, asOf));
    });
  endHelp(command, exitCodes("ok", "badRules"));
  addOptions(command, [rulesOption(BUILT_IN), asOfOption(), ...showingOptions(formatsOf("plain"))]);
  refuseSurplus(command, "Ask for one id at a time.");
}

const SCHEMA_NAMES: readonly SchemaName[] = [
  "case",
  "practice",
  "rules",
  "assessment",
  "assessment-in-parts",
  "record",
  "batch",
];

export function addSchema({ io, root, options, finish }: Setting): void {
  const command = root
    .command("schema")
    .description(
      "Print the JSON Schema of a case, a practice file, a rule table, an assessment, its record or a line of a batch, for editors and programs.",
    )
    .addArgument(new Argument("[name]", "what it describes").choices(SCHEMA_NAMES))
    .addOption(new Option("--template <format>", "print an empty table of cases to be filled in").choices(["csv"]))
    .action(async (name: SchemaName | undefined, { template }: { readonly template?: string }) => {
      const { giveSchema, giveTemplate } = await import("../../commands/schema.js");
      const { rules } = options();
      if (template !== undefined && (name ?? "case") === "case") return finish(await giveTemplate(io, rules));
      if (template !== undefined || name === undefined) return finish(failed(EXIT.usage, SCHEMA_USAGE));
      if (!(name === "case" || name === "practice") && rules !== undefined)
        return finish(failed(EXIT.usage, SAME_FOR_ALL));
      return finish(await giveSchema(io, { name, rules }));
    });
  endHelp(command, exitCodes("ok", "badRules"));
  addOptions(command, [rulesOption(BUILT_IN), ...showingOptions(formatsOf("schema"))]);
  refuseSurplus(command, "Ask for one schema at a time.");
}

const SCHEMA_USAGE = `Say of what: ${alternatives(SCHEMA_NAMES)}; or --template csv for a table of cases.`;
const SAME_FOR_ALL = "Only the schemas of a case and of a practice depend on the rule table: leave out --rules.";
