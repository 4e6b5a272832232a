import { isDay, MIDNIGHT } from "../calendar/day.js";
import type { Path, SourceDocument } from "../source/document.js";
import type { Parsed } from "../source/problem.js";
import { sayingsOf } from "../table/behind.js";
import type { Particular, Table } from "../table/table.js";
import { VERDICTS, type Verdict } from "../table/verdict.js";
import {
  type AnyCase,
  type Case,
  type Expectation,
  isSameLabel,
  type Known,
  LONGEST_LABEL,
  LONGEST_SCOPE,
  MOST_PARTS,
  type Part,
  RECORD_YEARS,
} from "./case.js";
import { YEARS } from "./deadlines.js";
import { choiceOf, readKnown, readSeveral } from "./written/choices.js";
import {
  asWritten,
  type Fields,
  type FileKind,
  fieldsOf,
  fieldsUnder,
  isBlank,
  isText,
  type Reader,
  readFields,
  textOf,
  unfitForLine,
  unknownFields,
  within,
} from "./written/reader.js";

const FIELDS = ["title", "facts", "particulars", "missing", "parts", "expect"];
const PART_FIELDS = ["label", "facts", "particulars", "missing", "expect"];
const EXPECTATIONS = ["verdict", "rule", "notices", "deadline"];

/** A file as a case for this table, or everything in it that the table does not understand. */
export function parseCase(document: SourceDocument, table: Table): Parsed<AnyCase> {
  return readFields(document, table, CASE, readCase);
}

const CASE: FileKind = {
  what: "a case",
  example: "charged: nobody",
  nameless: "take it out: a case file must not identify a patient; use `reference` under `particulars`",
  placeOf: (table, key) => {
    if (key === "missing") return "what is missing stands beside `facts:`";
    if (key === "parts") return "parts stand beside `facts:`, and have no parts of their own";
    if (Object.hasOwn(table.facts, key)) return "facts stand under `facts:`";
    return Object.hasOwn(table.particulars, key) ? "this stands under `particulars:`" : undefined;
  },
};

/** The reference in a file that may be no case otherwise; undefined where none is written. */
export function referenceIn(document: SourceDocument): string | undefined {
  const root = document.value as Fields | null | undefined;
  const path = ["particulars", "reference"];
  const written = (root?.["particulars"] as Fields | null | undefined)?.["reference"];
  return isText(written) ? asWritten(document, written, path) : undefined;
}

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
  const { expect: expected } = fields;
  const missing = fields["missing"] === undefined ? common.missing : readMissing(reader, fields["missing"]);
  const expect = expected === undefined ? undefined : readExpectation(reader, fieldsOf(reader, expected, ["expect"]));
  return {
    facts: readFacts(reader, fields, common.facts),
    particulars: readParticulars(reader, fields, common.particulars),
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
  if (written.length > MOST_PARTS) {
    const help = "write a case for each, or for those that are alike, and have them assessed by `order-triage batch`";
    reader.fault("OT205", ["parts"], "value", `\`parts\` has more than ${MOST_PARTS} parts`, help);
    return [];
  }
  const parts = written.map((one, index) => readPart(within(reader, ["parts", index], "a part"), one, common));
  for (const [index, { label }] of parts.entries()) {
    if (label === "" || parts.findIndex((part) => isSameLabel(part.label, label)) === index) continue;
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

/** What the paper does not say, by id. */
function readMissing(reader: Reader, written: unknown): readonly string[] | undefined {
  const known = Object.keys(sayingsOf(reader.table));
  if (known.length === 0) return undefined;
  if (!Array.isArray(written)) return [choiceOf(reader, written, ["missing"], known, NAME_IT) ?? []].flat();
  return written.length === 0 ? [] : readSeveral(reader, written, ["missing"], known, NAME_IT);
}

const NAME_IT = "name it by its id";

/** Without forms in the table there is nothing that could be missing from one. */
function fieldsFor({ table }: Reader, fields: readonly string[]): readonly string[] {
  return Object.keys(table.forms).length > 0 ? fields : fields.filter((field) => field !== "missing");
}

function readFacts(reader: Reader, root: Fields, common: Case["facts"]): Case["facts"] {
  const fields = fieldsUnder(reader, root, "facts", Object.keys(reader.table.facts));
  const facts: Record<string, Known> = {};
  for (const [id, { values }] of Object.entries(reader.table.facts)) {
    const known = Object.hasOwn(fields, id)
      ? readKnown(reader, fields[id], ["facts", id], Object.keys(values))
      : common[id];
    if (known !== undefined) facts[id] = known;
  }
  return facts;
}

function readParticulars(reader: Reader, root: Fields, common: Case["particulars"]): Case["particulars"] {
  const fields = fieldsUnder(reader, root, "particulars", Object.keys(reader.table.particulars));
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
  const why = scope === undefined || text === undefined ? undefined : unfitForLine(text, LONGEST_SCOPE);
  if (why === undefined) return text;
  const help = "say it in a few words on one line, and name nobody";
  reader.fault("OT205", path, "value", `\`${path[1]}\` ${why}`, help);
  return undefined;
}

/** A period that ends before it begins would have nothing go out, or what nobody asked for. */
export function endsBeforeItBegins({ particulars }: Table, stated: Case["particulars"], id: string): boolean {
  const { scope, "not-before": floor } = particulars[id] as Particular;
  const [day, first] = [stated[id], stated[floor ?? ""]];
  return scope === "to" && day !== undefined && first !== undefined && day < first;
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
  const { verdict, notices, deadline } = fields;
  if (verdict === undefined) reader.fault("OT201", ["expect", "verdict"], "key", "`expect` has no `verdict`");
  const idOf = (written: unknown, at: Path, known: readonly string[]): string | undefined =>
    written === undefined ? undefined : choiceOf(reader, written, ["expect", ...at], known, NAME_IT);
  const ruleIds = reader.table.rules.map(({ id }) => id);
  const expected = idOf(verdict, ["verdict"], Object.keys(VERDICTS));
  const deciding = idOf(fields["rule"], ["rule"], ruleIds);
  const due = deadline === undefined ? undefined : dayOf(reader, deadline, ["expect", "deadline"]);
  const shown = (notices === undefined ? [] : [notices].flat()).flatMap((id, index) => {
    const at = Array.isArray(notices) ? ["notices", index] : ["notices"];
    return idOf(id, at, Object.keys(reader.table.notices)) ?? [];
  });
  if (expected === undefined) return undefined;
  return {
    verdict: expected as Verdict,
    ...(deciding === undefined ? {} : { rule: deciding }),
    ...(notices === undefined ? {} : { notices: shown }),
    ...(due === undefined ? {} : { deadline: due }),
  };
}
