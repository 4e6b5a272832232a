import { createInterface } from "node:readline";
import { Stopped } from "../../commands/interview/prompts.js";

/** Lines that somebody writes who is asked for them. */
export interface AskedLines {
  /** The next line; rejects with `Stopped` where there is none. */
  readonly next: () => Promise<string>;
  readonly close: () => void;
}

/** Nobody reads a question and answers it so fast: a line that comes by then was pasted behind another. */
const TOO_SOON_MS = 10;

/** Gives one line for each that is asked for; `unasked` hears any other, which answers nothing. */
export function askedLines(input: NodeJS.ReadStream, unasked: (line: string) => void): AskedLines {
  const reader = createInterface({ input, terminal: false });
  let asking: { readonly since: number; readonly end: (line: string | Stopped) => void } | undefined;
  let hasEnded = false;
  reader.on("line", (line) => {
    if (asking === undefined || performance.now() - asking.since < TOO_SOON_MS) unasked(line);
    else asking.end(line);
  });
  reader.on("close", () => {
    hasEnded = true;
    asking?.end(new Stopped());
  });
  const next = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const end = (line: string | Stopped): void => {
        asking = undefined;
        if (typeof line === "string") resolve(line);
        else reject(line);
      };
      asking = { since: performance.now(), end };
      if (hasEnded) end(new Stopped());
    });
  return { next, close: () => reader.close() };
}
