import * as z from "zod";
import { condition, day, id, ids, oneOrMore, words, yesNo } from "./condition-schema.js";
import { paper } from "./paper/schema.js";
import type {
  Contact,
  Deadline,
  Fact,
  Finding,
  Form,
  FormerFact,
  Impossibility,
  Invariant,
  Notice,
  Particular,
  Period,
  Presumption,
  Rule,
  Saying,
  Source,
  Step,
  Table,
  TableHeader,
  VerdictWording,
  Wording,
} from "./table.js";
import { type RuleVerdict, VERDICTS, type Verdict } from "./verdict.js";

const verdicts = Object.keys(VERDICTS) as [Verdict, ...Verdict[]];
const ruleVerdicts = verdicts.filter((verdict): verdict is RuleVerdict => verdict !== "cannot-say");

const verdict = z.enum(verdicts).meta({ enumDescriptions: verdicts.map(meaningOf) });
const ruleVerdict = z.enum(ruleVerdicts).meta({
  description: "The answer that this rule gives. It fixes the exit code.",
  enumDescriptions: ruleVerdicts.map(meaningOf),
});

const cite = ids.describe("What it rests on: ids under `sources:`.");
const steps = ids.describe("What to do now, in order: ids under `steps:`.");
const inForce = {
  from: day.optional().describe("The first day on which it is in force."),
  to: day.optional().describe("The last day on which it is in force."),
};
const reviewed = {
  ...inForce,
  "review-by": day.optional().describe("The day by which a lawyer is to look at it again."),
};
const more = words.optional().describe("What goes on from that, for whoever reads the whole answer.");
const doNot = words.describe("The one line that begins “Do not”.");

const header = z
  .strictObject({
    id: id.describe("What this table is called."),
    edition: words.describe("Changes whenever the table does. Put it in quotes, or 2026.10 becomes 2026.1."),
    "reviewed-on": day.describe("The day a person last read the whole table against its sources."),
    jurisdiction: words.describe("Where this is the law."),
    disclaimer: words.describe("Stands near the end of every whole answer."),
    "before-questions": words.optional().describe("What not to do yet; told before the first question."),
    "several-parts": words
      .optional()
      .describe("The line by which somebody says, when answers are checked, that a paper is about several things."),
  })
  .describe("What this table is.") satisfies z.ZodType<TableHeader>;

const instead = z
  .strictObject({ headline: words, "do-not": doNot })
  .meta({ id: "instead" }) satisfies z.ZodType<Wording>;

const wording = z
  .strictObject({
    headline: words.describe(
      "Stands in for a rule's headline where several rules remain possible and agree on the verdict.",
    ),
    "do-not": doNot,
    steps: ids.describe("What to do while it is not settled which rule decides: ids under `steps:`."),
    "all-hold": instead.optional().describe("Said instead where every rule that is left has a step that holds back."),
    "all-bind": instead.optional().describe("Said instead where every rule that is left binds."),
  })
  .meta({
    id: "wording",
    description: "What is said beside a verdict, whichever rule gave it.",
  }) satisfies z.ZodType<VerdictWording>;

const clause = words.regex(/^(?!\p{Lu}).*[^.\s]$/su, "is to go on from a sentence: in lower case, without a full stop");

const remedy = clause.describe(
  "What to write instead, as a message goes on: in lower case, without a full stop, such as write `town`.",
);

const presumption = z.strictObject({
  values: oneOrMore.describe("The value, or values, that it is taken to have."),
  says: words.describe("The same in a sentence for the reader: a matter of form."),
  because: words.describe("Why it is nearly always so."),
  check: words.describe("How a reader makes sure of it."),
  cite,
}) satisfies z.ZodType<Presumption>;

const fact = z
  .strictObject({
    ask: words.describe("The question, about something that a reader can see or find out."),
    why: words.describe("Why it matters, for those who want to know."),
    values: z
      .record(id, words)
      .refine((values) => Object.keys(values).length > 0, "is empty: a fact needs answers")
      .meta({ minProperties: 1 })
      .describe(
        "The answers in the order they are offered: an id and its words, what stands before ` - ` being the short form. `unknown` is always there and is not listed.",
      ),
    hint: words
      .optional()
      .describe(
        "What helps to answer, in a short sentence that stands under the question: where to look, what counts.",
      ),
    "former-values": z
      .record(id, remedy)
      .optional()
      .describe("Values that it had in an earlier edition, each with what to write instead."),
    "asked-when": condition
      .optional()
      .describe("When to ask. It names facts further up, or findings, and changes no verdict."),
    presume: presumption
      .optional()
      .describe("What is taken for granted while nobody has stated it: a matter of form, never one of substance."),
    "not-weighed": id
      .optional()
      .describe(
        "For what the holder has to judge and nobody can see: the value it has while the holder has not. It is never unknown.",
      ),
    "tells-kind": yesNo
      .optional()
      .describe("`yes`: it says what kind of paper or request it is, which nobody mistakes for another."),
    "always-so": z
      .record(id, words)
      .refine((values) => Object.keys(values).length > 0, "is empty: leave it out where nothing is always so")
      .meta({ minProperties: 1 })
      .optional()
      .describe(
        "The values that a practice file may say are so of every paper, each with a sentence that says so. A value that is left out depends on the paper, and stays possible.",
      ),
  })
  .describe(
    "Something a reader can see or find out. A fact nobody has stated may have any of its values.",
  ) satisfies z.ZodType<Fact>;

const formerFact = z
  .strictObject({ instead: remedy })
  .describe(
    "A fact of an earlier edition: whoever still states it is told what to write instead.",
  ) satisfies z.ZodType<FormerFact>;

const particular = z
  .strictObject({
    ask: words.describe("The question."),
    kind: z.enum(["text", "date"]).describe("What is written down: words, or a date such as 2026-11-22."),
    "not-before": id.optional().describe("The date particular that this one cannot be earlier than."),
    scope: z
      .enum(["from", "to", "what", "recipient"])
      .optional()
      .describe("What it says of what goes out: its first or its last day, what it is, or who gets it."),
  })
  .refine(({ kind, scope }) => scope === undefined || (kind === "date") === (scope === "from" || scope === "to"), {
    error: "has the wrong kind for its `scope`: `from` and `to` are dates, `what` and `recipient` are text",
    path: ["scope"],
  })
  .describe("What goes into the note or a deadline and never decides a verdict.") satisfies z.ZodType<Particular>;

const finding = z
  .strictObject({
    says: words.describe("The conclusion, as a reader is told it."),
    when: condition,
    cite,
    ...reviewed,
  })
  .describe(
    "A conclusion of law drawn from facts and from findings further up. Tested as `yes` or `no`.",
  ) satisfies z.ZodType<Finding>;

const impossibility = z
  .strictObject({ when: condition, because: words.describe("Why it cannot be.") })
  .describe(
    "Situations that cannot exist: left out of every proof; a case that states one is turned down.",
  ) satisfies z.ZodType<Impossibility>;

const rule = z
  .strictObject({
    id: id.describe("Readable, and never used again for another rule."),
    when: condition,
    overrides: oneOrMore
      .default([])
      .describe(
        "The rules that give way to this one wherever both apply; `all`: every rule that does not override it.",
      ),
    verdict: ruleVerdict,
    headline: words.describe("The answer in at most twelve words, safe to read aloud."),
    because: words.describe("The reason, in one short sentence that a reader can agree or disagree with."),
    more,
    cite,
    steps,
    deadlines: ids.default([]).describe("The dates that matter: ids under `deadlines:`."),
    "do-not": words.optional().describe("Stands in for the verdict's own “Do not”."),
    ...reviewed,
  })
  .describe(
    "Every situation that can exist has exactly one deciding rule. The order of the rules means nothing.",
  ) satisfies z.ZodType<Rule>;

const notice = z
  .strictObject({
    when: condition,
    says: words.describe("The advice, in one short sentence that can stand alone."),
    more,
    urgent: yesNo.default(false).describe("`yes`: it is read before the steps."),
    everywhere: yesNo
      .default(false)
      .describe("`yes`: it is shown where the verdict is `out-of-scope` too, where other advice is kept back."),
    cite: cite.default([]),
    ...reviewed,
  })
  .describe("Advice that applies beside the verdict, whatever it is.") satisfies z.ZodType<Notice>;

const saying = z.strictObject({
  says: words.describe("What the paper has to state, in one short sentence."),
  "ask-for": clause.describe("What to ask for where it is missing: a few words that go on from the form's step."),
  cite,
}) satisfies z.ZodType<Saying>;

const form = z
  .strictObject({
    title: words.describe("What such a paper is called."),
    when: condition,
    step: id.describe("The step that asks for what is missing: an id under `steps:`. What that is goes on from it."),
    "has-to-say": z
      .record(id, saying)
      .refine((sayings) => Object.keys(sayings).length > 0, "is empty: a form has something to say")
      .meta({ minProperties: 1 })
      .describe("What it has to say, for the reader to tick. An id that several forms have means the same on each."),
    ...reviewed,
  })
  .describe(
    "A kind of paper, and what has to stand on it. What is missing is asked for and decides nothing.",
  ) satisfies z.ZodType<Form>;

const step = z
  .strictObject({
    do: words.describe("What to do, in one short sentence that can stand alone."),
    more,
    "holds-back": yesNo.optional().describe("`yes`: it keeps everything back for the time being."),
    discloses: z
      .union([yesNo, z.literal("to-whom-it-says")])
      .optional()
      .describe(
        "`yes`: something goes out by it, of the scope that the case states; `to-whom-it-says`: to nobody but whom the step names.",
      ),
    by: id.optional().describe("The deadline it has to be done by: an id under `deadlines:`."),
    contact: id.optional().describe("Whom to call for it: an id under `contacts:`."),
  })
  .describe("Something to do, which rules and verdicts list under `steps:`.") satisfies z.ZodType<Step>;

const period = z
  .string()
  .regex(
    /^(0|[1-9]\d{0,2}) (day|business day|month)s?$/,
    "is not a length of time such as `7 days`, `10 business days` or `1 month`",
  )
  .describe(
    "How long after it: `7 days`, `10 business days` (neither weekends nor bank holidays), `1 month`. The day itself is not counted.",
  )
  .transform((written): Period => {
    const [count, ...unit] = written.replace(/s$/, "").split(" ");
    return { count: Number(count), unit: unit.join(" ") as Period["unit"] };
  });

const deadline = z
  .strictObject({
    says: words.describe("What is due, as the beginning of a sentence that the date ends."),
    from: id.describe("The date particular from which it runs."),
    after: period,
    "not-before": id
      .optional()
      .describe("A date particular: where it is given, it is the deadline; where it is too early, both days are told."),
    "not-after": id
      .optional()
      .describe("A date particular: where it is earlier than the day counted, it is the deadline."),
    embargo: yesNo.optional().describe("`yes`: the last day on which it may not be done yet, and no time limit."),
    chance: yesNo.optional().describe("`yes`: the last day on which it may be done, and nobody has to."),
    cite: cite.default([]),
  })
  .describe("A date worked out from a particular.") satisfies z.ZodType<Deadline>;

const contact = z
  .strictObject({
    name: words.describe("Who it is."),
    find: words.describe("Where their number is to be found. A number written here would go stale."),
    own: yesNo
      .optional()
      .describe(
        "`yes`: it is the same for every paper, and a practice file may have the practice's own number for it.",
      ),
  })
  .describe("Somebody to call.") satisfies z.ZodType<Contact>;

const source = z
  .strictObject({
    citation: words.describe("As a lawyer cites it, to the paragraph."),
    establishes: words.describe("What it says, in the table's own words."),
    url: z
      .url({ protocol: /^https$/, error: "is not an address that begins with `https://`" })
      .meta({ pattern: "^https:" })
      .optional()
      .describe("Its address, as its owner publishes it."),
    "read-on": day.optional().describe("The day its text was read."),
    verified: z.enum(["yes", "partly", "no"]).meta({
      description: "Whether a person has read the text. Most verdicts need a source that says `yes`.",
      enumDescriptions: [
        "The text relied on was read.",
        "Part of it was read, or a reliable account of it.",
        "Nobody has read it.",
      ],
    }),
    ...reviewed,
  })
  .describe("An authority, cited by its id.") satisfies z.ZodType<Source>;

const invariant = z
  .strictObject({
    id: id.describe("What this promise is called."),
    when: condition,
    never: z
      .union([
        verdict.transform((one) => [one]).meta({ title: "A verdict" }),
        z.array(verdict).min(1).meta({ title: "A list of verdicts" }),
      ])
      .default([])
      .describe("The verdict, or the verdicts, that no situation like this gets."),
    "always-step": oneOrMore.default([]).describe("A step, or steps of which the deciding rule always lists one."),
    "always-notice": oneOrMore.default([]).describe("A notice, or notices of which one is always shown."),
    "never-step": oneOrMore.default([]).describe("A step, or steps that the deciding rule never lists."),
    "never-notice": oneOrMore.default([]).describe("A notice, or notices of which none is ever shown."),
    "never-paper": oneOrMore.default([]).describe("A paper, or papers of which none is ever offered."),
  })
  .refine(({ id: _, when: __, ...promises }) => Object.values(promises).some(({ length }) => length > 0), {
    error:
      "promises nothing: add `never`, `always-step`, `always-notice`, `never-step`, `never-notice` or `never-paper`",
    path: ["id"],
  })
  .describe("A promise about the whole table, proved over every situation.") satisfies z.ZodType<Invariant>;

/** What a rule table file has to look like. References between its parts are checked separately. */
export const tableSchema = z
  .strictObject({
    table: header,
    verdicts: z
      .partialRecord(verdict, wording)
      .describe("What is said beside each verdict that the rules use, and beside `cannot-say`."),
    facts: z.record(id, fact).describe("What a reader is asked, in this order."),
    "former-facts": z
      .record(id, formerFact)
      .default({})
      .describe("Facts of earlier editions, each with what to write instead."),
    particulars: z
      .record(id, particular)
      .superRefine((all, { addIssue }) => {
        for (const [path, message] of slipsOf(all)) addIssue({ code: "custom", path: [...path], message });
      })
      .default({})
      .describe("What goes into the note or a deadline and never decides a verdict."),
    findings: z
      .record(id, finding)
      .default({})
      .describe("Conclusions of law drawn from the facts. One may use those above it."),
    impossible: z.array(impossibility).default([]).describe("Situations that cannot exist."),
    rules: z
      .array(rule)
      .min(1, "is empty: a table needs a rule")
      .describe("What decides. Each situation that can exist needs exactly one deciding rule."),
    notices: z.record(id, notice).default({}).describe("Advice that applies beside the verdict."),
    forms: z.record(id, form).default({}).describe("What papers have to say, for their reader to compare."),
    papers: z.record(id, paper).default({}).describe("What can be taken away from an answer: letters, notes, sheets."),
    steps: z.record(id, step).default({}).describe("What can be done, for rules to list."),
    deadlines: z.record(id, deadline).default({}).describe("Dates worked out from particulars."),
    contacts: z.record(id, contact).default({}).describe("Whom to call."),
    sources: z.record(id, source).default({}).describe("The authorities that rules, findings and notices cite."),
    invariants: z.array(invariant).default([]).describe("Promises about the whole table."),
  })
  .meta({ title: "order-triage rules", description: "A table of rules that decide cases." }) satisfies z.ZodType<Table>;

/** A scope that another particular has already, and a day that would limit itself. */
function slipsOf(particulars: Readonly<Record<string, Particular>>): (readonly [readonly string[], string])[] {
  const all = Object.entries(particulars);
  return all.flatMap(([id, { scope, "not-before": floor }], index) => {
    const first = all.slice(0, index).find(([, other]) => scope !== undefined && other.scope === scope);
    return [
      ...(first === undefined ? [] : [[[id, "scope"], `is the \`scope\` of \`${first[0]}\` already`] as const]),
      ...(floor === id ? [[[id, "not-before"], "is to name another date"] as const] : []),
    ];
  });
}

function meaningOf(one: Verdict): string {
  return VERDICTS[one].meaning;
}
