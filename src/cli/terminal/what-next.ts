import type { Choice, Prompts, Read } from "../../commands/interview/prompts.js";
import {
  FINISH,
  SAVE,
  START_OVER,
  saved,
  UNSAVED,
  WHAT_NEXT,
  WHERE_TO,
  withoutQuotes,
} from "../../report/interview-words.js";
import type { AnyCase } from "../../triage/case.js";

type Next = "finish" | "save" | "again";

/** How things stand after a result. */
interface After {
  readonly savedIn: string | undefined;
  /** Not where a second result would take the place of the first. */
  readonly canStartOver: boolean;
}

/** Asks what to do after a result; whether to start over. */
export async function whatNext(prompts: Prompts, known: AnyCase, { savedIn, canStartOver }: After): Promise<boolean> {
  if (savedIn !== undefined) prompts.say(saved(savedIn));
  for (let isSaved = savedIn !== undefined; ; ) {
    const next = await choose(prompts, !isSaved, canStartOver);
    if (next !== "save") return next === "again";
    isSaved = await save(prompts, known);
  }
}

function choose(prompts: Prompts, canSave: boolean, canStartOver: boolean): Promise<Next> {
  const finish: Choice<Next> = { says: FINISH, value: "finish" };
  const save: Choice<Next> = { says: SAVE, value: "save" };
  const again: Choice<Next> = { says: START_OVER, value: "again" };
  const choices = [finish, ...(canSave ? [save] : []), ...(canStartOver ? [again] : [])];
  return prompts.choose({ message: WHAT_NEXT, choices, usual: finish, keepsLast: false, keys: [] });
}

/** Whether the case was saved in a file that somebody has named. */
async function save(prompts: Prompts, known: AnyCase): Promise<boolean> {
  const read = (text: string): Read<string> => ({ ok: true, value: withoutQuotes(text) });
  const path = await prompts.write({ message: WHERE_TO, usual: UNSAVED, draft: "", keys: [], read });
  if (path === "") return false;
  const { saveCase } = await import("./save-case.js");
  const unsaved = saveCase(path, known, false);
  prompts.say(unsaved ?? saved(path));
  return unsaved === undefined;
}
