import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "vitest";
import { installedPath } from "../program/installed.js";
import { openTerminal, type RealTerminal } from "./tmux.js";

/** Each shell as somebody has it who has set nothing up but the completion. */
const SHELLS: Readonly<Record<string, string>> = {
  bash: `bash --noprofile --rcfile <(echo "PS1='> '; source <(order-triage completion bash)")`,
  zsh: "ZDOTDIR=. zsh -i",
  fish: "HOME=$PWD XDG_CONFIG_HOME=$PWD fish -i",
};

let folder: string;
let terminal: RealTerminal;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "order-triage-"));
  mkdirSync(join(folder, "letters"));
  mkdirSync(join(folder, "fish"));
  writeFileSync(join(folder, "my table.yaml"), readFileSync("tests/tables/parking.yaml"));
  writeFileSync(join(folder, "warrant.yaml"), "");
  const zsh = "PS1='> '; autoload -Uz compinit; compinit -D; source <(order-triage completion zsh)\n";
  writeFileSync(join(folder, ".zshrc"), zsh);
  const fish = "function fish_prompt; echo '> '; end; set -g fish_greeting; order-triage completion fish | source\n";
  writeFileSync(join(folder, "fish/config.fish"), fish);
});
afterEach(() => terminal.close());

/** What is typed before the TAB key is pressed, and what stands on the line then. */
type Step = readonly [typed: string, line: string];

const LINES: readonly (readonly Step[])[] = [
  [
    ["order-triage as", "order-triage assess"],
    ["--mak", "assess --maker"],
    ["circ", "--maker circuit-judge"],
  ],
  [["order-triage assess --maker circuit-judge,oth", "--maker circuit-judge,other-court"]],
  [
    ["order-triage assess --maker=not", "--maker=not:"],
    ["circ", "--maker=not:circuit-judge"],
  ],
  [
    ["order-triage assess --maker not:circ", "--maker not:circuit-judge"],
    ["--charg", "not:circuit-judge --charged"],
    ["nob", "--charged nobody"],
  ],
  [["order-triage assess --set charged=nob", "--set charged=nobody"]],
  [
    ['order-triage assess --rules "my table.yaml" --she', '--rules "my table.yaml" --sheet'],
    ["tick", "--sheet ticket"],
  ],
  [["order-triage assess --rules=my", "--rules=my\\ table.yaml"]],
  [
    ["order-triage assess warr", "assess warrant.yaml"],
    ["--papers let", "--papers letters/"],
  ],
  [["order-triage explain pace-order-before", "explain pace-order-before-charge"]],
  [["order-triage paper ", "paper wall-sheet"]],
];

test.each(Object.keys(SHELLS))("%s completes commands, options, facts, lists, ids and files", async (shell) => {
  terminal = await openTerminal(`cd ${folder}; export PATH=${installedPath()}; ${SHELLS[shell]}`, 100, 30);
  await terminal.shows(">");
  for (const steps of LINES) {
    for (const [typed, line] of steps) {
      await terminal.press(typed, "Tab");
      await terminal.shows(line);
    }
    await terminal.press("C-u", "C-l");
  }
});

test.each([
  ["zsh", "nobody        -- Nobody is charged in it"],
  ["fish", "(Nobody is charged in it"],
])("%s shows what each answer says", async (shell, shown) => {
  terminal = await openTerminal(`cd ${folder}; export PATH=${installedPath()}; ${SHELLS[shell]}`, 100, 30);
  await terminal.shows(">");
  await terminal.press("order-triage assess --charged ", "Tab", "Tab");
  await terminal.shows(shown);
});
