import * as z from "zod";
import { wordOf } from "../source/word.js";
import type { Condition, Test } from "./table.js";

/** Ids are kebab-case: they become flags, file keys and anchors. */
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export const idRule = "is not an id: write small letters, figures and single hyphens, starting with a letter";
const dayRule = "is not a date: write it as 2026-11-22";

// `patternErrorMessage` and `enumDescriptions` are not of JSON Schema itself: editors show them
export const id = z.string().regex(ID, idRule).meta({ patternErrorMessage: idRule });
export const words = z.string().trim().min(1, "is empty");
export const day = z.iso.date(dayRule).meta({ patternErrorMessage: dayRule });
export const ids = z.array(id);
// editors tell the members of a union apart by their titles
export const oneOrMore = z.union(
  [id.transform((one) => [one]).meta({ title: "An id" }), ids.meta({ title: "A list of ids" })],
  "is not an id or a list of ids",
);

const value = z.union([z.string(), z.boolean()]).transform((written) => wordOf(written) ?? String(written));
const values = z
  .union([
    value.transform((one) => [one]).meta({ title: "A value" }),
    z.array(value).min(1, "is an empty list").meta({ title: "Any of these values" }),
  ])
  .meta({ title: "A value or a list of values" });
const test = z
  .union(
    [
      values.transform((list) => ({ values: list, negated: false })),
      z
        .strictObject({ not: values })
        .transform(({ not }) => ({ values: not, negated: true }))
        .meta({ title: "Any value but these" }),
    ],
    "is not a value, a list of values, or `{ not: … }`",
  )
  .describe(
    "A fact has this value, or one of a list, or with `{ not: … }` any other. A finding holds (`yes`) or does not (`no`).",
  );

export const yesNo = value
  .pipe(z.enum(["yes", "no"]))
  .transform((answer) => answer === "yes")
  .meta({ enum: ["yes", "no", true, false] });

export const condition: z.ZodType<Condition> = z
  .lazy(() =>
    z
      .object({
        any: z
          .array(condition)
          .min(1, "is an empty list")
          .optional()
          .describe("Alternatives: besides the entries beside it, at least one of these has to hold."),
      })
      .catchall(test)
      .transform(({ any = [], ...tests }) => ({
        tests: Object.entries(tests).map(([subject, is]): Test => ({ subject, ...is })),
        any,
      })),
  )
  .meta({
    id: "condition",
    description:
      "Facts and findings, each with the values it may have. Every entry has to hold; one left out may be anything.",
  });
