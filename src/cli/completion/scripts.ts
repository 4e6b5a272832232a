import BASH from "./scripts/order-triage.bash" with { type: "text" };
import FISH from "./scripts/order-triage.fish" with { type: "text" };
import PWSH from "./scripts/order-triage.ps1" with { type: "text" };
import ZSH from "./scripts/order-triage.zsh" with { type: "text" };

/** What makes a shell ask the program at the TAB key, by the name of the shell. */
export const SCRIPTS = { bash: BASH, zsh: ZSH, fish: FISH, pwsh: PWSH } as const satisfies Record<string, string>;
