import { NO_VERDICT } from "../../src/report/exit-code.js";
import { VERDICTS } from "../../src/table/verdict.js";

/** The tables that follow from closed lists, by the name that stands in the comments around them. */
const TABLES: Readonly<Record<string, () => string>> = { "exit codes": exitCodes };

/** A Markdown text with those tables as they are now, each between `<!-- its name -->` and `<!-- end of its name -->`. */
export function withClosedLists(markdown: string): string {
  return markdown.replaceAll(/(?<=^<!-- (.+) -->\n).*?(?=^<!-- end of \1 -->$)/gms, (_, name: string) => {
    const table = TABLES[name];
    if (table === undefined) throw new Error(`no closed list is called ${name}`);
    return table();
  });
}

function exitCodes(): string {
  const verdicts = Object.entries(VERDICTS).map(([id, { exitCode, label, meaning }]) =>
    row(String(exitCode), `\`${id}\``, `${label.charAt(0).toLowerCase()}${label.slice(1)}`, meaning),
  );
  const others = Object.values(NO_VERDICT).map(({ code, meaning }) => row(String(code), "", "", meaning));
  return [row("code", "verdict", "in words", "meaning"), "|---|---|---|---|", ...verdicts, ...others, ""].join("\n");
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`.replaceAll(/ {2,}/g, " ");
}
