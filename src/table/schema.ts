import * as z from "zod";
import { wordOf } from "../source/word.js";
import type {
  Condition,
  Contact,
  Deadline,
  Fact,
  Finding,
  Impossibility,
  Invariant,
  Notice,
  Particular,
  Rule,
  Source,
  Step,
  Table,
  TableHeader,
  Test,
  VerdictWording,
} from "./table.js";
import { type RuleVerdict, VERDICTS, type Verdict } from "./verdict.js";

/** Ids are kebab-case: they become flags, file keys and anchors. */
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

const verdicts = Object.keys(VERDICTS) as [Verdict, ...Verdict[]];
const ruleVerdicts = verdicts.filter((verdict): verdict is RuleVerdict => verdict !== "cannot-say");

const id = z
  .string()
  .regex(ID, "is not an id: write small letters, figures and single hyphens, starting with a letter");
const words = z.string().trim().min(1, "is empty");
const day = z.iso.date("is not a date: write it as 2026-11-22");
const ids = z.array(id);
const oneOrMore = z.union([id.transform((one) => [one]), ids], "is not an id or a list of ids");

const value = z.union([z.string(), z.boolean()]).transform((written) => wordOf(written) ?? String(written));
const values = z.union([value.transform((one) => [one]), z.array(value).min(1, "is an empty list")]);
const test = z.union(
  [
    values.transform((list) => ({ values: list, negated: false })),
    z.strictObject({ not: values }).transform(({ not }) => ({ values: not, negated: true })),
  ],
  "is not a value, a list of values, or `{ not: … }`",
);

const yesNo = value.pipe(z.enum(["yes", "no"])).transform((answer) => answer === "yes");

const condition: z.ZodType<Condition> = z.lazy(() =>
  z
    .object({ any: z.array(condition).min(1, "is an empty list").optional() })
    .catchall(test)
    .transform(({ any = [], ...tests }) => ({
      tests: Object.entries(tests).map(([subject, is]): Test => ({ subject, ...is })),
      any,
    })),
);

const inForce = { from: day.optional(), to: day.optional() };
const reviewed = { ...inForce, "review-by": day.optional() };

const header = z.strictObject({
  id,
  edition: words,
  "reviewed-on": day,
  jurisdiction: words,
  disclaimer: words,
}) satisfies z.ZodType<TableHeader>;

const wording = z.strictObject({ headline: words, "do-not": words, steps: ids }) satisfies z.ZodType<VerdictWording>;

const fact = z.strictObject({
  ask: words,
  why: words,
  values: z.record(id, words),
  "asked-when": condition.optional(),
}) satisfies z.ZodType<Fact>;

const particular = z.strictObject({
  ask: words,
  kind: z.enum(["text", "date"]),
  "not-before": id.optional(),
}) satisfies z.ZodType<Particular>;

const finding = z.strictObject({ says: words, when: condition, cite: ids, ...reviewed }) satisfies z.ZodType<Finding>;

const impossibility = z.strictObject({ when: condition, because: words }) satisfies z.ZodType<Impossibility>;

const rule = z.strictObject({
  id,
  when: condition,
  overrides: oneOrMore.default([]),
  verdict: z.enum(ruleVerdicts),
  headline: words,
  because: words,
  cite: ids,
  steps: ids,
  deadlines: ids.default([]),
  "do-not": words.optional(),
  ...reviewed,
}) satisfies z.ZodType<Rule>;

const notice = z.strictObject({
  when: condition,
  says: words,
  urgent: yesNo.default(false),
  cite: ids.default([]),
  ...reviewed,
}) satisfies z.ZodType<Notice>;

const step = z.strictObject({ do: words, by: id.optional(), contact: id.optional() }) satisfies z.ZodType<Step>;

const deadline = z.strictObject({
  says: words,
  from: id,
  days: z.int().min(0),
  count: z.enum(["calendar", "business"]),
  "not-before": id.optional(),
  "not-after": id.optional(),
  cite: ids.default([]),
}) satisfies z.ZodType<Deadline>;

const contact = z.strictObject({ name: words, find: words }) satisfies z.ZodType<Contact>;

const source = z.strictObject({
  citation: words,
  establishes: words,
  url: z.url("is not an address").optional(),
  "read-on": day.optional(),
  verified: z.enum(["yes", "partly", "no"]),
  ...inForce,
}) satisfies z.ZodType<Source>;

const invariant = z.strictObject({
  id,
  never: z.strictObject({
    when: condition,
    verdict: z.union([z.enum(verdicts).transform((one) => [one]), z.array(z.enum(verdicts)).min(1)]),
  }),
}) satisfies z.ZodType<Invariant>;

/** What a rule table file has to look like. References between its parts are checked separately. */
export const tableSchema = z.strictObject({
  table: header,
  verdicts: z.partialRecord(z.enum(verdicts), wording),
  facts: z.record(id, fact),
  particulars: z.record(id, particular).default({}),
  findings: z.record(id, finding).default({}),
  impossible: z.array(impossibility).default([]),
  rules: z.array(rule).min(1, "is empty: a table needs a rule"),
  notices: z.record(id, notice).default({}),
  steps: z.record(id, step).default({}),
  deadlines: z.record(id, deadline).default({}),
  contacts: z.record(id, contact).default({}),
  sources: z.record(id, source).default({}),
  invariants: z.array(invariant).default([]),
}) satisfies z.ZodType<Table>;
