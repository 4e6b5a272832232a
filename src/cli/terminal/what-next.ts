import type { Choice, Prompts, Read } from "../../commands/interview/prompts.js";
import { formatsOf } from "../../format/formats.js";
import {
  FINISH,
  PRINT,
  printed,
  SAVE,
  START_OVER,
  saved,
  UNSAVED,
  WHAT_NEXT,
  WHERE_TO,
  WHERE_TO_PRINT,
  withoutQuotes,
} from "../../report/interview-words.js";
import type { PlainReport } from "../../report/report.js";
import type { Part } from "../../report/screen.js";
import type { AnyCase } from "../../triage/case.js";
import { endingFault, formatNamed } from "../file-format.js";
import { fileText, sayPage } from "../print.js";
import { writeWhole } from "../system/write.js";
import type { When } from "./colour.js";
import { saveCase } from "./save-case.js";

type Next = { readonly kind: "finish" | "print" | "save" | "again" } | { readonly kind: "open"; readonly part: Part };

/** A result that has been shown, and how things stand after it. */
interface After {
  readonly known: AnyCase;
  readonly report: PlainReport;
  readonly color: When;
  readonly savedIn: string | undefined;
  /** Not where a second result would take the place of the first. */
  readonly canStartOver: boolean;
}

/** Asks what to do after a result, and opens its parts; whether to start over. */
export async function whatNext(prompts: Prompts, after: After): Promise<boolean> {
  const { known, report, color, savedIn, canStartOver } = after;
  if (savedIn !== undefined) prompts.say(saved(savedIn));
  for (let isSaved = savedIn !== undefined; ; ) {
    const next = await choose(prompts, report.brief?.parts ?? [], !isSaved, canStartOver);
    switch (next.kind) {
      case "open":
        await sayPage(next.part.page, color);
        break;
      case "print":
        await print(prompts, report);
        break;
      case "save":
        isSaved = await save(prompts, known);
        break;
      case "finish":
      case "again":
        return next.kind === "again";
    }
  }
}

function choose(prompts: Prompts, parts: readonly Part[], canSave: boolean, canStartOver: boolean): Promise<Next> {
  const finish: Choice<Next> = { says: FINISH, value: { kind: "finish" } };
  const choices: Choice<Next>[] = [
    finish,
    ...parts.map((part): Choice<Next> => ({ says: part.name, value: { kind: "open", part } })),
    { says: PRINT, value: { kind: "print" } },
    ...(canSave ? [{ says: SAVE, value: { kind: "save" } } as const] : []),
    ...(canStartOver ? [{ says: START_OVER, value: { kind: "again" } } as const] : []),
  ];
  return prompts.choose({ message: WHAT_NEXT, choices, usual: finish, keepsLast: false, keys: [] });
}

/** Writes the whole answer to a file that somebody has named. */
async function print(prompts: Prompts, report: PlainReport): Promise<void> {
  const path = await named(prompts, WHERE_TO_PRINT, (name) => endingFault(name, formatsOf(report.kind)));
  if (path === "") return;
  const unwritten = writeWhole(path, await fileText(report, formatNamed(path)), false);
  prompts.say(unwritten ?? printed(path));
}

/** Whether the case was saved in a file that somebody has named. */
async function save(prompts: Prompts, known: AnyCase): Promise<boolean> {
  const path = await named(prompts, WHERE_TO);
  if (path === "") return false;
  const unsaved = saveCase(path, known, false);
  prompts.say(unsaved ?? saved(path));
  return unsaved === undefined;
}

function named(
  prompts: Prompts,
  message: string,
  faultOf: (path: string) => string | undefined = () => undefined,
): Promise<string> {
  const read = (text: string): Read<string> => {
    const path = withoutQuotes(text);
    const fault = faultOf(path);
    return fault === undefined ? { ok: true, value: path } : { ok: false, why: `${fault}.` };
  };
  return prompts.write({ message, usual: UNSAVED, draft: "", keys: [], read });
}
