import * as z from "zod";
import { assessmentInPartsSchema, assessmentSchema } from "../assessment/schema.js";
import type { AnswerRecord } from "./record.js";

const stated = {
  facts: z.record(z.string(), z.union([z.string(), z.array(z.string())])).exactOptional(),
  particulars: z.record(z.string(), z.string()).exactOptional(),
  missing: z
    .array(z.string())
    .exactOptional()
    .describe("what is not on the paper; absent where nobody has compared it"),
};

/** What `--record` keeps of an answer. Published as `schemas/record-1.schema.json`. */
export const recordSchema = z
  .strictObject({
    schema: z.literal("order-triage/record@1"),
    asOf: z.iso.date("is not a date, written as 2026-11-22").describe("the day whose law was applied"),
    presumptions: z.boolean().describe("whether anything might be taken for granted"),
    table: z.strictObject({
      id: z.string(),
      edition: z.string(),
      digest: z
        .string()
        .regex(/^[0-9a-f]{64}$/, "is no digest: 64 digits and letters from a to f")
        .describe("SHA-256 of the rules file"),
    }),
    tool: z.string().describe("what gave the answer, and its version"),
    case: z
      .strictObject({
        ...stated,
        parts: z
          .array(z.strictObject({ label: z.string(), ...stated }))
          .min(2, "has fewer than two parts")
          .exactOptional(),
      })
      .describe("what is stated, as a case file has it"),
    practice: z
      .strictObject({
        name: z.string().exactOptional(),
        contacts: z.record(z.string(), z.string()).describe("what to call or to write to, by contact"),
        facts: z
          .array(z.array(z.string()))
          .describe("which facts of the case are from it: of the whole, or of each part"),
      })
      .exactOptional()
      .describe("what the answer had from a practice file; absent where there was none"),
    answer: z
      .discriminatedUnion("schema", [assessmentSchema, assessmentInPartsSchema], "is not the schema of an answer")
      .describe("what `--format json` printed"),
  })
  .meta({
    title: "order-triage record",
    description: "An answer, and what it was given to. Days are written YYYY-MM-DD.",
  }) satisfies z.ZodType<AnswerRecord>;
