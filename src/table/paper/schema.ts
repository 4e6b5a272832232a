import * as z from "zod";
import { condition, words, yesNo } from "../condition-schema.js";
import type { Paper, PaperLine, PaperSection } from "../table.js";
import { TELLINGS, type Telling } from "./paper.js";

const tellings = Object.keys(TELLINGS) as [Telling, ...Telling[]];

const line = z.union(
  [
    words.transform((says): PaperLine => ({ says })).meta({ title: "A line" }),
    z
      .strictObject({ says: words, when: condition.describe("The line is left out where this is not certain.") })
      .meta({ title: "A line with a condition" }) satisfies z.ZodType<PaperLine>,
  ],
  "is neither a text nor `{ says: …, when: … }`",
);

const lines = z.union(
  [
    words.transform((says): PaperLine[] => [{ says }]).meta({ title: "A line" }),
    z.array(line).min(1, "is an empty list").meta({ title: "Lines" }),
  ],
  "is neither a text nor a list of lines",
);

const section = z
  .strictObject({
    heading: words.optional(),
    when: condition.optional().describe("The section is left out where this is not certain."),
    as: z
      .enum(["paragraphs", "numbered", "bulleted", "checklist"])
      .optional()
      .describe("How its lines are set: words as paragraphs and what is told as bulleted, unless this says otherwise."),
    says: lines
      .default([])
      .describe("Its words. `{reference}`, or another particular, is filled in; `{blank}` is a line to write on."),
    tells: z
      .enum(tellings)
      .optional()
      .meta({ enumDescriptions: tellings.map((telling) => TELLINGS[telling]) })
      .describe("What the engine tells here of the case; nothing where there is nothing to tell."),
  })
  .refine(({ says, tells }) => says.length > 0 !== (tells !== undefined), {
    error: "is to have either `says` or `tells`",
  })
  .transform(
    (read): PaperSection => ({ ...read, as: read.as ?? (read.tells === undefined ? "paragraphs" : "bulleted") }),
  );

export const paper = z
  .strictObject({
    title: words.describe("Its first line."),
    use: words.describe("Whom it is for, and when: told to whoever holds the case, and not on the paper."),
    when: condition.optional().describe("Where it is offered; it has to be certain. Always, where it is left out."),
    discloses: yesNo
      .optional()
      .describe("`yes`: it goes with what is disclosed, and is offered only with a step by which something goes out."),
    standing: yesNo.optional().describe("`yes`: it needs no case, and tells nothing of one."),
    sections: z.array(section).min(1, "is empty: a paper has something to say"),
  })
  .describe("Words to take away from an answer: a letter, a note, a sheet for the wall.") satisfies z.ZodType<Paper>;
