import type { Prompts } from "../../commands/interview/prompts.js";
import { widthOf } from "../print.js";
import type { GlobalOptions } from "../setting.js";
import { wantsColour } from "./colour.js";
import { plainPrompts, type Terminal } from "./plain-prompts.js";

/** The questions as this terminal can show them; they go to standard error, so that the result can go elsewhere. */
export async function openPrompts({ plain, color }: GlobalOptions): Promise<Prompts> {
  const { stdin, stderr, env } = process;
  const terminal: Terminal = { input: stdin, output: stderr, width: () => widthOf(stderr) };
  if (plain || isSet(env["ACCESSIBLE"]) || env["TERM"] === "dumb") return plainPrompts(terminal);
  // what draws the questions looks at nothing but these two, and looks as soon as it is loaded
  const [on, off] = wantsColour(color, env, true) ? ["FORCE_COLOR", "NO_COLOR"] : ["NO_COLOR", "FORCE_COLOR"];
  delete env[off as string];
  env[on as string] = "1";
  const { inquirerPrompts } = await import("./inquirer-prompts.js");
  return inquirerPrompts(terminal);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "" && value !== "0" && value !== "false";
}
