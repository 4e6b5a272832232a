import { createInterface } from "node:readline";
import { type Choosing, type Prompts, Stopped } from "../commands/prompts.js";
import { wrap } from "../format/wrap.js";

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
    output.write(prompt);
    const { done, value } = await lines.next();
    if (done) {
      output.write("\n");
      throw new Stopped();
    }
    return value.trim();
  };
  const choose = async <T>({ message, choices, usual }: Choosing<T>): Promise<T> => {
    ask(message);
    for (const [index, { says }] of choices.entries()) say(says, `${index + 1}. `.padStart(6));
    for (;;) {
      const written = await line(`Type a number and press Enter (Enter alone: ${usual.says}): `);
      const chosen = written === "" ? usual : choices[Number(written) - 1];
      if (chosen !== undefined) return chosen.value;
      say(`“${written}” is not a number from 1 to ${choices.length}.`);
    }
  };
  const write = (message: string): Promise<string> => {
    ask(message);
    return line("> ");
  };
  return { say, choose, write, close: () => reader.close() };
}
