import type { Key } from "../../commands/interview/prompts.js";

/** What each key does, in a line: `b: back. w: why this is asked.` */
export function keyHelp(keys: readonly Key<unknown>[], nameOf = ({ letter }: Key<unknown>): string => letter): string {
  return keys.map((key) => `${nameOf(key)}: ${key.says}.`).join(" ");
}
