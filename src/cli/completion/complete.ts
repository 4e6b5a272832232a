import type { Argument, Command } from "commander";
import type { Table } from "../../table/table.js";
import { addFactOptions } from "../commands/fact-options.js";
import { TOPICS } from "../commands/help.js";
import { type Completion, completionText, startingWith, type Words, words } from "./completion.js";
import { optionsAt } from "./options-at.js";
import { type Place, placeIn } from "./place.js";
import { behind, valuesOf } from "./values.js";

/** Gives the table in force, or nothing where it cannot be read: then nothing of it is offered. */
type OpenTable = () => Promise<Table | undefined>;

/**
 * What can stand at the cursor of a command line, for the scripts.
 *
 * @param root the whole command line
 * @param before the words before the one at the cursor, without that of the program
 * @param word the word at the cursor, up to there
 */
export async function completionAt(
  root: Command,
  open: OpenTable,
  before: readonly string[],
  word: string,
): Promise<string> {
  const { command } = placeIn(root, before);
  const table = HAS_FACTS.includes(command.name()) ? await open() : undefined;
  if (table !== undefined) addFactOptions(command, table);
  return completionText(startingWith(word, await everythingAt(placeIn(root, before), open, word)));
}

/** The commands that have an option for each fact. */
const HAS_FACTS = ["assess"];

async function everythingAt(place: Place, open: OpenTable, word: string): Promise<Completion> {
  if (place.open !== undefined) return valuesOf(open, { of: place.open, word });
  if (word.startsWith("-") && !place.isLiteral) {
    const [head = ""] = /^--[^=]+=/.exec(word) ?? [];
    const of = place.find(head.slice(0, -1));
    if (of === undefined) return words(optionsAt(place));
    const values = await valuesOf(open, { of, word: word.slice(head.length) });
    return values.kind === "words" ? words(behind(head, values.words)) : values;
  }
  const commands = commandsAt(place);
  if (commands !== undefined) return words(commands);
  const of = argumentAt(place);
  return of === undefined ? words(optionsAt(place)) : valuesOf(open, { of, word });
}

/** The commands that can be named there; absent where none can. */
function commandsAt({ command, operands }: Place): Words | undefined {
  if (command.name() === "help") return helpOn(command.parent as Command, operands);
  return command.commands.length > 0 && operands.length === 0 ? commandsOf(command) : undefined;
}

function helpOn(parent: Command, [name, ...others]: readonly string[]): Words {
  if (name === undefined) return { ...commandsOf(parent), ...(parent.parent === null ? TOPIC_WORDS : {}) };
  const next = parent.commands.find((command) => command.name() === name);
  return next === undefined || next.commands.length === 0 ? {} : helpOn(next, others);
}

const TOPIC_WORDS: Words = Object.fromEntries(Object.keys(TOPICS).map((topic) => [topic, ""]));

function commandsOf(command: Command): Words {
  const visible = command.createHelp().visibleCommands(command);
  return Object.fromEntries(visible.map((one) => [one.name(), one.description()]));
}

/** The argument that stands there; absent where there are enough of them. */
function argumentAt({ command, operands }: Place): Argument | undefined {
  const places = command.registeredArguments;
  const last = places.at(-1);
  return places[operands.length] ?? (last?.variadic === true ? last : undefined);
}
