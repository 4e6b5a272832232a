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

/**
 * Gives a command an option for each fact and particular of a table, but for those whose name is taken, and tells which
 * they are; `--set` reaches all facts. Help does not show those for former facts, which are refused as they are in a case
 * file.
 *
 * @param words those of the command line: where every option among them is known, no option is made that they do not name
 */
export function addFactOptions(command: Command, table: Table, words?: readonly string[]): FactOption[] {
  const taken = [...(command.parent?.options ?? []), ...command.options].map(({ long }) => long);
  const own = longNames(table);
  const named = words?.filter((word) => /^-./.test(word)).map((word) => word.split("=", 1)[0] as string);
  const wanted = named?.every((long) => taken.includes(long) || own.includes(long)) ? named : own;
  const options = factOptions(table, (id) => wanted.includes(`--${id}`) && !taken.includes(`--${id}`));
  for (const { option } of options) command.addOption(option);
  return options;
}

function longNames({ facts, particulars, forms, "former-facts": former }: Table): string[] {
  const missing = Object.keys(forms).length === 0 ? [] : ["missing"];
  return [facts, particulars, former]
    .flatMap((ids) => Object.keys(ids))
    .concat(missing)
    .map((id) => `--${id}`);
}

function factOptions(table: Table, isWanted: (id: string) => boolean): FactOption[] {
  const wanted = <One>(all: Readonly<Record<string, One>>): [string, One][] =>
    Object.keys(all)
      .filter(isWanted)
      .map((id) => [id, all[id] as One]);
  const facts = wanted(table.facts).map(([id, { ask, values }]) =>
    factOption("facts", id, `--${id} <answer>`, `${ask} (${[...Object.keys(values), "unknown"].join(", ")})`),
  );
  const particulars = wanted(table.particulars).map(([id, { ask, kind }]) =>
    factOption("particulars", id, `--${id} <${kind}>`, ask),
  );
  const former = wanted(table["former-facts"]).map(([id]) => factOption("facts", id, `--${id} <answer>`, ""));
  for (const { option } of former) option.hideHelp();
  const missing = ["missing"]
    .filter(isWanted)
    .map((id) => factOption("missing", id, `--${id} <what>`, missingWords(table)));
  return [...facts, ...particulars, ...missing, ...former];
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
