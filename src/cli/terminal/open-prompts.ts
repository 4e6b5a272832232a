import type { Prompts } from "../../commands/interview/prompts.js";
import { printable } from "../../source/printable.js";
import { widthOf } from "../print.js";
import type { GlobalOptions } from "../setting.js";
import { wantsColour } from "./colour.js";
import { plainPrompts, type Terminal } from "./plain-prompts.js";

/** The questions as this terminal can show them; they go to standard error, so that the result can go elsewhere. */
export async function openPrompts({ plain, color }: GlobalOptions): Promise<Prompts> {
  const { stdin, stderr, env } = process;
  const terminal: Terminal = { input: stdin, output: stderr, width: () => widthOf(stderr) };
  if (plain || isSet(env["ACCESSIBLE"]) || env["TERM"] === "dumb") return safely(plainPrompts(terminal));
  // what draws the questions looks at nothing but these two, and looks as soon as it is loaded
  const [on, off] = wantsColour(color, env, true) ? ["FORCE_COLOR", "NO_COLOR"] : ["NO_COLOR", "FORCE_COLOR"];
  delete env[off as string];
  env[on as string] = "1";
  const { inquirerPrompts } = await import("./inquirer-prompts.js");
  return safely(inquirerPrompts(terminal));
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "" && value !== "0" && value !== "false";
}

/** No control character of a table or of an answer reaches the terminal. */
function safely({ say, choose, write, close }: Prompts): Prompts {
  const safe = <Part extends { readonly says: string }>(parts: readonly Part[]): Part[] =>
    parts.map((part) => ({ ...part, says: printable(part.says) }));
  return {
    say: (text) => say(printable(text)),
    choose: ({ message, hint, choices, usual, keys, ...rest }) => {
      const shown = safe(choices);
      const usualShown = shown[choices.indexOf(usual)] ?? { ...usual, says: printable(usual.says) };
      const asked = { message: printable(message), hint: hint && printable(hint) };
      return choose({ ...rest, ...asked, choices: shown, usual: usualShown, keys: safe(keys) });
    },
    write: ({ message, usual, keys, read, ...rest }) => {
      const safeRead: typeof read = (text) => {
        const found = read(text);
        return found.ok ? found : { ...found, why: printable(found.why) };
      };
      return write({ ...rest, message: printable(message), usual: printable(usual), keys: safe(keys), read: safeRead });
    },
    close,
  };
}
