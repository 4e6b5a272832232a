import { randomBytes } from "node:crypto";
import { execa } from "execa";

/** A real terminal of a size, with a shell in it. */
export interface RealTerminal {
  /** Types text or presses a key that tmux knows by name, such as `Enter` or `C-c`. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Waits until the screen shows a text and holds still, and gives the screen. */
  readonly shows: (text: string) => Promise<string>;
  /** Waits until the screen, history and all, ends with what a pattern matches for so many times. */
  readonly stopsAt: (pattern: RegExp, times: number) => Promise<string>;
  /** The screen with its colours, as escape sequences. */
  readonly painted: () => Promise<string>;
  readonly resize: (columns: number, rows: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

const WAIT_MS = 15_000;
const STILL_MS = 80;

export async function openTerminal(command: string, columns = 80, rows = 40): Promise<RealTerminal> {
  const tmux = (...args: readonly string[]) => execa("tmux", ["-L", socket, "-f", "/dev/null", ...args]);
  const socket = `order-triage-${randomBytes(6).toString("hex")}`;
  const size = ["-x", String(columns), "-y", String(rows)];
  // the exit code is shown when the command has ended, and the terminal stays
  const shell = `${command}; echo "[exit $?]"; exec sleep 1000`;
  await tmux("new-session", "-d", ...size, "env", "-u", "NO_COLOR", "-u", "FORCE_COLOR", "bash", "-c", shell);
  const screen = async (): Promise<string> => (await tmux("capture-pane", "-p", "-S", "-")).stdout;
  const whenStill = async (isReached: (screen: string) => boolean, text: string): Promise<string> => {
    let before = "";
    for (const start = Date.now(); Date.now() - start < WAIT_MS; ) {
      const now = await screen();
      if (now === before && isReached(now)) return now;
      before = now;
      await new Promise((resolve) => setTimeout(resolve, STILL_MS));
    }
    throw new Error(`“${text}” has not appeared on:\n${before}`);
  };
  return {
    press: async (...keys) => {
      for (const key of keys) await tmux("send-keys", "--", key);
    },
    shows: (text) => whenStill((screen) => screen.includes(text), text),
    stopsAt: (pattern, times) => {
      const isReached = (screen: string): boolean => {
        const found = screen.match(pattern) ?? [];
        return found.length === times && screen.trimEnd().endsWith((found.at(-1) as string).trimEnd());
      };
      return whenStill(isReached, `${pattern}, ${times} times`);
    },
    painted: async () => (await tmux("capture-pane", "-p", "-e")).stdout,
    resize: async (columns, rows) => {
      await tmux("resize-window", "-x", String(columns), "-y", String(rows));
    },
    close: async () => {
      await tmux("kill-server");
    },
  };
}
