import type { Command } from "commander";
import type { ProgramIo } from "../commands/io.js";
import type { Outcome } from "../commands/outcome.js";
import type { Terms } from "../triage/decide.js";
import type { Showing } from "./print.js";
import { PRACTICE_VARIABLE } from "./shared-options.js";

/** What every command is made with. */
export interface Setting {
  readonly io: ProgramIo;
  readonly root: Command;
  readonly options: () => GlobalOptions;
  /** Ends the run with this exit code. */
  readonly exit: (code: number) => void;
  /** Shows an outcome and ends the run with its exit code. */
  readonly finish: (outcome: Outcome) => Promise<void>;
}

export interface GlobalOptions extends Showing {
  /** The file of the rule table; absent where none was named. */
  readonly rules: string | undefined;
  /** The file of the practice; absent where no option names one. */
  readonly practice: string | undefined;
  /** The days that were named; none for today. */
  readonly asOf: readonly string[];
  /** Where the answers to the questions are kept. */
  readonly save: string | undefined;
  /** Where a record of the answer is kept. */
  readonly record: string | undefined;
  readonly plain: boolean;
  /** The paper that is shown in place of the answer. */
  readonly paper: string | undefined;
  /** Whether anything may be taken for granted. */
  readonly presumptions: boolean;
  /** Whether anything may be asked. */
  readonly input: boolean;
}

/** The file of the practice: the one that was named, or that of whoever set up the machine; nothing else is looked for. */
export function practiceOf({ options }: Setting): string | undefined {
  return options().practice ?? (process.env[PRACTICE_VARIABLE] || undefined);
}

/** The law that applies, and whether anything may be taken for granted. */
export function termsOf(setting: Setting): Terms {
  return { asOf: dayOf(setting), presume: setting.options().presumptions };
}

/** The day whose law applies: the one that was named, or today. */
export function dayOf({ root, io, options }: Setting): string {
  const [day = io.today, ...others] = options().asOf;
  if (others.length > 0)
    root.error("error: option '--as-of' stands twice: only rules diff compares the law of two days");
  return day;
}
