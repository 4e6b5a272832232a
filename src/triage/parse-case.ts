import { isDay, MIDNIGHT } from "../calendar/day.js";
import type { Path, SourceDocument } from "../source/document.js";
import { nearest } from "../source/nearest.js";
import { inSourceOrder, type Parsed, type Problem, type ProblemCode, type Wording } from "../source/problem.js";
import { wordOf } from "../source/word.js";
import { sayingsOf } from "../table/behind.js";
import { formerFact, formerValue } from "../table/former.js";
import type { Particular, Table } from "../table/table.js";
import { VERDICTS, type Verdict } from "../table/verdict.js";
import {
  type AnyCase,
  type Case,
  type Expectation,
  type Known,
  LONGEST_LABEL,
  LONGEST_SCOPE,
  type Part,
  RECORD_YEARS,
} from "./case.js";
import { YEARS } from "./deadlines.js";

const FIELDS = ["title", "facts", "particulars", "missing", "parts", "expect"];
const PART_FIELDS = ["label", "facts", "particulars", "missing", "expect"];
const EXPECTATIONS = ["verdict", "rule", "notices", "deadline"];

/** A file as a case for this table, or everything in it that the table does not understand. */
export function parseCase(document: SourceDocument, table: Table): Parsed<AnyCase> {
  const problems: Problem[] = [];
  const reader: Reader = {
    table,
    what: "a case",
    asWritten: (value, path) => asWritten(document, value, path),
    fault: (code, path, part, message, help) => {
      const at = { source: document.source, span: document.spanOf(path, part) };
      problems.push({ code, severity: "error", message, at, ...(help === undefined ? {} : { help }) });
    },
  };
  const value = readCase(reader, document.value);
  return problems.length > 0 ? { ok: false, problems: inSourceOrder(problems) } : { ok: true, value };
}

/** The reference in a file that may be no case otherwise; undefined where none is written. */
export function referenceIn(document: SourceDocument): string | undefined {
  const root = document.value as Fields | null | undefined;
  const path = ["particulars", "reference"];
  const written = (root?.["particulars"] as Fields | null | undefined)?.["reference"];
  return isText(written) ? asWritten(document, written, path) : undefined;
}

interface Reader {
  readonly table: Table;
  /** What is read. */
  readonly what: string;
  readonly asWritten: (value: unknown, path: Path) => string;
  readonly fault: (code: ProblemCode, path: Path, part: "key" | "value", message: string, help?: string) => void;
}

/** The same for a part of what is read: its paths begin there. */
function within(reader: Reader, base: Path, what: string): Reader {
  return {
    ...reader,
    what,
    asWritten: (value, path) => reader.asWritten(value, [...base, ...path]),
    fault: (code, path, ...said) => reader.fault(code, [...base, ...path], ...said),
  };
}

/** A value as it stands in its file: what a number is worth may have other digits, as of `00123`. */
function asWritten(document: SourceDocument, value: unknown, path: Path): string {
  if (typeof value === "string") return value;
  if (typeof value !== "number") return JSON.stringify(value);
  const { start, end } = document.spanOf(path, "value");
  return document.source.text.slice(start, end);
}

type Fields = Readonly<Record<string, unknown>>;

function readCase(reader: Reader, value: unknown): AnyCase {
  const root = fieldsOf(reader, value, []) ?? {};
  unknownFields(reader, root, [], fieldsFor(reader, FIELDS));
  const title = root["title"] === undefined ? undefined : textOf(reader, root["title"], ["title"]);
  const known = readKnowledge(reader, root, { facts: {}, particulars: {} });
  const titled = title === undefined ? {} : { title };
  if (root["parts"] === undefined) return { ...titled, ...known };
  const { expect, ...common } = known;
  const { reference } = common.particulars;
  return {
    ...titled,
    ...(reference === undefined ? {} : { reference }),
    parts: readParts(reader, root["parts"], common),
    ...(expect === undefined ? {} : { expect }),
  };
}

type Common = Pick<Case, "facts" | "particulars" | "missing">;

/** What is stated and expected; where nothing is stated, what is common stands. */
function readKnowledge(reader: Reader, fields: Fields, common: Common): Case {
  const { facts, particulars, expect: expected } = fields;
  const missing = fields["missing"] === undefined ? common.missing : readMissing(reader, fields["missing"]);
  const expect = expected === undefined ? undefined : readExpectation(reader, fieldsOf(reader, expected, ["expect"]));
  return {
    facts: readFacts(reader, fieldsOf(reader, facts ?? {}, ["facts"]) ?? {}, common.facts),
    particulars: readParticulars(
      reader,
      fieldsOf(reader, particulars ?? {}, ["particulars"]) ?? {},
      common.particulars,
    ),
    ...(missing === undefined ? {} : { missing }),
    ...(expect === undefined ? {} : { expect }),
  };
}

function readParts(reader: Reader, written: unknown, common: Common): Part[] {
  if (!Array.isArray(written)) {
    const help = "begin each part with a hyphen and its label, such as `- label: child A`";
    reader.fault("OT205", ["parts"], "value", "`parts` is to be a list", help);
    return [];
  }
  if (written.length < 2) {
    const help = "add the other part, or put what it states under `facts:`";
    reader.fault("OT205", ["parts"], "value", "`parts` has fewer than two parts", help);
  }
  const parts = written.map((one, index) => readPart(within(reader, ["parts", index], "a part"), one, common));
  for (const [index, { label }] of parts.entries()) {
    if (label === "" || parts.findIndex((part) => part.label === label) === index) continue;
    const help = "give each part a label of its own";
    reader.fault("OT114", ["parts", index, "label"], "value", `the label \`${label}\` stands twice`, help);
  }
  return parts;
}

function readPart(reader: Reader, written: unknown, common: Common): Part {
  const fields = fieldsOf(reader, written, []);
  if (fields === undefined) return { label: "", given: { facts: {}, particulars: {} } };
  unknownFields(reader, fields, [], fieldsFor(reader, PART_FIELDS));
  return { label: labelOf(reader, fields["label"]), given: readKnowledge(reader, fields, common) };
}

/** Blank where a problem was told. */
function labelOf(reader: Reader, written: unknown): string {
  const help = "say in a word or two which part it is, such as `label: child A`, and name nobody";
  if (written === undefined) reader.fault("OT201", ["label"], "key", "a part has no `label`", help);
  const label = written === undefined ? "" : (textOf(reader, written, ["label"], help) ?? "").trim();
  if (label.length <= LONGEST_LABEL) return label;
  reader.fault("OT205", ["label"], "value", `\`label\` is longer than ${LONGEST_LABEL} characters`, help);
  return "";
}

/** What stands in a map, or `undefined` with a problem told. */
function fieldsOf(reader: Reader, value: unknown, path: Path): Fields | undefined {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  const what = path.length === 0 ? reader.what : `\`${path.at(-1)}\``;
  reader.fault(
    "OT205",
    path,
    "value",
    `${what} is to be a map of fields`,
    "write one field to a line, such as `charged: nobody`",
  );
  return undefined;
}

/** What the paper does not say, by id. */
function readMissing(reader: Reader, written: unknown): readonly string[] | undefined {
  const known = Object.keys(sayingsOf(reader.table));
  if (known.length === 0) return undefined;
  if (!Array.isArray(written)) return [choiceOf(reader, written, ["missing"], known, NAME_IT) ?? []].flat();
  return written.length === 0 ? [] : readSeveral(reader, written, ["missing"], known, NAME_IT);
}

const NAME_IT = "name it by its id";

function unknownFields(reader: Reader, fields: Fields, path: Path, known: readonly string[]): void {
  for (const key of Object.keys(fields)) {
    if (known.includes(key)) continue;
    const { code, message, help } = formerFact(reader.table, key) ?? unknownField(reader, key, path, known);
    reader.fault(code, [...path, key], "key", message, help);
  }
}

/** Without forms in the table there is nothing that could be missing from one. */
function fieldsFor({ table }: Reader, fields: readonly string[]): readonly string[] {
  return Object.keys(table.forms).length > 0 ? fields : fields.filter((field) => field !== "missing");
}

function unknownField(reader: Reader, key: string, path: Path, known: readonly string[]): Wording {
  if (identifies(key)) {
    const help = "take it out: a case file must not identify a patient; use `reference` under `particulars`";
    return { code: "OT206", message: `\`${key}\` is not a field of ${reader.what}`, help };
  }
  const where = path.length === 0 ? "" : ` in \`${path.join(".")}\``;
  const help = placeOf(reader, key, known);
  return { code: "OT202", message: `unknown field \`${key}\`${where}`, ...(help === undefined ? {} : { help }) };
}

function identifies(key: string): boolean {
  return /name|patient|birth|\bdob\b|nhs|address|postcode|phone|email/i.test(key);
}

function placeOf({ table }: Reader, key: string, known: readonly string[]): string | undefined {
  if (key === "missing") return "what is missing stands beside `facts:`";
  if (key === "parts") return "parts stand beside `facts:`, and have no parts of their own";
  if (Object.hasOwn(table.facts, key)) return "facts stand under `facts:`";
  if (Object.hasOwn(table.particulars, key)) return "this stands under `particulars:`";
  const near = nearest(key, known);
  return near === undefined ? undefined : `did you mean \`${near}\`?`;
}

function readFacts(reader: Reader, fields: Fields, common: Case["facts"]): Case["facts"] {
  unknownFields(reader, fields, ["facts"], Object.keys(reader.table.facts));
  const facts: Record<string, Known> = {};
  for (const [id, { values }] of Object.entries(reader.table.facts)) {
    const known = Object.hasOwn(fields, id)
      ? readKnown(reader, fields[id], ["facts", id], Object.keys(values))
      : common[id];
    if (known !== undefined) facts[id] = known;
  }
  return facts;
}

const IF_UNKNOWN = "write `unknown` if nobody knows";
const IF_SEVERAL = "leave the fact out if nobody knows";
const IF_MISSING = "write it, or take out what is left over, such as a comma at the end";

/** What is known of a fact; `undefined` where that is nothing, or with a problem told. */
function readKnown(reader: Reader, written: unknown, path: Path, values: readonly string[]): Known | undefined {
  if (Array.isArray(written)) return knownAs(values, readSeveral(reader, written, path, values));
  if (typeof written === "object" && written !== null) {
    const { not, ...others } = written as Fields;
    unknownFields(reader, others, path, ["not"]);
    if (not === undefined && Object.keys(others).length > 0) return undefined;
    const excluded = readSeveral(reader, Array.isArray(not) ? not : [not ?? null], [...path, "not"], values);
    const left = values.filter((value) => !excluded?.includes(value));
    if (left.length > 0) return excluded && knownAs(values, left);
    reader.fault("OT203", path, "value", `\`${path[1]}\` has none of its values`, IF_SEVERAL);
    return undefined;
  }
  const word = choiceOf(reader, written, path, [...values, "unknown"], IF_UNKNOWN);
  return word === "unknown" ? undefined : word;
}

/** The values that were listed, or `undefined` with a problem told. */
function readSeveral(
  reader: Reader,
  written: readonly unknown[],
  path: Path,
  values: readonly string[],
  ifBlank = IF_SEVERAL,
): readonly string[] | undefined {
  const blank = written.findIndex(isBlank);
  const subject = subjectOf(path);
  if (written.every(isBlank)) reader.fault("OT204", path, "value", `\`${subject}\` is left blank`, ifBlank);
  else if (blank >= 0)
    reader.fault("OT204", [...path, blank], "value", `one of several values of \`${subject}\` is missing`, IF_MISSING);
  const words = written.map((one, index) =>
    isBlank(one) ? undefined : choiceOf(reader, one, [...path, index], values, ifBlank),
  );
  const repeated = words.findIndex((word, index) => word !== undefined && words.indexOf(word) < index);
  if (repeated >= 0)
    reader.fault("OT114", [...path, repeated], "value", `\`${words[repeated]}\` stands twice`, "keep one of the two");
  const isSound = words.length > 0 && repeated < 0 && words.every((word) => word !== undefined);
  return isSound ? words : undefined;
}

function knownAs(values: readonly string[], some: readonly string[] | undefined): Known | undefined {
  if (some === undefined || some.length === values.length) return undefined;
  const [first, ...others] = values.filter((value) => some.includes(value));
  return others.length === 0 ? first : [first as string, ...others];
}

/** What a choice is about: what is missing stands in no section. */
function subjectOf([section, id]: Path): Path[number] | undefined {
  return section === "missing" ? section : id;
}

function isBlank(written: unknown): boolean {
  return written === null || written === "";
}

/** The value id that was written, or `undefined` with a problem told. */
function choiceOf(
  reader: Reader,
  written: unknown,
  path: Path,
  known: readonly string[],
  ifBlank: string,
): string | undefined {
  if (isBlank(written)) {
    reader.fault("OT204", path, "value", `\`${subjectOf(path)}\` is left blank`, ifBlank);
    return undefined;
  }
  const word = wordOf(written);
  if (word !== undefined && known.includes(word)) return word;
  const { code, message, help } = unknownChoice(reader, reader.asWritten(written, path), path, known, ifBlank);
  reader.fault(code, path, "value", message, help);
  return undefined;
}

function unknownChoice(
  { table }: Reader,
  shown: string,
  path: Path,
  known: readonly string[],
  ifBlank: string,
): Wording {
  const isFact = path[0] === "facts";
  const subject = subjectOf(path);
  const former = (isFact && table.facts[String(subject)]?.["former-values"]) || {};
  const near =
    known.find((value) => value === TRUTHS[shown.toLowerCase()]) ?? nearest(shown, [...known, ...Object.keys(former)]);
  const gone = isFact && near !== undefined && formerValue(table, String(subject), near);
  if (gone) return gone;
  const otherwise = near === undefined ? ifBlank : `did you mean \`${near}\`?`;
  const help = isFact || subject === "missing" ? (severalHelp(shown, known) ?? otherwise) : otherwise;
  return { code: "OT203", message: `\`${subject}\`: \`${shown}\` is not one of ${listOf(known)}`, help };
}

/** How several answers are written, for whoever put anything else between them. */
function severalHelp(written: string, known: readonly string[]): string | undefined {
  const words = (written.match(/[\w-]+/g) ?? []).filter((word) => known.includes(word) || !/^(or|and)$/i.test(word));
  if (words.length < 2 || !words.every((word) => known.includes(word))) return undefined;
  return `separate several answers by commas: \`${words.join(",")}\`, or in a case file \`[${words.join(", ")}]\``;
}

/** How other programs write yes and no. */
const TRUTHS: Readonly<Record<string, string>> = { true: "yes", y: "yes", "1": "yes", false: "no", n: "no", "0": "no" };

/** More ids than this are not read by anybody. */
const MOST_LISTED = 20;

function listOf(known: readonly string[]): string {
  const listed = known.slice(0, MOST_LISTED).map((value) => `\`${value}\``);
  return known.length > MOST_LISTED ? `${listed.join(", ")} and ${known.length - MOST_LISTED} more` : listed.join(", ");
}

function readParticulars(reader: Reader, fields: Fields, common: Case["particulars"]): Case["particulars"] {
  unknownFields(reader, fields, ["particulars"], Object.keys(reader.table.particulars));
  const particulars: Record<string, string> = {};
  for (const [id, particular] of Object.entries(reader.table.particulars)) {
    const path = ["particulars", id];
    const text = Object.hasOwn(fields, id) ? readParticular(reader, fields[id], path, particular) : common[id];
    if (text !== undefined) particulars[id] = text;
  }
  for (const id of Object.keys(particulars).filter((one) => endsBeforeItBegins(reader.table, particulars, one))) {
    const floor = reader.table.particulars[id]?.["not-before"] as string;
    const at = Object.hasOwn(fields, id) ? id : floor;
    const message = `\`${id}\`: \`${particulars[id]}\` is before \`${floor}\`, which is \`${particulars[floor]}\``;
    reader.fault("OT209", ["particulars", at], "value", message, "look at both days again");
  }
  return particulars;
}

function readParticular(reader: Reader, written: unknown, path: Path, { kind, scope }: Particular): string | undefined {
  if (kind === "date") return dayOf(reader, written, path, scope === undefined ? undefined : RECORD_YEARS);
  const text = textOf(reader, written, path);
  const why = scope === undefined || text === undefined ? undefined : unfitForScope(text);
  if (why === undefined) return text;
  const help = "say it in a few words on one line, and name nobody";
  reader.fault("OT205", path, "value", `\`${path[1]}\` ${why}`, help);
  return undefined;
}

/** What is wrong with a text that is to go on in a sentence; undefined where nothing is. */
export function unfitForScope(text: string): string | undefined {
  if (text.length > LONGEST_SCOPE) return `is longer than ${LONGEST_SCOPE} characters`;
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) return "has a line break or another sign that cannot be printed";
  return /[\p{L}\p{N}]/u.test(text) ? undefined : "has no word in it";
}

/** A period that ends before it begins would have nothing go out, or what nobody asked for. */
export function endsBeforeItBegins({ particulars }: Table, stated: Case["particulars"], id: string): boolean {
  const { scope, "not-before": floor } = particulars[id] as Particular;
  const [day, first] = [stated[id], stated[floor ?? ""]];
  return scope === "to" && day !== undefined && first !== undefined && day < first;
}

function textOf(
  reader: Reader,
  written: unknown,
  path: Path,
  help = "leave the line out if there is nothing to say",
  what = "text",
): string | undefined {
  if (isText(written)) return reader.asWritten(written, path);
  const message = `\`${path.at(-1)}\` is ${isBlank(written) ? "left blank" : `to be ${what}`}`;
  reader.fault(isBlank(written) ? "OT204" : "OT205", path, "value", message, help);
  return undefined;
}

function isText(written: unknown): boolean {
  return typeof written === "number" || (typeof written === "string" && written.trim() !== "");
}

function dayOf(reader: Reader, written: unknown, path: Path, years = YEARS): string | undefined {
  const text = textOf(reader, written, path, isBlank(written) ? undefined : dayHelp(""), "a date");
  if (text === undefined) return undefined;
  const day = text.replace(AT_MIDNIGHT, "");
  const year = Number(day.slice(0, 4));
  if (isDay(day) && year >= years.first && year <= years.last) return day;
  const message = isDay(day)
    ? `\`${path.at(-1)}\`: \`${text}\` is outside ${years.first} to ${years.last}${years === YEARS ? ", the years whose bank holidays are known" : ""}`
    : `\`${path.at(-1)}\`: \`${text}\` is not a date`;
  reader.fault("OT207", path, "value", message, dayHelp(text));
  return undefined;
}

const AT_MIDNIGHT = new RegExp(`${MIDNIGHT}$`);

/** Programs that keep a day as the moment it began write the evening before, in summer even in Britain. */
const IN_UTC = /^[T ]\d.*(?:Z|[+-]00:?00)$/;
const DAY_OF_UTC = "write the day alone, as it was where you are: in UTC, as written here, it can be the day before";

function dayHelp(text: string): string {
  const [day, time] = [text.slice(0, 10), text.slice(10)];
  if (isDay(day) && IN_UTC.test(time)) return DAY_OF_UTC;
  if (isDay(day) && /^[T ]\d/.test(time)) return `leave the time of day out: write \`${day}\``;
  if (isDay(text)) return "look at the year again";
  if (!isDay(day) && /^\d{4}-\d\d-\d\d$/.test(day)) return "the calendar has no such day: look at the paper again";
  if (/^\d{4}[/.]\d/.test(text)) return "write it with hyphens, such as `2026-11-22`";
  return /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/.test(text)
    ? "write the year first, so that day and month cannot be confused; in a spreadsheet: give the column the format yyyy-mm-dd"
    : "write the year first, such as `2026-11-22`";
}

function readExpectation(reader: Reader, fields: Fields | undefined): Expectation | undefined {
  if (fields === undefined) return undefined;
  unknownFields(reader, fields, ["expect"], EXPECTATIONS);
  const path = (field: string): Path => ["expect", field];
  const { verdict, rule, notices, deadline } = fields;
  if (verdict === undefined) reader.fault("OT201", path("verdict"), "key", "`expect` has no `verdict`");
  const ids = (written: unknown, at: Path, known: readonly string[]): string | undefined =>
    choiceOf(reader, written, at, known, NAME_IT);
  const expected = verdict === undefined ? undefined : ids(verdict, path("verdict"), Object.keys(VERDICTS));
  const deciding =
    rule === undefined
      ? undefined
      : ids(
          rule,
          path("rule"),
          reader.table.rules.map(({ id }) => id),
        );
  const due = deadline === undefined ? undefined : dayOf(reader, deadline, path("deadline"));
  const shown = (Array.isArray(notices) ? notices : notices === undefined ? [] : [notices]).flatMap((id, index) => {
    const at: Path = Array.isArray(notices) ? [...path("notices"), index] : path("notices");
    return ids(id, at, Object.keys(reader.table.notices)) ?? [];
  });
  if (expected === undefined) return undefined;
  return {
    verdict: expected as Verdict,
    ...(deciding === undefined ? {} : { rule: deciding }),
    ...(notices === undefined ? {} : { notices: shown }),
    ...(due === undefined ? {} : { deadline: due }),
  };
}
