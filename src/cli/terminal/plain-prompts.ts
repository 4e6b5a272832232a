import {
  type Choosing,
  type Key,
  letterWritten,
  type Prompts,
  type Several,
  type Writing,
} from "../../commands/interview/prompts.js";
import { wrap } from "../../format/wrap.js";
import { alternatives } from "../../report/words.js";
import { printable } from "../../source/printable.js";
import { askedLines } from "./asked-lines.js";
import { keyHelp } from "./key-help.js";
import { placesWritten } from "./places-written.js";
import { terminalPrompts } from "./terminal-prompts.js";

/** Where questions are put and answers come from. */
export interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  /** In columns. */
  readonly width: () => number;
}

/** Numbered questions, one line at a time: nothing is drawn twice, so that it can be read aloud, dictated and logged. */
export function plainPrompts({ input, output, width }: Terminal): Prompts {
  const say = (text: string, mark = ""): void => {
    output.write(`${wrap(text, width(), mark)}\n`);
  };
  const ask = ({ message, hint }: Pick<Choosing<unknown>, "message" | "hint">): void => {
    output.write("\n");
    say(message);
    if (hint !== undefined) say(hint);
  };
  const lines = askedLines(input, (line) => {
    output.write("\n");
    say(`“${printable(line)}” came before this could be read, and answers nothing.`);
  });
  const line = async (prompt: string): Promise<string> => {
    output.write(`${wrap(prompt, width(), "")} `);
    try {
      return (await lines.next()).trim();
    } catch (error) {
      output.write("\n");
      throw error;
    }
  };
  const choose = async <T>(question: Choosing<T>): Promise<T> => {
    const { choices, usual, keys, several } = question;
    ask(question);
    for (const [index, { says }] of choices.entries()) say(says, `${index + 1}. `.padStart(6));
    const help = [several === undefined ? "" : SEVERAL[several.means], keyHelp(keys)].filter((part) => part !== "");
    if (help.length > 0) say(help.join(" "));
    for (;;) {
      const written = await line(`Type a number and press Enter (Enter alone: ${usual.says}):`);
      const chosen = written === "" ? usual : chosenBy(question, written);
      if (chosen !== undefined) return chosen.value;
      say(`“${printable(written)}” is not ${alternatives(waysToAnswer(question))}.`);
    }
  };
  const write = async <T>(question: Writing<T>): Promise<T> => {
    const { usual, keys, read } = question;
    ask(question);
    say(`Enter alone: ${usual}. ${keyHelp(keys)}`.trim());
    for (;;) {
      const written = await line(">");
      const key = keyIn(keys, written);
      const found = key === undefined ? read(written) : ({ ok: true, ...key } as const);
      if (found.ok) return found.value;
      say(found.why);
    }
  };
  return terminalPrompts({ say, choose, write, close: lines.close });
}

/** The numbers are there whatever the list is: it has three choices or more. */
const SEVERAL = { one: "If you cannot tell which of some: 1,3 or not 2.", all: "If there are several: 1,3." } as const;

function chosenBy<T>({ choices, keys, several }: Choosing<T>, written: string): { readonly value: T } | undefined {
  const numbered = choices.find((_, index) => written === `${index + 1}`) ?? keyIn(keys, written);
  const places = several && placesWritten(written, several);
  return numbered ?? (places && { value: (several as Several<T>).take(places) });
}

function waysToAnswer({ choices, keys, several }: Choosing<unknown>): string[] {
  const different = several === undefined ? [] : [`different ones from 1 to ${several.of}`];
  return [`a number from 1 to ${choices.length}`, ...different, ...keys.map(({ letter }) => letter)];
}

function keyIn<T>(keys: readonly Key<T>[], written: string): Key<T> | undefined {
  return keys.find(({ letter }) => letter === letterWritten(written));
}
