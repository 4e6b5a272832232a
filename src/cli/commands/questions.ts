import { type AssessOptions, readGiven } from "../../commands/assess.js";
import { openTable } from "../../commands/open-table.js";
import { failed } from "../../commands/outcome.js";
import { unknownPaper } from "../../commands/papers.js";
import { EXIT } from "../../report/exit-code.js";
import type { CompiledTable } from "../../table/compiled.js";
import { refuseUnfit, refuseWord } from "../refusals.js";
import { practiceOf, type Setting, termsOf } from "../setting.js";

/** The program without a command: it asks, one question at a time. */
export function addQuestions(setting: Setting): void {
  const { io, root, options, finish } = setting;
  // a word that is no command arrives here, and must not pass for anything else
  root.argument("[words...]").action(async ([word]: readonly string[]) => {
    if (word !== undefined) refuseWord(root, word);
    refuseUnfit(root, options());
    if (!canAsk(setting)) return finish(failed(EXIT.usage, NO_TERMINAL));
    const opened = await openTable(io, options().rules);
    if (!opened.ok) return finish(opened);
    return askAbout(setting, opened.value, {
      file: undefined,
      flags: [],
      practice: practiceOf(setting),
      ...termsOf(setting),
    });
  });
}

/** Asks for what a file and flags leave open, shows the result, and asks what next. */
export async function askAbout(setting: Setting, compiled: CompiledTable, options: AssessOptions): Promise<void> {
  const { io, finish } = setting;
  if (!canAsk(setting)) return finish(failed(EXIT.usage, NO_TERMINAL));
  const unknown = unknownPaper(compiled.table, setting.options().paper);
  if (unknown !== undefined) return finish(unknown);
  const given = await readGiven(io, compiled, options);
  if (!given.ok) return finish(given);
  const { converse } = await import("../terminal/converse.js");
  return converse(setting, compiled, given.value);
}

const NO_TERMINAL =
  "There is no terminal to ask questions on, or --no-input forbids it. Name a case file (`order-triage assess case.yaml`), or state facts as flags, which `order-triage assess --help` lists. No verdict was given.";

/** Somebody has to be there to read the questions and to answer them. */
function canAsk({ options }: Setting): boolean {
  return options().input && process.stdin.isTTY === true && process.stderr.isTTY === true;
}
