import { filledIn } from "../../table/paper.js";
import type { Table } from "../../table/table.js";
import type { Case } from "../../triage/case.js";
import { particularWords } from "../words.js";

/** A line of a paper with what the case states of particulars; all else is a line to write on. */
export function fill({ particulars }: Table, text: string, stated: Case["particulars"] = {}): string {
  return filledIn(text, (id) => (stated[id] === undefined ? TO_FILL_IN : particularWords(particulars[id], stated[id])));
}

const TO_FILL_IN = "_".repeat(28);
