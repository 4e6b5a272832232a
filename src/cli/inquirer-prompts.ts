import { createPromptModule } from "inquirer";
import { type Choosing, type Prompts, Stopped } from "../commands/prompts.js";
import { wrap } from "../format/wrap.js";
import type { Terminal } from "./plain-prompts.js";

const HELP = "Arrow keys or a number, then Enter. Esc goes back, Ctrl+C stops.";
const PREFIX = "\n?";
/** Lines of the screen that are not choices, in a narrow window. */
const OTHER_LINES = 8;

/** Questions on a terminal that can be drawn on. */
export function inquirerPrompts({ input, output, width }: Terminal): Prompts {
  const prompt = createPromptModule({ input, output, clearPromptOnDone: true });
  const say = (text: string): void => {
    output.write(`${wrap(text, width(), "")}\n`);
  };
  const choose = async <T>(question: Choosing<T>): Promise<T> => {
    const { message, choices, usual } = question;
    const picked = await answerTo<number>(input, () =>
      prompt([
        {
          type: "select",
          name: "answer",
          message: wrap(message, width() - 2, ""),
          choices: choices.map(({ says }, index) => ({ name: hanging(says, width()), value: index })),
          default: choices.indexOf(usual),
          pageSize: Math.max(3, (output.rows ?? 24) - OTHER_LINES),
          loop: false,
          theme: { prefix: PREFIX, indexMode: "number", style: { keysHelpTip: () => HELP } },
        },
      ]),
    );
    if (picked !== WENT_BACK) return (choices[picked] ?? usual).value;
    return "back" in question ? question.back : choose(question);
  };
  const write = async (message: string): Promise<string | undefined> => {
    const written = await answerTo<string>(input, () =>
      prompt([{ type: "input", name: "answer", message: wrap(message, width() - 2, ""), theme: { prefix: PREFIX } }]),
    );
    return written === WENT_BACK ? undefined : written;
  };
  return { say, choose, write, close: () => {} };
}

/** A choice that takes several lines, for it to stand behind its number. */
function hanging(says: string, width: number): string {
  return wrap(says, width, " ".repeat(6)).trimStart();
}

const WENT_BACK = Symbol("went back");

interface Running<T> extends Promise<{ readonly answer: T }> {
  readonly ui: { readonly close: () => void };
}

/** Waits for the answer, for Esc, or for the end: inquirer itself knows neither Esc nor Ctrl+D nor that its input can end. */
async function answerTo<T>(input: NodeJS.ReadStream, start: () => Running<T>): Promise<T | typeof WENT_BACK> {
  let ended: typeof WENT_BACK | "stopped" | undefined;
  const close = (why: typeof ended): void => {
    ended ??= why;
    running.ui.close();
  };
  const onKey = (_: unknown, { name, ctrl }: { readonly name?: string; readonly ctrl?: boolean }): void => {
    if (name === "escape") close(WENT_BACK);
    if (ctrl && name === "d") close("stopped");
  };
  const onEnd = (): void => close("stopped");
  const running = start();
  input.on("keypress", onKey).once("end", onEnd);
  try {
    return (await running).answer;
  } catch (error) {
    if (ended === WENT_BACK) return WENT_BACK;
    // by name: there may be two copies of the class
    if (ended === "stopped" || (error as Error).name === "ExitPromptError") throw new Stopped();
    throw error;
  } finally {
    input.off("keypress", onKey).off("end", onEnd);
  }
}
