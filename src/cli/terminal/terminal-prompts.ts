import type { Choice, Choosing, Prompts, Reviewing, Writing } from "../../commands/interview/prompts.js";
import { changeWords } from "../../report/interview-words.js";
import { printable } from "../../source/printable.js";

/** What a terminal can do: a question is one line, and what somebody does scrolls out of sight. */
type Basic = Pick<Prompts, "say" | "choose" | "write" | "close">;

/** Questions as a terminal can put them. No control character of a table or of an answer reaches it. */
export function terminalPrompts(basic: Basic): Prompts {
  const say = (text: string): void => basic.say(printable(text));
  const choose = <T>(question: Choosing<T>): Promise<T> => basic.choose(safeChoosing(inOneLine(question)));
  return {
    say,
    echo: say,
    choose,
    write: (question) => basic.write(safeWriting(inOneLine(question))),
    review: (question) => choose(asList(question)),
    close: basic.close,
  };
}

type Message = Pick<Writing<unknown>, "place" | "message" | "forms">;

function inOneLine<Question extends Message>(question: Question): Question {
  const { place, message, forms } = question;
  const before = place === undefined ? "" : `${place}: `;
  return { ...question, message: `${before}${message}${forms === undefined ? "" : ` (${forms})`}` };
}

/** The answers in a list to choose from, which opens on their being right. */
function asList<T>({ right, answers, besides, parts, ...question }: Reviewing<T>): Choosing<T> {
  const changes = answers.map(({ ask, answer, value }) => ({ says: changeWords(ask, answer), value }));
  const last = parts === undefined ? [] : [parts];
  return {
    ...question,
    choices: [right, ...besides, ...changes, ...last],
    usual: right,
    keepsLast: parts !== undefined,
  };
}

function safeChoosing<T>(question: Choosing<T>): Choosing<T> {
  const { message, hint, choices, usual, keys } = question;
  const shown = safe(choices);
  return {
    ...question,
    message: printable(message),
    hint: hint && printable(hint),
    choices: shown,
    usual: shown[choices.indexOf(usual)] ?? { ...usual, says: printable(usual.says) },
    keys: safe(keys),
  };
}

function safeWriting<T>(question: Writing<T>): Writing<T> {
  const { message, usual, keys } = question;
  const read: Writing<T>["read"] = (text) => {
    const found = question.read(text);
    return found.ok ? found : { ...found, why: printable(found.why) };
  };
  return { ...question, message: printable(message), usual: printable(usual), keys: safe(keys), read };
}

function safe<One extends Choice<unknown>>(choices: readonly One[]): One[] {
  return choices.map((choice) => ({ ...choice, says: printable(choice.says) }));
}
