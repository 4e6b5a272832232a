import { backKey, type Choice, type Prompts, type Read } from "../../commands/interview/prompts.js";
import { formatsOf } from "../../format/formats.js";
import {
  BACK_TO_RESULT,
  FINISH,
  KEEP,
  PRINT,
  paperPrinted,
  printed,
  READ_MORE,
  SAVE,
  START_OVER,
  saved,
  TAKE_AWAY,
  UNSAVED,
  WHAT_NEXT,
  WHERE_TO,
  WHERE_TO_PRINT,
  whereToPrint,
  withoutQuotes,
} from "../../report/interview-words.js";
import { type Paper, standingPapers } from "../../report/paper/paper.js";
import type { PlainReport } from "../../report/report.js";
import type { Part } from "../../report/screen.js";
import { sentence } from "../../report/words.js";
import type { Table } from "../../table/table.js";
import type { AnyCase } from "../../triage/case.js";
import type { Practice } from "../../triage/practice/practice.js";
import { endingFault, formatNamed } from "../file-format.js";
import { fileText, sayPage } from "../print.js";
import { writeWhole } from "../system/write.js";
import type { When } from "./colour.js";
import { saveCase } from "./save-case.js";

type Next =
  | { readonly kind: "finish" | "back" | "print" | "save" | "again" }
  | { readonly kind: "menu"; readonly says: string; readonly choices: readonly Choice<Next>[] }
  | { readonly kind: "open"; readonly part: Part }
  | { readonly kind: "take"; readonly paper: Paper };

/** A result that has been shown, and how things stand after it. */
interface After {
  readonly table: Table;
  readonly known: AnyCase;
  readonly practice: Practice | undefined;
  readonly report: PlainReport;
  readonly color: When;
  readonly savedIn: string | undefined;
  /** Not where a second result would take the place of the first. */
  readonly canStartOver: boolean;
}

/** Asks what to do after a result, opens its parts and hands out its papers; whether to start over. */
export async function whatNext(prompts: Prompts, after: After): Promise<boolean> {
  const { known, report, color, savedIn } = after;
  if (savedIn !== undefined) prompts.say(saved(savedIn));
  let isSaved = savedIn !== undefined;
  for (let menu: string | undefined; ; ) {
    const next = await choose(prompts, report.page.title, menusOf(after, isSaved), menu);
    switch (next.kind) {
      case "menu":
        menu = next.says;
        break;
      case "back":
        menu = undefined;
        break;
      case "open":
        await sayPage(next.part.page, color);
        break;
      case "take":
        await take(prompts, next.paper, color);
        break;
      case "print":
        await print(prompts, report);
        menu = undefined;
        break;
      case "save":
        isSaved = await save(prompts, known);
        menu = undefined;
        break;
      case "finish":
      case "again":
        return next.kind === "again";
    }
  }
}

/** What there is to choose at once: few enough for the headline to stay in sight of a small terminal. */
function menusOf({ table, practice, report, canStartOver }: After, isSaved: boolean): Choice<Next>[] {
  const open = (part: Part): Choice<Next> => ({ says: part.name, value: { kind: "open", part } });
  const take = (paper: Paper): Choice<Next> => ({ says: paper.title, value: { kind: "take", paper } });
  const save: Choice<Next> = { says: SAVE, value: { kind: "save" } };
  const menus = [
    menu(READ_MORE, (report.brief?.parts ?? []).map(open)),
    menu(TAKE_AWAY, [...(report.papers?.() ?? []), ...standingPapers(table, practice)].map(take)),
    menu(KEEP, [{ says: PRINT, value: { kind: "print" } }, ...(isSaved ? [] : [save])]),
  ];
  return [
    { says: FINISH, value: { kind: "finish" } },
    ...menus.flat(),
    ...(canStartOver ? [{ says: START_OVER, value: { kind: "again" } } as const] : []),
  ];
}

function menu(says: string, choices: readonly Choice<Next>[]): Choice<Next>[] {
  return choices.length === 0 ? [] : [{ says, value: { kind: "menu", says, choices } }];
}

/**
 * The headline stands with the choices: what has been read since may have pushed it out of sight.
 *
 * @param menu by its words the one that is open, if one is
 */
function choose(
  prompts: Prompts,
  headline: string,
  all: readonly Choice<Next>[],
  menu: string | undefined,
): Promise<Next> {
  const opened = all.find(({ says }) => says === menu)?.value;
  const hint = sentence(headline);
  if (opened?.kind !== "menu")
    return prompts.choose({
      message: WHAT_NEXT,
      hint,
      choices: all,
      usual: all[0] as Choice<Next>,
      keepsLast: false,
      keys: [],
    });
  const back: Choice<Next> = { says: BACK_TO_RESULT, value: { kind: "back" } };
  const keys = [backKey(back.value)];
  return prompts.choose({
    message: opened.says,
    hint,
    choices: [...opened.choices, back],
    usual: back,
    keepsLast: true,
    keys,
  });
}

/** Shows a paper, and writes it to a file that somebody has named. */
async function take(prompts: Prompts, paper: Paper, color: When): Promise<void> {
  await sayPage(paper.page, color);
  prompts.say(paper.use);
  const path = await named(prompts, whereToPrint(paper));
  if (path === "") return;
  const text = await fileText({ kind: "paper", page: paper.page, data: undefined }, formatNamed(path));
  prompts.say(writeWhole(path, text, false) ?? paperPrinted(path));
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
