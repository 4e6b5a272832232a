import { filledIn } from "../../table/paper/paper.js";
import type { Table } from "../../table/table.js";
import type { Case } from "../../triage/case.js";
import type { Practice } from "../../triage/practice/practice.js";
import { particularWords } from "../words.js";

/** What stands on papers as far as it is known; all else is a line to write on. */
export interface Filling {
  readonly stated?: Case["particulars"];
  readonly practice?: Practice | undefined;
}

/** A line of a paper with what the case states of particulars, and what the practice is. */
export function fill({ particulars }: Table, text: string, { stated = {}, practice }: Filling): string {
  const ofPractice: Readonly<Record<string, string | undefined>> = {
    practice: practice?.name,
    address: practice?.address,
  };
  return filledIn(text, (id) => {
    const known = stated[id];
    return ofPractice[id] ?? (known === undefined ? TO_FILL_IN : particularWords(particulars[id], known));
  });
}

/** The contacts that are the holder's own, with the number of each. */
export function ownNumbers({ contacts }: Table, practice: Practice | undefined): string[] {
  return Object.entries(contacts).flatMap(([id, { name, own }]) =>
    own ? [`${name}: ${practice?.contacts[id] ?? TO_FILL_IN}`] : [],
  );
}

const TO_FILL_IN = "_".repeat(28);
