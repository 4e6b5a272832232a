export type When = "auto" | "always" | "never";

/** Whether to colour a stream: the flag first, then the environment (no-color.org, bixense.com/clicolors), then the terminal. */
export function wantsColour(when: When, env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (when !== "auto") return when === "always";
  if (env["NO_COLOR"]) return false;
  if (isOn(env["FORCE_COLOR"]) || isOn(env["CLICOLOR_FORCE"])) return true;
  if (env["CLICOLOR"] === "0" || env["TERM"] === "dumb") return false;
  return isTerminal;
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && value !== "0" && value !== "false";
}
