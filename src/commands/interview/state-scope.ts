import { DATE_FORMS, ENDS_TOO_EARLY, NOT_SAID, scopeUnfit, WITH_YEAR } from "../../report/interview-words.js";
import { dateInWords, particularWords } from "../../report/words.js";
import type { Table } from "../../table/table.js";
import { type Case, LONGEST_SCOPE } from "../../triage/case.js";
import { caseOf, type Interview, withScope } from "../../triage/interview.js";
import { endsBeforeItBegins } from "../../triage/parse-case.js";
import { unfitForLine } from "../../triage/written/reader.js";
import type { Asker } from "./asker.js";
import { backKey, type Read } from "./prompts.js";
import { readDate } from "./read-date.js";

/** Asks what goes out, from when to when, and to whom. Each can be left open; whoever goes back keeps what was said. */
export async function stateScope(asker: Asker, interview: Interview, ids: readonly string[]): Promise<Interview> {
  const { prompts, table } = asker;
  let stated = caseOf(interview).particulars;
  for (const id of ids) {
    const { ask, kind } = table.particulars[id] as Table["particulars"][string];
    const was = stated[id];
    const said = await prompts.write<string | undefined>({
      message: ask,
      ...(kind === "date" ? { forms: DATE_FORMS } : {}),
      usual: was === undefined ? NOT_SAID : particularWords(table.particulars[id], was),
      was: was && kind === "date" ? dateInWords(was) : was,
      draft: "",
      keys: [backKey(undefined)],
      read: (text) => inPeriod(table, stated, id, text.trim() === "" ? left(was) : readScope(asker, id, text.trim())),
    });
    if (said === undefined) break;
    if (said !== "") stated = { ...stated, [id]: said };
  }
  return withScope(interview, stated);
}

function left(was = ""): Read<string> {
  return { ok: true, value: was };
}

function readScope({ table, today }: Asker, id: string, text: string): Read<string> {
  if (table.particulars[id]?.kind === "text") {
    const why = unfitForLine(text, LONGEST_SCOPE);
    return why === undefined ? { ok: true, value: text } : { ok: false, why: scopeUnfit(why) };
  }
  const read = readDate(table, id, text, today());
  switch (read.kind) {
    case "day":
      return { ok: true, value: read.day };
    case "guess":
      return { ok: false, why: WITH_YEAR };
    case "none":
      return { ok: false, why: read.why };
  }
}

function inPeriod(table: Table, stated: Case["particulars"], id: string, read: Read<string>): Read<string> {
  if (!read.ok || read.value === "") return read;
  return endsBeforeItBegins(table, { ...stated, [id]: read.value }, id) ? { ok: false, why: ENDS_TOO_EARLY } : read;
}
