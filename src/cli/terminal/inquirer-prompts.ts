import { type Prompts, Stopped } from "../../commands/interview/prompts.js";
import { wrap } from "../../format/wrap.js";
import { linePrompt } from "./line-prompt.js";
import { listPrompt } from "./list-prompt.js";
import type { Terminal } from "./plain-prompts.js";
import { terminalPrompts } from "./terminal-prompts.js";

/** Questions on a terminal that can be drawn on. */
export function inquirerPrompts(terminal: Terminal): Prompts {
  const { output, width } = terminal;
  return terminalPrompts({
    say: (text) => {
      output.write(`${wrap(text, width(), "")}\n`);
    },
    choose: (question) => answerTo(terminal, (context) => listPrompt({ ...question, window: terminal }, context)),
    write: (question) => answerTo(terminal, (context) => linePrompt({ ...question, window: terminal }, context)),
    close: () => {},
  });
}

type Context = Terminal & { readonly clearPromptOnDone: boolean; readonly signal: AbortSignal };

/** Waits for the answer or for the end: inquirer knows neither Ctrl+D nor that its input can end. */
async function answerTo<T>(terminal: Terminal, put: (context: Context) => Promise<unknown>): Promise<T> {
  const { input } = terminal;
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  const onKey = (_: unknown, { name, ctrl }: { readonly name?: string; readonly ctrl?: boolean }): void => {
    if (ctrl && name === "d") stop();
  };
  input.on("keypress", onKey).once("end", stop);
  try {
    return (await put({ ...terminal, clearPromptOnDone: true, signal: stopping.signal })) as T;
  } catch (error) {
    // by name: there may be two copies of the classes
    if (["ExitPromptError", "AbortPromptError"].includes((error as Error).name)) throw new Stopped();
    throw error;
  } finally {
    input.off("keypress", onKey).off("end", stop);
  }
}
