import type { Fault } from "../fault.js";
import { ALL } from "../overrides.js";
import { PLACEHOLDERS } from "../paper/paper.js";
import type { Table } from "../table.js";
import { idsOf, type PlacedId } from "./placed-ids.js";

/**
 * The options that the program has of its own beside those it makes from facts and particulars. They stand with the
 * commands, which this folder does not know; a test compares the two.
 */
export const OPTIONS = [
  "as-of",
  "ask",
  "color",
  "force",
  "format",
  "full",
  "help",
  "input",
  "json",
  "output",
  "paper",
  "papers",
  "plain",
  "practice",
  "presumptions",
  "quiet",
  "record",
  "rules",
  "save",
  "set",
  "version",
];

/** Ids that would mean something else wherever they are written. */
export function findReservedIds(table: Table): Fault[] {
  return idsOf(table).flatMap(({ what, id, path, part }): Fault[] => {
    const why = whyNot(what, id);
    if (why === undefined) return [];
    const message = `\`${id}\` cannot be the id of a ${what}: ${why}`;
    return [{ code: "OT312", path, part, message, help: "choose another id" }];
  });
}

function whyNot(what: PlacedId["what"], id: string): string | undefined {
  // a look-up in a plain object would find what every object has
  if (id in Object.prototype) return "the program's own language keeps this word for itself";
  switch (what) {
    case "fact":
      return whyNotInCondition(id) ?? whyNotFlag(id);
    case "former fact":
      return whyNotFlag(id);
    case "particular":
      return PLACEHOLDERS.includes(id) ? "on a paper it stands for something else" : whyNotFlag(id);
    case "finding":
      return whyNotInCondition(id);
    case "value":
    case "former value":
      return id === "unknown" ? "every fact has it, for what nobody knows" : undefined;
    case "rule":
      return id === ALL ? "under `overrides:` it means every rule" : undefined;
    default:
      return undefined;
  }
}

function whyNotInCondition(id: string): string | undefined {
  return id === "any" ? "in a condition it begins the alternatives" : undefined;
}

/** What else has a column or an option of its own, or is kept for one. */
const COLUMNS: Readonly<Record<string, string>> = {
  title: "in a CSV file it is the column for the title of a case",
  missing: "in a case it stands before what is not on the paper",
  completion: "`--completion` is what shells look for",
};

/** Each fact and each particular is an option of the command line, and the name of a column. */
function whyNotFlag(id: string): string | undefined {
  if (OPTIONS.includes(id)) return `\`--${id}\` is an option of the program`;
  if (id.startsWith("no-")) return `\`--${id}\` would take back the option \`--${id.slice(3)}\``;
  return COLUMNS[id];
}
