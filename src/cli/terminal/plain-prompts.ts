import { createInterface } from "node:readline";
import { type Choosing, type Key, type Prompts, Stopped, type Writing } from "../../commands/interview/prompts.js";
import { wrap } from "../../format/wrap.js";
import { alternatives } from "../../report/words.js";
import { printable } from "../../source/printable.js";
import { keyHelp } from "./key-help.js";

/** Where questions are put and answers come from. */
export interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  /** In columns. */
  readonly width: () => number;
}

/** Numbered questions, one line at a time: nothing is drawn twice, so that it can be read aloud, dictated and logged. */
export function plainPrompts({ input, output, width }: Terminal): Prompts {
  const reader = createInterface({ input, terminal: false });
  const lines = reader[Symbol.asyncIterator]();
  const say = (text: string, mark = ""): void => {
    output.write(`${wrap(text, width(), mark)}\n`);
  };
  const ask = (message: string): void => {
    output.write("\n");
    say(message);
  };
  const line = async (prompt: string): Promise<string> => {
    output.write(`${wrap(prompt, width(), "")} `);
    const { done, value } = await lines.next();
    if (done) {
      output.write("\n");
      throw new Stopped();
    }
    return value.trim();
  };
  const choose = async <T>({ message, choices, usual, keys }: Choosing<T>): Promise<T> => {
    ask(message);
    for (const [index, { says }] of choices.entries()) say(says, `${index + 1}. `.padStart(6));
    if (keys.length > 0) say(keyHelp(keys));
    for (;;) {
      const written = await line(`Type a number and press Enter (Enter alone: ${usual.says}):`);
      const numbered = choices.find((_, index) => written === `${index + 1}`);
      const chosen = written === "" ? usual : (numbered ?? keyIn(keys, written));
      if (chosen !== undefined) return chosen.value;
      const others = keys.map(({ letter }) => letter);
      say(`“${printable(written)}” is not ${alternatives([`a number from 1 to ${choices.length}`, ...others])}.`);
    }
  };
  const write = async <T>({ message, usual, keys, read }: Writing<T>): Promise<T> => {
    ask(message);
    say(`Enter alone: ${usual}. ${keyHelp(keys)}`.trim());
    for (;;) {
      const written = await line(">");
      const key = keyIn(keys, written);
      const found = key === undefined ? read(written) : ({ ok: true, ...key } as const);
      if (found.ok) return found.value;
      say(found.why);
    }
  };
  return { say, choose, write, close: () => reader.close() };
}

function keyIn<T>(keys: readonly Key<T>[], written: string): Key<T> | undefined {
  return keys.find(({ letter }) => letter === written.toLowerCase());
}
