import type { Table } from "../../table/table.js";
import type { Chapter, Entry, Part } from "../document.js";
import { verificationKey } from "./dates.js";
import { ENTRIES, impossibleEntry, promiseEntry } from "./entries.js";

/** Everything in a table but its rules: a chapter for each section of the file that is not empty. */
export function referenceChapters(table: Table, asOf: string): Chapter[] {
  return SECTIONS.map(({ anchor, heading, intro = [], entries }) => ({
    anchor,
    tier: "reference" as const,
    heading,
    intro,
    entries: entries(table, asOf),
  })).filter(({ entries }) => entries.length > 0);
}

interface Section {
  readonly anchor: string;
  readonly heading: string;
  readonly intro?: readonly Part[];
  readonly entries: (table: Table, asOf: string) => Entry[];
}

const SECTIONS: readonly Section[] = [
  section("findings", "Findings"),
  section("notices", "Notices beside the verdict"),
  section("forms", "What papers have to say"),
  section("papers", "Papers to take away"),
  {
    anchor: "impossible",
    heading: "What cannot be",
    entries: (table) => table.impossible.map((one, index) => impossibleEntry(table, one, index)),
  },
  section("deadlines", "Deadlines"),
  section("verdicts", "Where several rules are still possible"),
  section("facts", "Facts and their answers"),
  section("former-facts", "Facts of earlier editions"),
  section("particulars", "Particulars, which decide nothing"),
  section("contacts", "Contacts"),
  { ...section("sources", "Sources"), intro: [verificationKey()] },
  {
    anchor: "promises",
    heading: "Promises, proved over every situation",
    entries: (table) => table.invariants.map((one) => promiseEntry(table, one)),
  },
];

function section(name: keyof typeof ENTRIES, heading: string): Section {
  return {
    anchor: name,
    heading,
    entries: (table, asOf) => Object.keys(table[name]).map((id) => ENTRIES[name](table, id, asOf)),
  };
}
