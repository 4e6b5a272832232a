import type { Command } from "commander";
import { EXIT } from "../../report/exit-code.js";
import { sectionHelp } from "../help-ending.js";
import { ALL_EXIT_CODES } from "../help-exit-codes.js";
import { print } from "../print.js";
import type { Setting } from "../setting.js";

/** What there is help on beside the commands. */
export const TOPICS: Readonly<Record<string, () => string>> = {
  "exit-codes": () => `${sectionHelp(ALL_EXIT_CODES).trimStart()}\n`,
};

/**
 * `help batch` is another way to write `batch --help`.
 *
 * @param run runs the program with these words
 */
export function addHelp({ root, exit }: Setting, run: (words: readonly string[]) => Promise<void>): Command {
  return root
    .command("help")
    .description(`Show the help of a command, or of ${Object.keys(TOPICS).join(", ")}.`)
    .argument("[command...]")
    .allowUnknownOption()
    .action(async ([word = "", ...more]: readonly string[]) => {
      const topic = more.length === 0 && Object.hasOwn(TOPICS, word) ? TOPICS[word] : undefined;
      if (topic === undefined) return run(asHelpOption(process.argv.slice(2)));
      await print(topic());
      exit(EXIT.ok);
    });
}

function asHelpOption(words: readonly string[]): string[] {
  return [...words.toSpliced(words.indexOf("help"), 1), "--help"];
}
