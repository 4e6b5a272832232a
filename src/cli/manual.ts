import type { Command, Help } from "commander";
import { readTable } from "../commands/open-table.js";
import { wrap } from "../format/wrap.js";
import { version } from "../version.js";
import { addFactOptions } from "./commands/fact-options.js";
import type { Item } from "./help.js";
import { endingOf, type HelpSection } from "./help-ending.js";
import { program } from "./program.js";
import { systemIo } from "./system/io.js";
import type { ReadOwn } from "./system/stored/rules.js";

/**
 * A page of the manual for the program and for each of its commands, by the name of its file: what their help says, in
 * the form that `man` reads. The facts, and the day on each page, are those of the built-in table.
 *
 * @param readOwn reads a file of the package
 */
export async function manualPages(readOwn: ReadOwn): Promise<Readonly<Record<string, string>>> {
  const io = systemIo(readOwn);
  const table = await readTable(io, undefined);
  if (table === undefined) throw new Error("the built-in table cannot be read");
  const all = commandsFrom(program(io, () => {}));
  const assess = all.find((command) => command.name() === "assess");
  if (assess !== undefined) addFactOptions(assess, table);
  const names = all.map(nameOf);
  const pages = all.map((command) => pageOf(command, table.table["reviewed-on"], names));
  return Object.fromEntries(pages.map((page, index) => [`${names[index]}.1`, page]));
}

/** A command and all below it. That for help says nothing of its own. */
function commandsFrom(command: Command): Command[] {
  const below = command.createHelp().visibleCommands(command);
  return [command, ...below.filter((one) => one.name() !== "help").flatMap(commandsFrom)];
}

/** `order-triage-rules-check`. */
function nameOf(command: Command): string {
  return command.parent === null ? command.name() : `${nameOf(command.parent)}-${command.name()}`;
}

function pageOf(command: Command, day: string, names: readonly string[]): string {
  const help = command.createHelp();
  const name = nameOf(command);
  const description = help.commandDescription(command);
  const lines = [
    `.TH "${name.toUpperCase()}" "1" "${day}" "order-triage ${version}" "order-triage"`,
    ".nh", // a word that is taken apart cannot be searched for
    ".ad l",
    ...section("Name", escaped(`${name} - ${summary(description)}`)),
    ...section("Synopsis", bold(help.commandUsage(command))),
    ...section("Description", ...description.split("\n").map(escaped)),
    ...argumentsOf(command, help),
    ...optionsOf(command, help),
    ...commandsOf(command, help),
    ...endingOf(command).flatMap(endingSection),
    ...section("See also", related(name, names)),
  ];
  return `${lines.join("\n")}\n`;
}

/** What it does in short, as a line of an index has it. */
function summary(description: string): string {
  const [first = ""] = description.split(/[.?:]/);
  return first.charAt(0).toLowerCase() + first.slice(1);
}

function argumentsOf(command: Command, help: Help): string[] {
  const all = help.visibleArguments(command);
  return list(
    "Arguments:",
    all.map((one) => [help.argumentTerm(one), help.argumentDescription(one)]),
  );
}

function optionsOf(command: Command, help: Help): string[] {
  const visible = help.visibleOptions(command);
  const groups = help.groupItems(
    [...command.options],
    visible,
    ({ helpGroupHeading = "Options:" }) => helpGroupHeading,
  );
  return [...groups].flatMap(([heading, options]) =>
    list(
      heading,
      options.map((one) => [help.optionTerm(one), help.optionDescription(one)]),
    ),
  );
}

function commandsOf(command: Command, help: Help): string[] {
  const all = help.visibleCommands(command);
  return list(
    "Commands:",
    all.map((one) => [help.subcommandTerm(one), help.subcommandDescription(one)]),
  );
}

function endingSection(ending: HelpSection): string[] {
  switch (ending.kind) {
    case "list":
      return list(ending.heading, ending.items);
    case "paragraphs":
      return section(
        "Notes",
        ...ending.paragraphs.map(escaped).flatMap((one, index) => (index === 0 ? [one] : [".PP", one])),
      );
  }
}

/** The page above, and those below. */
function related(name: string, names: readonly string[]): string {
  const others = names.filter((one) => one !== name && (one.startsWith(`${name}-`) || name.startsWith(`${one}-`)));
  return others.map((one) => `${bold(one)}(1)`).join(", ");
}

function list(heading: string, items: readonly Item[]): string[] {
  if (items.length === 0) return [];
  const lines = items.flatMap(([term, says]) => [".TP", bold(term), ...(says === "" ? [] : [escaped(says)])]);
  return section(heading.replace(/:$/, ""), ...lines);
}

function section(heading: string, ...lines: readonly string[]): string[] {
  return [`.SH "${escaped(heading.toUpperCase())}"`, ...lines];
}

function bold(text: string): string {
  return `\\fB${escaped(text)}\\fR`;
}

/** Text as it is meant, in lines as short as the form asks for: a hyphen could be copied into a command. */
function escaped(text: string): string {
  const signs = text.replaceAll("\\", "\\e").replaceAll("-", "\\-");
  return wrap(signs.replaceAll(/`([^`]*)`/g, "\\fB$1\\fR"), LINE, "")
    .split("\n")
    .map((line) => line.replace(/^(?=[.'])/, "\\&")) // it would be a request
    .join("\n");
}

const LINE = 78;
