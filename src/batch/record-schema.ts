import * as z from "zod";
import { assessmentInPartsSchema, assessmentSchema, dateMarks } from "../report/assessment/schema.js";
import { VERDICTS, type Verdict } from "../table/verdict.js";
import type { BatchRecord } from "./record.js";

const day = z.iso.date();
const at = z.string().describe("file and line at which the record begins");

const shortAnswer = {
  verdict: z.enum(Object.keys(VERDICTS) as [Verdict, ...Verdict[]]),
  exitCode: z.int().describe("the exit code of this verdict"),
  headline: z.string(),
  rule: z
    .string()
    .nullable()
    .describe("the deciding rule; null where more than one can still decide, or parts have rules of their own"),
  deadlines: z.array(
    z.strictObject({
      id: z.string(),
      day: day.nullable().describe("null where a date is missing it runs from"),
      ...dateMarks,
    }),
  ),
  presumed: z
    .array(z.string())
    .describe(
      "facts that the answer takes for granted or, where it would bind on them, that are to be made sure of first",
    ),
  unknown: z.array(z.string()).describe("facts nobody has stated on which the answer depends"),
};

const assessed = z.strictObject({
  at,
  reference: z.string().nullable().describe("the user's own reference, never a name"),
  ...shortAnswer,
  parts: z
    .array(z.strictObject({ label: z.string(), ...shortAnswer }))
    .min(2)
    .optional()
    .describe("the answer for each part, the record being what they come to together; absent where there are none"),
  unmet: z
    .array(
      z.strictObject({
        what: z.enum(["verdict", "rule", "notices", "deadline"]),
        expected: z.string(),
        got: z.string(),
        part: z.string().optional().describe("the label of the part; absent where the whole case is meant"),
      }),
    )
    .optional()
    .describe("in what the answer is not as the case expects; absent where it expects nothing"),
  assessment: z
    .union([assessmentSchema, assessmentInPartsSchema])
    .optional()
    .describe("the whole answer, with --explain"),
});

const unreadable = z.strictObject({
  at: z.string().describe("file and line at which the record begins, or a path at which there is nothing to read"),
  reference: z.string().nullable().describe("the user's own reference; null where it could not be read either"),
  errors: z
    .array(
      z.strictObject({
        code: z.string().describe("what `order-triage explain` tells more about, such as OT203"),
        message: z.string(),
        help: z.string().nullable(),
        at: z.string().nullable().describe("file, line and column; null where the record as a whole is meant"),
      }),
    )
    .min(1)
    .describe("what is wrong with the record, which has no verdict"),
  moreErrors: z.int().min(1).optional().describe("how many more there are; absent where those are all"),
});

/** What `batch` prints for each record. Published as `schemas/batch-2.schema.json`. */
export const batchRecordSchema = z.union([assessed, unreadable]).meta({
  title: "order-triage batch record",
  description: "The answer for one record of a batch: one line of NDJSON, or an item of `records` in JSON.",
}) satisfies z.ZodType<BatchRecord>;
