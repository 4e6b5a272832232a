import { readFileSync } from "node:fs";
import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { inquirerPrompts } from "../../src/cli/terminal/inquirer-prompts.js";
import { plainPrompts, type Terminal } from "../../src/cli/terminal/plain-prompts.js";
import { askCase } from "../../src/commands/interview/ask-case.js";
import type { Prompts } from "../../src/commands/interview/prompts.js";
import type { CompiledTable } from "../../src/table/compiled.js";
import { loadTable } from "../../src/table/load.js";
import type { AnyCase, Case } from "../../src/triage/case.js";

/** Somebody at a terminal: reads what appears, then presses keys. */
export interface Reader {
  /** Everything that has appeared so far, without colours and cursor movements. */
  readonly seen: () => string;
  /** Waits until a text appears that was not there when keys were last pressed. */
  readonly sees: (text: string) => Promise<void>;
  readonly types: (keys: string) => void;
  readonly hangsUp: () => void;
  /** The case that the questions come to; whoever says that it has parts knows that it is in parts. */
  readonly outcome: Promise<Case>;
}

/** Both ways in which questions are put. */
export const BOTH_KINDS = [
  ["drawn", inquirerPrompts],
  ["plain", plainPrompts],
] as const;

const NOW = "2026-01-20";

/** Somebody at a terminal of their own, with whatever is put there. */
type Seat = Omit<Reader, "outcome"> & { readonly prompts: Prompts };

/** Puts the questions of a table to somebody. */
export function interview(
  open: (terminal: Terminal) => Prompts,
  compiled: CompiledTable,
  given: AnyCase = { facts: {}, particulars: {} },
): Reader {
  const { prompts, ...reader } = atTerminal(open);
  const terms = { asOf: NOW, presume: true };
  const outcome = askCase(
    { prompts, today: () => NOW, heard: async () => {} },
    compiled,
    given,
    terms,
  ) as Promise<Case>;
  outcome.catch(() => {});
  return { ...reader, outcome };
}

export function atTerminal(open: (terminal: Terminal) => Prompts): Seat {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const state = { isTTY: true, isRaw: false, setRawMode: () => input, columns: 80, rows: 40 };
  let text = "";
  let mark = 0;
  output.on("data", (part) => {
    text += stripVTControlCharacters(String(part));
  });
  const terminal = {
    input: Object.assign(input, state),
    // inquirer ends what it writes to, unless it is a stream of the process
    output: Object.assign(output, state, { end: () => output }),
    width: () => 80,
  } as unknown as Terminal;
  return {
    prompts: open(terminal),
    seen: () => text,
    sees: async (wanted) => {
      // what is typed before a question has been drawn is thrown away, so wait until nothing more is drawn
      for (let tries = 0, length = -1; length !== text.length || !text.slice(mark).includes(wanted); tries++) {
        if (tries > 100) throw new Error(`“${wanted}” has not appeared after:\n${text.slice(mark)}`);
        length = text.length;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    types: (keys) => {
      mark = text.length;
      input.write(keys);
    },
    hangsUp: () => input.end(),
  };
}

/** A table among the tests. */
export function tableOf(name: string): CompiledTable {
  const loaded = loadTable({ name, text: readFileSync(`tests/tables/${name}`, "utf8") });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
}

/** Waits for each question, then gives what stands beside it. */
export async function answers(
  reader: Reader,
  steps: readonly (readonly [question: string, keys: string])[],
): Promise<Reader> {
  for (const [question, keys] of steps) {
    await reader.sees(question);
    reader.types(`${keys}\r`);
  }
  return reader;
}
