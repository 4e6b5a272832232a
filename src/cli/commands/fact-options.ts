import { type Command, Option } from "commander";
import type { Flag, Flags } from "../../commands/flags.js";
import { sayingsOf } from "../../table/behind.js";
import type { Table } from "../../table/table.js";

/** An option of the command line that states a fact or a particular of the table, or what is missing. */
export interface FactOption {
  readonly section: Flag["section"];
  readonly id: string;
  readonly option: Option;
}

/** Gives a command the options for the facts of a table, and tells which they are. */
export function addFactOptions(command: Command, table: Table): FactOption[] {
  const options = factOptions(table, [...(command.parent?.options ?? []), ...command.options]);
  for (const { option } of options) command.addOption(option);
  return options;
}

/**
 * One option for each fact and particular, but for those whose name is taken; `--set` reaches them all. Help does not
 * show those for former facts, which are refused as they are in a case file.
 */
function factOptions(table: Table, taken: readonly Option[]): FactOption[] {
  const facts = Object.entries(table.facts).map(([id, { ask, values }]) =>
    factOption("facts", id, `--${id} <answer>`, `${ask} (${[...Object.keys(values), "unknown"].join(", ")})`),
  );
  const particulars = Object.entries(table.particulars).map(([id, { ask, kind }]) =>
    factOption("particulars", id, `--${id} <${kind}>`, ask),
  );
  const former = Object.keys(table["former-facts"]).map((id) => factOption("facts", id, `--${id} <answer>`, ""));
  for (const { option } of former) option.hideHelp();
  const missing = factOption("missing", "missing", "--missing <what>", missingWords(table));
  const forms = Object.keys(table.forms).length === 0 ? [] : [missing];
  const all = [...facts, ...particulars, ...forms, ...former];
  return all.filter(({ option }) => !taken.some(({ long }) => long === option.long));
}

/** The facts and particulars given on the command line. */
export function flagsOf(table: Table, command: Command, options: readonly FactOption[]): Flags {
  const given = command.opts<Record<string, readonly string[] | undefined>>();
  const own = options.flatMap(({ section, id, option }) =>
    (given[option.attributeName()] ?? []).map((value) => ({ flag: `--${id}`, section, id, value })),
  );
  const set: readonly string[] = command.getOptionValue("set") ?? [];
  return [...own, ...set.map((written) => setFlag(table, written))];
}

function setFlag(table: Table, written: string): Flag {
  const equals = written.indexOf("=");
  const id = written.slice(0, equals);
  return {
    flag: "--set",
    section: Object.hasOwn(table.particulars, id) ? "particulars" : "facts",
    id,
    value: written.slice(equals + 1),
  };
}

function missingWords(table: Table): string {
  return `What is not on the paper, with commas between (${Object.keys(sayingsOf(table)).join(", ")})`;
}

const GROUPS: Readonly<Record<Flag["section"], string>> = {
  facts: "Facts (leave out what you do not know):",
  particulars: "Dates and reference:",
  missing: "The face of the paper:",
};

function factOption(section: Flag["section"], id: string, flags: string, description: string): FactOption {
  const group = GROUPS[section];
  // all that is given is kept: a fact stated twice is refused, and not decided by which came last
  const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];
  return { section, id, option: new Option(flags, description).helpGroup(group).argParser(collect) };
}
