import { assessGiven, type Given } from "../../commands/assess.js";
import { askCase } from "../../commands/interview/ask-case.js";
import { isStopped, type Prompts } from "../../commands/interview/prompts.js";
import { failed } from "../../commands/outcome.js";
import { EXIT } from "../../report/exit-code.js";
import { introduction, type Standing, stopped } from "../../report/interview-words.js";
import type { CompiledTable } from "../../table/compiled.js";
import type { Table } from "../../table/table.js";
import { type AnyCase, isInParts } from "../../triage/case.js";
import { type SoFar, soFar, startInterview } from "../../triage/interview.js";
import { finishAssessed } from "../finish-assessed.js";
import { type Setting, termsOf } from "../setting.js";
import { hearing } from "../system/signals.js";
import { unwritable } from "../system/unwritten.js";
import { openPrompts } from "./open-prompts.js";
import { whatNext } from "./what-next.js";

/** Asks, shows the result and asks what next, until somebody has finished. Who stops before gets no result. */
export async function converse(setting: Setting, compiled: CompiledTable, given: Given): Promise<void> {
  const { options, finish } = setting;
  const start = assessGiven(compiled, given, termsOf(setting));
  if (start.kind === "failed") return finish(start);
  const { output, record, papers, force, save, color } = options();
  const files = [output, record].filter((path) => path !== undefined && path !== "-") as string[];
  const [unwritten] = files.flatMap((path) => unwritable(path, force) ?? []);
  const fault = unwritten ?? (await folderFault(papers)) ?? (await keep(setting, given.case, force));
  if (fault !== undefined) return finish(failed(EXIT.cannotWrite, `${fault} Nothing was asked.`));
  const prompts = await openPrompts(options());
  await untilStopped(setting, prompts, compiled.table, async (tell) => {
    for (let again = true; again; ) {
      const known = await interviewed(setting, prompts, compiled, given, tell);
      prompts.say("");
      const outcome = assessGiven(compiled, { ...given, case: known }, termsOf(setting));
      const isShown = await finishAssessed(setting, outcome);
      tell("result");
      if (outcome.kind === "failed" || !isShown) return;
      const { report } = outcome;
      const canStartOver = files.length === 0 && papers === undefined;
      const { table } = compiled;
      const { practice } = given;
      again = await whatNext(prompts, { table, known, practice, report, color, savedIn: save, canStartOver });
    }
  });
}

/** Why nothing can be written in a folder, if it is wanted: that is found out before anything is asked. */
async function folderFault(folder: string | undefined): Promise<string | undefined> {
  if (folder === undefined) return undefined;
  const { makeFolder } = await import("../system/folder.js");
  return makeFolder(folder);
}

/** Says what becomes of the result, once there is one or not, when somebody stops `talk`. */
async function untilStopped(
  { options, exit }: Setting,
  prompts: Prompts,
  table: Table,
  talk: (tell: (standing: Standing) => void) => Promise<void>,
): Promise<void> {
  let standing: Standing;
  const farewell = (): void => prompts.say(stopped(table, standing, options().save));
  const onInterrupt = (): void => {
    prompts.say("");
    farewell();
  };
  process.prependOnceListener("SIGINT", onInterrupt);
  try {
    await hearing(() =>
      talk((told) => {
        standing = told;
      }),
    );
  } catch (error) {
    if (!isStopped(error)) throw error;
    farewell();
    exit(EXIT.interrupted);
  } finally {
    process.off("SIGINT", onInterrupt);
    prompts.close();
  }
}

/** What is known after the questions; `tell` hears after each answer what can be said so far. */
async function interviewed(
  setting: Setting,
  prompts: Prompts,
  compiled: CompiledTable,
  given: Given,
  tell: (now: SoFar | undefined) => void,
): Promise<AnyCase> {
  const terms = termsOf(setting);
  prompts.say(introduction(compiled.table, setting.options().save));
  const heard = async (known: AnyCase, now: SoFar | undefined): Promise<void> => {
    tell(now);
    const unsaved = await keep(setting, known, true);
    if (unsaved !== undefined) prompts.say(unsaved);
  };
  tell(isInParts(given.case) ? undefined : soFar(startInterview(compiled, given.case, terms)));
  return askCase({ prompts, today: () => terms.asOf, heard }, compiled, given.case, terms);
}

/** Writes the answers where they are to be kept, if anywhere; a sentence about why they could not be. */
async function keep({ options }: Setting, known: AnyCase, replace: boolean): Promise<string | undefined> {
  const { save } = options();
  if (save === undefined) return undefined;
  const { saveCase } = await import("./save-case.js");
  return saveCase(save, known, replace);
}
