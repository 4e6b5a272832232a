import { ADDRESS, PRACTICE_NAME } from "../report/questions/words.js";
import { documentOf, type Path, type SourceDocument } from "../source/document.js";
import { readJson } from "../source/json/read.js";
import type { Parsed, Problem } from "../source/problem.js";
import type { Table } from "../table/table.js";
import { parsePractice } from "../triage/practice/parse-practice.js";
import { alwaysSo, type Practice } from "../triage/practice/practice.js";
import { problemWords } from "./case-files.js";
import type { Unfit } from "./view.js";

/** One line of a practice to write on. */
export interface Line {
  readonly id: string;
  /** Where it stands in a practice file. */
  readonly path: Path;
  readonly says: string;
  readonly written: string;
}

/** A fact of which a practice may say what is always so. */
export interface Always {
  readonly id: string;
  readonly fact: string;
  readonly ask: string;
  readonly values: readonly { readonly value: string; readonly says: string; readonly isTicked: boolean }[];
}

export const NO_PRACTICE: Practice = { contacts: {}, facts: {} };

export function linesOf({ contacts }: Table, practice: Practice): Line[] {
  const own = Object.entries(contacts).filter(([, contact]) => contact.own);
  return [
    { id: "name", path: ["name"], says: PRACTICE_NAME, written: practice.name ?? "" },
    { id: "address", path: ["address"], says: ADDRESS, written: practice.address ?? "" },
    ...own.map(([id, { name }]) => {
      const path = ["contacts", id];
      return { id: path.join("-"), path, says: name, written: practice.contacts[id] ?? "" };
    }),
  ];
}

export function alwaysOf({ facts }: Table, practice: Practice): Always[] {
  return Object.entries(facts).flatMap(([id, fact]) => {
    const { ask, "always-so": always } = fact;
    if (always === undefined) return [];
    const known = practice.facts[id];
    const stated = known === undefined ? [] : alwaysSo(fact, known);
    const values = Object.entries(always).map(([value, says]) => ({ value, says, isTicked: stated.includes(value) }));
    return [{ id: `facts-${id}`, fact: id, ask, values }];
  });
}

/** What a form says of a practice, or the first line of it that cannot be so, by the reader of practice files. */
export function practiceIn(table: Table, form: FormData): { readonly ok: true; readonly value: Practice } | Unfit {
  const lines = linesOf(table, NO_PRACTICE)
    .map((line) => ({ ...line, written: String(form.get(line.id)).trim() }))
    .filter(({ written }) => written !== "");
  const facts = alwaysOf(table, NO_PRACTICE).map(({ id, fact }) => [fact, form.getAll(id)] as const);
  const document = asFile({
    ...Object.fromEntries(lines.flatMap(({ path: [key, id], written }) => (id === undefined ? [[key, written]] : []))),
    contacts: Object.fromEntries(
      lines.flatMap(({ path: [, id], written }) => (id === undefined ? [] : [[id, written]])),
    ),
    facts: Object.fromEntries(facts.filter(([, ticked]) => ticked.length > 0)),
  });
  const read = parsePractice(document, table);
  return read.ok ? read : unfit(read.problems[0] as Problem, document, lines);
}

function asFile(fields: object): SourceDocument {
  const source = { name: "practice.json", text: JSON.stringify(fields) };
  const document = documentOf(source, readJson(source)) as Extract<Parsed<SourceDocument>, { ok: true }>; // was just written
  return document.value;
}

function unfit(problem: Problem, { spanOf }: SourceDocument, lines: readonly Line[]): Unfit {
  const line = lines.find(({ path }) => spanOf(path, "value").start === problem.at?.span.start);
  const why = problemWords(problem).replace(`\`${line?.path.at(-1)}\``, line?.says ?? "");
  return { ok: false, why, field: line?.id ?? "name" };
}
