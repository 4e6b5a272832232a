import type { Command } from "commander";
import type { Io } from "../commands/io.js";
import type { Outcome } from "../commands/outcome.js";
import type { Formatters, Showing } from "./print.js";

/** What every command is made with. */
export interface Setting {
  readonly io: Io;
  readonly root: Command;
  readonly options: () => GlobalOptions;
  /** Ends the run with this exit code. */
  readonly exit: (code: number) => void;
  /** Shows an outcome, in a format that all commands have or in one of its own, and ends the run with its exit code. */
  readonly finish: (outcome: Outcome, own?: Formatters) => Promise<void>;
}

export interface GlobalOptions extends Showing {
  readonly rules: string;
  /** The days that were named; none for today. */
  readonly asOf: readonly string[];
  /** Where the answers to the questions are kept. */
  readonly save: string | undefined;
  readonly plain: boolean;
  /** Whether anything may be asked. */
  readonly input: boolean;
}

/** The day whose law applies: the last one named, or today. */
export function dayOf({ io, options }: Setting): string {
  return options().asOf.at(-1) ?? io.today;
}
