import { Argument, type Command, Option } from "commander";
import { readTable } from "../../commands/open-table.js";
import { EXIT } from "../../report/exit-code.js";
import { endHelp, type HelpSection } from "../help-ending.js";
import { exitCodes } from "../help-exit-codes.js";
import { print } from "../print.js";
import { refuseSurplus } from "../refusals.js";
import type { Setting } from "../setting.js";
import { isFile } from "../system/read.js";

const SHELLS = ["bash", "zsh", "fish", "pwsh"] as const;

export function addCompletion({ root, exit }: Setting): void {
  const command = root
    .command("completion")
    .description("Print what has a shell complete a command line at the TAB key, with the facts and ids of the table.")
    .addArgument(new Argument("<shell>", "the shell").choices(SHELLS))
    .action(async (shell: (typeof SHELLS)[number]) => {
      const { SCRIPTS } = await import("../completion/scripts.js");
      await print(SCRIPTS[shell]);
      exit(EXIT.ok);
    });
  endHelp(command, SET_UP, exitCodes("ok"));
  refuseSurplus(command, "Ask for one shell at a time.");
}

const SET_UP: HelpSection = {
  kind: "list",
  heading: "To set it up:",
  items: [
    ["bash", "in ~/.bashrc: source <(order-triage completion bash)"],
    ["zsh", "in ~/.zshrc, after compinit: source <(order-triage completion zsh)"],
    ["fish", "once: order-triage completion fish > ~/.config/fish/completions/order-triage.fish"],
    ["pwsh", "in $PROFILE: order-triage completion pwsh | Out-String | Invoke-Expression"],
  ],
};

/** What the scripts ask: what can stand at the cursor. Whatever goes wrong, there is only less to offer. */
export function addComplete({ io, root, exit }: Setting): Command {
  return root
    .command("complete", { hidden: true })
    .argument("[before...]")
    .addOption(new Option("--at <word>").default(""))
    .action(async (before: readonly string[], { at }: { readonly at: string }) => {
      const { completionAt } = await import("../completion/complete.js");
      const rules = rulesIn(before);
      // neither standard input nor a pipe is waited for while somebody types
      const open = async () => (rules === undefined || isFile(rules) ? readTable(io, rules) : undefined);
      await print(await completionAt(root, open, before, at));
      exit(EXIT.ok);
    });
}

/** The table that is named on a command line. */
function rulesIn(words: readonly string[]): string | undefined {
  const named = words.map((word, index) => (word === "--rules" ? words[index + 1] : /^--rules=(.+)$/s.exec(word)?.[1]));
  return named.find((path) => path !== undefined);
}
