import type { Table } from "../../table/table.js";
import type { Verdict } from "../../table/verdict.js";
import type { Chapter, Entry, Part } from "../document.js";
import { verificationKey } from "./dates.js";
import {
  contactEntry,
  deadlineEntry,
  factEntry,
  findingEntry,
  formEntry,
  formerFactEntry,
  impossibleEntry,
  noticeEntry,
  paperEntry,
  particularEntry,
  promiseEntry,
  sourceEntry,
  verdictEntry,
} from "./entries.js";

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
  section("findings", "Findings", ({ findings }) => findings, findingEntry),
  section("notices", "Notices beside the verdict", ({ notices }) => notices, noticeEntry),
  section("forms", "What papers have to say", ({ forms }) => forms, formEntry),
  section("papers", "Papers to take away", ({ papers }) => papers, paperEntry),
  {
    anchor: "impossible",
    heading: "What cannot be",
    entries: (table) => table.impossible.map((one, index) => impossibleEntry(table, one, index)),
  },
  section("deadlines", "Deadlines", ({ deadlines }) => deadlines, deadlineEntry),
  section(
    "verdicts",
    "Where several rules are still possible",
    ({ verdicts }) => verdicts,
    (table, id) => verdictEntry(table, id as Verdict),
  ),
  section("facts", "Facts and their answers", ({ facts }) => facts, factEntry),
  section("former-facts", "Facts of earlier editions", (table) => table["former-facts"], formerFactEntry),
  section("particulars", "Particulars, which decide nothing", ({ particulars }) => particulars, particularEntry),
  section("contacts", "Contacts", ({ contacts }) => contacts, contactEntry),
  { ...section("sources", "Sources", ({ sources }) => sources, sourceEntry), intro: [verificationKey()] },
  {
    anchor: "promises",
    heading: "Promises, proved over every situation",
    entries: (table) => table.invariants.map((one) => promiseEntry(table, one)),
  },
];

function section(
  anchor: string,
  heading: string,
  all: (table: Table) => object,
  entry: (table: Table, id: string, asOf: string) => Entry,
): Section {
  return { anchor, heading, entries: (table, asOf) => Object.keys(all(table)).map((id) => entry(table, id, asOf)) };
}
