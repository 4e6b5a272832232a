import * as z from "zod";
import { VERDICTS, type Verdict } from "../../table/verdict.js";
import type { Assessment, AssessmentInParts } from "./assessment.js";

const verdict = z.enum(Object.keys(VERDICTS) as [Verdict, ...Verdict[]]);
const day = z.iso.date();
const sources = z.array(z.string()).describe("ids of the sources it rests on, as they stand under `sources`");
const summary = { id: z.string(), verdict, headline: z.string() };
const conclusion = { id: z.string(), says: z.string(), sources };

const answer = z.strictObject({
  values: z.array(z.string()).describe("answers that come to the same, by id"),
  says: z.array(z.string()).describe("the same answers in short words"),
  verdicts: z.array(verdict).describe("one verdict, or several where more would have to be known"),
  headlines: z.array(z.string()),
});

const question = z.strictObject({ fact: z.string(), ask: z.string(), why: z.string(), answers: z.array(answer) });

const more = z.string().nullable().describe("what goes on from that, where there is more");

const step = z.strictObject({
  id: z.string(),
  do: z.string(),
  more,
  holdsBack: z.boolean().describe("whether it keeps everything back for the time being"),
  discloses: z.boolean().describe("whether something goes out by it; `do` has the scope that the case states"),
  by: day.nullable(),
  contact: z.string().nullable(),
});

const mark = (where: string) => z.literal(true).optional().describe(`there where ${where}`);

/** What a date can be beside a time limit. */
export const dateMarks = {
  ifSo: mark("it is due only if what is to be made sure of first is so"),
  embargo: mark("it is the last day on which the thing may not be done yet, and no time limit"),
  chance: mark("it is the last day on which the thing may still be done, and nobody has to"),
};

const deadline = z.strictObject({
  id: z.string(),
  says: z.string(),
  day: day.nullable().describe("the last day; null where `needs` has to be found out first"),
  daysLeft: z.int().nullable().describe("days from the day of the assessment; below zero once it has passed"),
  needs: z.string().nullable(),
  paperSays: day.nullable().describe("the day that the paper itself gives, where it is earlier than the one reckoned"),
  reckoned: day.nullable().describe("the day reckoned, where the paper itself gives an earlier one"),
  ...dateMarks,
  sources,
});

const stated = z.strictObject({ id: z.string(), ask: z.string(), says: z.string() });

const notice = z.strictObject({ ...conclusion, more, urgent: z.boolean() });

const reference = z.string().nullable().describe("the user's own reference, never a name");
const exitCode = z.int().describe("the exit code of this verdict; the program ends with 60 where `expect:` is not met");

/** Under which law an answer was given, and by what. */
const origin = {
  practice: z.string().nullable().describe("what the practice is called, where its file says so"),
  asOf: day.describe("the day whose law was applied"),
  table: z.strictObject({
    id: z.string(),
    edition: z.string(),
    reviewedOn: day,
    jurisdiction: z.string(),
    digest: z.string().describe("SHA-256 of the rules file"),
  }),
  tool: z.string(),
  disclaimer: z.string(),
};

/** What `--format json` prints for an assessment. Published as `schemas/assessment-2.schema.json`. */
export const assessmentSchema = z
  .strictObject({
    schema: z.literal("order-triage/assessment@2"),
    reference,
    verdict,
    exitCode,
    headline: z.string(),
    rule: z
      .strictObject({
        ...summary,
        because: z.string(),
        more,
        sources,
        reviewBy: day.nullable().describe("the day by which a lawyer is to look at the rule again"),
        reviewOverdue: z.boolean(),
      })
      .nullable()
      .describe("the deciding rule; null where more than one can still decide"),
    possibleRules: z
      .array(z.strictObject({ ...summary, steps: z.array(step), deadlines: z.array(deadline), sources }))
      .describe("the rules that can still decide, where there are several, and what each adds to the steps and dates"),
    agreement: z
      .enum(["all-hold", "all-bind"])
      .nullable()
      .describe(
        "what several rules agree on that differ in the verdict: to keep everything back for now, or that it binds",
      ),
    takenForGranted: z
      .array(
        z.strictObject({
          fact: z.string(),
          values: z.array(z.string()),
          says: z.string(),
          because: z.string(),
          check: z.string().describe("how to make sure"),
          otherwise: z.array(answer).describe("what follows if it is not so"),
          sources,
        }),
      )
      .describe("what the answer takes for granted; or, with `wouldBind`, what is to be made sure of first"),
    wouldBind: z
      .array(z.strictObject(summary))
      .describe("the rules that would be left on it, where the verdict would bind, and so is not given"),
    displacedRules: z.array(z.strictObject(summary)).describe("rules that would apply but give way"),
    steps: z.array(step).describe("what to do now, in order"),
    doNot: z.string(),
    contacts: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        find: z.string(),
        own: z.string().nullable().describe("the number or address that the practice file has for it"),
      }),
    ),
    deadlines: z.array(deadline),
    dateDoubts: z.array(z.string()).describe("what cannot be right about the dates"),
    findings: z.array(z.strictObject(conclusion)),
    notices: z.array(notice),
    forms: z
      .array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          hasToSay: z.array(
            z.strictObject({
              ...conclusion,
              askFor: z.string().describe("what to ask for where it is missing"),
              missing: z.boolean().describe("whether the case says that it is not on the paper"),
            }),
          ),
        }),
      )
      .describe("the forms that the paper is, and what each has to say; nothing of it decides"),
    wouldChange: z.array(question).describe("stated facts that alone would change what is to be done"),
    notKnown: z.array(question).describe("facts nobody has stated on which the answer depends"),
    withoutEffect: z
      .array(stated)
      .describe("facts and dates that were stated, and what was said to be missing, that had no part in the answer"),
    authorities: z.array(z.string()).describe("what the verdict, the findings and the dates rest on: ids of `sources`"),
    sources: z.array(
      z.strictObject({
        id: z.string(),
        citation: z.string(),
        establishes: z.string(),
        url: z.string().nullable(),
        readOn: day.nullable().describe("the day its text was read"),
        verified: z.enum(["yes", "partly", "no"]),
      }),
    ),
    facts: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    fromPractice: z
      .array(stated)
      .describe("those of the facts that the practice file states, and the case does not state itself"),
    particulars: z.record(z.string(), z.string()),
    ...origin,
  })
  .meta({
    title: "order-triage assessment",
    description: "The answer for one case. Days are written YYYY-MM-DD.",
  }) satisfies z.ZodType<Assessment>;

const forParts = { parts: z.array(z.string()).describe("the labels of the parts for which it is said") };

/** What it prints for a case in parts. Published as `schemas/assessment-in-parts-1.schema.json`. */
export const assessmentInPartsSchema = z
  .strictObject({
    schema: z.literal("order-triage/assessment-in-parts@1"),
    reference,
    verdict: verdict.describe("that of the most serious part"),
    exitCode,
    headline: z.string(),
    steps: z.array(step.extend(forParts)).describe("what to do now, in order"),
    doNot: z.array(z.strictObject({ says: z.string(), ...forParts })),
    deadlines: z.array(deadline.extend(forParts)),
    notices: z.array(notice.extend(forParts)),
    parts: z
      .array(z.strictObject({ label: z.string(), assessment: assessmentSchema }))
      .min(2)
      .describe("each part, with the answer for it"),
    ...origin,
  })
  .meta({
    title: "order-triage assessment in parts",
    description: "The answer for one case that has parts. Days are written YYYY-MM-DD.",
  }) satisfies z.ZodType<AssessmentInParts>;
