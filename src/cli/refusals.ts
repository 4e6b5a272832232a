import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Command, Option } from "commander";
import { formatsOf } from "../format/formats.js";
import { alternatives, plural } from "../report/words.js";
import { nearest } from "../source/nearest.js";
import type { GlobalOptions } from "./setting.js";
import type { Related } from "./shared-options.js";
import { currentFolder } from "./system/current-folder.js";

/**
 * Refuses a word that is no command, with what may have been meant by it.
 *
 * @param topics what could have been meant as well
 */
export function refuseWord(root: Command, word: string, topics: readonly string[] = []): never {
  const known = [...root.commands.map((command) => command.name()), ...topics];
  return root.error(`error: unknown command '${word}'${hint(known, word)}`, { code: "commander.unknownCommand" });
}

function hint(known: readonly string[], word: string): string {
  if (/^-$|[./\\]/.test(word) || existsSync(word))
    return `\n(Did you mean order-triage assess ${word}? For many cases there is order-triage batch.)`;
  const near = nearest(word, known);
  return near === undefined ? "" : `\n(Did you mean ${near}?)`;
}

/** Has a command that leads to others refuse help on a word that is none of them: it is not to get that of the whole. */
export function refuseHelpOnOthers(command: Command, topics: readonly string[] = []): Command {
  return command.on("beforeHelp", () => {
    const word = command.args.find((argument) => argument !== "help");
    if (word !== undefined && !word.startsWith("-")) refuseWord(command, word, topics);
  });
}

/** Has a command refuse more arguments than it has places for, with what to do instead. */
export function refuseSurplus(command: Command, instead: string): Command {
  return command.allowExcessArguments().hook("preAction", () => {
    const { args, registeredArguments: places } = command;
    if (args.length <= places.length || places.at(-1)?.variadic === true) return;
    const expected = `Expected ${plural(places.length, "argument")} but got ${args.length}.`;
    command.error(`error: too many arguments for '${command.name()}'. ${expected}\n(${instead})`);
  });
}

/** Refuses options that were given and mean nothing to a command: nobody is to think that they were heeded. */
export function refuseForeign(root: Command, command: Command): void {
  for (const option of givenOptions(root)) {
    const fault = faultOf(option, root, command);
    if (fault !== undefined) command.error(`error: ${fault}`);
  }
}

/** Refuses an option that is short for another beside that other, whatever the two say. */
export function refuseBesideShort(root: Command, command: Command): void {
  const given = givenOptions(root);
  for (const { long, implied } of given) {
    const other = given.find((option) => implied !== undefined && option.attributeName() in implied);
    if (other !== undefined)
      command.error(`error: option '${long}' cannot stand beside '${other.long}': keep one of them`);
  }
}

function givenOptions(root: Command): readonly (Option & Related)[] {
  return root.options.filter((option) => root.getOptionValueSource(option.attributeName()) === "cli");
}

function faultOf({ long }: Option, root: Command, command: Command): string | undefined {
  const own = command.options.find((option) => option.long === long);
  const { format, output, save, papers, record } = root.opts<GlobalOptions>();
  const asks = command === root || command.opts()["ask"] === true;
  switch (long) {
    case "--no-input": // kept by a command that asks nothing, too
      return undefined;
    case "--save":
      return asks ? undefined : "option '--save' keeps answers, and this command asks nothing";
    case "--plain":
      return asks ? undefined : "option '--plain' says how questions are put, and this command asks nothing";
    case "--force":
      return (output ?? save ?? papers ?? record) === undefined
        ? "option '--force' goes with --output, --record, --save or --papers"
        : undefined;
    case "--format":
    case "--json":
      return formatFault(command.options.find((option) => option.long === "--format")?.argChoices ?? [], format ?? "");
    default:
      return own === undefined ? `option '${long}' means nothing to this command; --help lists what does` : undefined;
  }
}

/** Refuses to write two things into one file, or one over what was read: with --force nothing else would be left. */
export function refuseSameFile(root: Command, { args }: Command): void {
  const { output, record, save } = root.opts<GlobalOptions>();
  const written = { "--output": output, "--record": record, "--save": save };
  const read = record === undefined ? {} : { "the case": args[0] };
  const named = Object.entries({ ...read, ...written }).filter(([, path]) => path !== undefined && path !== "-");
  const here = currentFolder() ?? "/";
  const places = named.map(([, path]) => resolve(here, path as string));
  const again = places.findIndex((place, index) => places.indexOf(place) < index);
  if (again < 0) return;
  const first = named[places.indexOf(places[again] as string)]?.[0];
  root.error(`error: ${first} and ${named[again]?.[0]} name the same file: give each a file of its own`);
}

function formatFault(known: readonly string[], format: string): string | undefined {
  return known.includes(format)
    ? undefined
    : `This command has no format \`${format}\`. It has ${alternatives(known)}.`;
}

/** Refuses a format of the answer where a paper is shown, and one of papers where none is. */
export function refuseUnfit(command: Command, { format, paper, papers }: GlobalOptions): void {
  const known = formatsOf(paper === undefined ? "plain" : "paper");
  const also = papers === undefined ? [] : formatsOf("paper");
  if (format === undefined || [...known, ...also].includes(format)) return;
  const what = paper === undefined ? "An answer" : "A paper";
  command.error(`error: ${what} has no format \`${format}\`. It has ${alternatives(known)}.`);
}

/** Refuses a switch where the format that was named has no place for what it adds. */
export function refuseUnshown(
  command: Command,
  name: string,
  format: string | undefined,
  formats: readonly string[],
): void {
  if (command.opts()[name] !== true || format === undefined || formats.includes(format)) return;
  command.error(`error: what '--${name}' adds is shown in the formats ${alternatives(formats)}, and not in ${format}`);
}
