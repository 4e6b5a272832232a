import { isDay, MIDNIGHT } from "../calendar/day.js";
import { sayingsOf } from "../table/behind.js";
import { mapValues } from "../table/map-values.js";
import type { Fact, Particular, Table } from "../table/table.js";
import { VERDICTS } from "../table/verdict.js";
import { LONGEST_LABEL, LONGEST_SCOPE, MOST_PARTS, RECORD_YEARS } from "../triage/case.js";
import { YEARS } from "../triage/deadlines.js";

/** A JSON Schema as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * What a case for this table may look like, in the draft that editors of YAML know. `enumDescriptions` and
 * `patternErrorMessage` are not of JSON Schema itself: editors show them.
 */
export function caseSchema(table: Table): JsonSchema {
  const { id, edition, jurisdiction } = table.table;
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "order-triage case",
    description: `A case for the rules ${id} ${edition} (${jurisdiction}). It carries a reference and never a name.`,
    type: "object",
    properties: {
      title: text("A sentence about the case. It names nobody."),
      facts: section(
        "What is known. A fact that is left out is unknown: it may have any of its values.",
        table.facts,
        factSchema,
      ),
      particulars: section(
        "What never decides: a reference, and the dates that deadlines are reckoned from.",
        table.particulars,
        particularSchema,
      ),
      ...missingSchema(table),
      parts: {
        description:
          "Several things that one paper is about, where not all are alike: a part for each, whose own facts go before the common ones.",
        type: "array",
        items: partSchema(table),
        minItems: 2,
        maxItems: MOST_PARTS,
      },
      expect: expectationSchema(table),
    },
    additionalProperties: false,
  };
}

function partSchema(table: Table): JsonSchema {
  const label = text("Tells this part from the others, such as child A. It names nobody.");
  const sections = ["facts", "particulars", ...Object.keys(missingSchema(table)), "expect"];
  const same = sections.map((name) => [name, { $ref: `#/properties/${name}` }]);
  return {
    type: "object",
    properties: { label: { ...label, maxLength: LONGEST_LABEL }, ...Object.fromEntries(same) },
    required: ["label"],
    additionalProperties: false,
  };
}

/** What can be missing from a paper, where the table has forms. */
function missingSchema(table: Table): JsonSchema {
  const sayings = mapValues(sayingsOf(table), ({ says }) => says);
  if (Object.keys(sayings).length === 0) return {};
  const one = choice("One of the things that papers have to say, by its id.", sayings);
  const several = { type: "array", items: one, uniqueItems: true };
  return { missing: { description: "What the paper does not say. It decides nothing.", anyOf: [one, several] } };
}

/** A part of a case that may be left empty while it is written. */
export function section<T>(
  description: string,
  known: Readonly<Record<string, T>>,
  schemaOf: (one: T) => JsonSchema,
): JsonSchema {
  const properties = mapValues(known, schemaOf);
  return { description, type: ["object", "null"], properties, additionalProperties: false };
}

/** A value; several, of which the fact has one; or those that it has not. */
export function factSchema({ ask, why, values }: Fact): JsonSchema {
  const description = `${ask} ${why}`;
  const [value, { anyOf: one }] = [
    choice("One of them.", values),
    choice(description, { ...values, unknown: "Not known." }),
  ];
  const several = {
    description: "One of these, and nobody knows which.",
    type: "array",
    items: value,
    minItems: 1,
    uniqueItems: true,
  };
  const not = { description: "None of these.", anyOf: [value, several] };
  const others = { type: "object", properties: { not }, required: ["not"], additionalProperties: false };
  return { description, anyOf: [...(one as JsonSchema[]), several, others] };
}

/** One line with a word in it. */
const SCOPE = "^[^\\p{Cc}\\u2028\\u2029]*[\\p{L}\\p{N}][^\\p{Cc}\\u2028\\u2029]*$";

function particularSchema({ ask, kind, scope }: Particular): JsonSchema {
  if (kind === "date") return day(ask, scope === undefined ? YEARS : RECORD_YEARS);
  return scope === undefined ? text(ask) : { ...text(ask), maxLength: LONGEST_SCOPE, pattern: SCOPE };
}

function expectationSchema({ rules, notices }: Table): JsonSchema {
  const meanings = mapValues(VERDICTS, ({ meaning }) => meaning);
  const headlines = Object.fromEntries(rules.map(({ id, headline }) => [id, headline]));
  const notice = choice(
    "A notice, by its id.",
    mapValues(notices, ({ says }) => says),
  );
  return {
    description: "What the answer has to be. If it is not, the exit code is 60.",
    type: "object",
    properties: {
      verdict: choice("The verdict.", meanings),
      rule: choice("The deciding rule, by its id.", headlines),
      notices: { description: "All notices that apply, by id.", anyOf: [notice, { type: "array", items: notice }] },
      deadline: day("The first day by which something is due."),
    },
    required: ["verdict"],
    additionalProperties: false,
  };
}

/** One of the ids, each with its words; a fact of `yes` and `no` may be stated as a truth value. */
function choice(description: string, words: Readonly<Record<string, string>>): JsonSchema {
  const ids = Object.keys(words);
  if (ids.length === 0) return { description, not: {} };
  const truths = [true, false].filter((truth) => wordFor(truth) in words);
  const listed = {
    enum: [...ids, ...truths],
    enumDescriptions: [...ids, ...truths.map(wordFor)].map((id) => words[id]),
  };
  // what is listed is what editors offer; the pattern takes in the other spellings that are read
  return { description, anyOf: [listed, { type: "string", pattern: `^\\s*(${ids.map(anyCase).join("|")})\\s*$` }] };
}

function wordFor(truth: boolean): string {
  return truth ? "yes" : "no";
}

function anyCase(id: string): string {
  return /^(yes|no|unknown)$/.test(id) ? id.replaceAll(/./g, (letter) => `[${letter.toUpperCase()}${letter}]`) : id;
}

export function text(description: string): JsonSchema {
  return { description, type: ["string", "number"], pattern: "\\S", patternErrorMessage: "is left blank" };
}

function day(description: string, years = YEARS): JsonSchema {
  return {
    description,
    type: "string",
    pattern: `^(${daysOf(years.first, years.last)})(${MIDNIGHT})?$`,
    patternErrorMessage: `is not a date from ${years.first} to ${years.last}: write the year first, such as 2026-11-22`,
  };
}

/** The days of these years as a pattern. */
function daysOf(first: number, last: number): string {
  const years = Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  const leapYears = years.filter((year) => isDay(`${year}-02-29`));
  const days = [
    "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])",
    "(0[469]|11)-(0[1-9]|[12][0-9]|30)",
    "02-(0[1-9]|1[0-9]|2[0-8])",
  ];
  return `(${years.join("|")})-(${days.join("|")})|(${leapYears.join("|")})-02-29`;
}
