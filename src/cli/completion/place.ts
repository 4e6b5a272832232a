import type { Command, Option } from "commander";

/** Where on a command line somebody is. */
export interface Place {
  /** The command of which there is talk: the program itself as long as none is named. */
  readonly command: Command;
  /** What was given to it beside options. */
  readonly operands: readonly string[];
  /** The options that were given. */
  readonly given: readonly Option[];
  /** The option whose value comes next. */
  readonly open: Option | undefined;
  /** Whether no more options can come, since `--` stands before. */
  readonly isLiteral: boolean;
  /** The option that is called so here. */
  readonly find: (name: string) => Option | undefined;
}

/** Where one is behind these words. */
export function placeIn(root: Command, words: readonly string[]): Place {
  let command = root;
  const operands: string[] = [];
  const given: Option[] = [];
  let open: Option | undefined;
  let isLiteral = false;
  const find = (name: string): Option | undefined => optionCalled(name, command, root);
  for (const word of words) {
    const option = open === undefined && !isLiteral ? optionIn(word, find) : undefined;
    const next = operands.length === 0 ? command.commands.find((one) => one.name() === word) : undefined;
    if (open !== undefined) open = undefined;
    else if (option !== undefined) {
      given.push(option);
      open = takesNext(option, word) ? option : undefined;
    } else if (word === "--") isLiteral = true;
    else if (next !== undefined && !isLiteral) command = next;
    else if (isLiteral || !word.startsWith("-") || word === "-") operands.push(word);
  }
  return { command, operands, given, open, isLiteral, find };
}

/** An option of the command, or one that all have: it may stand behind the command, too. */
function optionCalled(name: string, command: Command, root: Command): Option | undefined {
  const all = [...command.createHelp().visibleOptions(command), ...command.options, ...root.options];
  return all.find(({ long, short }) => name === long || name === short);
}

/** The option that a word gives, with or without its value. Of short ones written together it is the last. */
function optionIn(word: string, find: Place["find"]): Option | undefined {
  if (word.startsWith("--")) return find(word.replace(/=.*$/s, ""));
  return /^-[a-zA-Z]/.test(word) ? find(word.slice(0, 2)) : undefined;
}

function takesNext(option: Option, word: string): boolean {
  const isAlone = word === option.long || word === option.short;
  return option.required && isAlone;
}
