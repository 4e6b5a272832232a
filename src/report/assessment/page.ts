import { SERIOUS_FIRST, VERDICTS } from "../../table/verdict.js";
import type { Line, Page, RichLine, Section } from "../page.js";
import { shortDigest } from "../table/stamp.js";
import { alternatives, dateInWords, dayInWords, daysLeftInWords, inFull, plural, sentence } from "../words.js";
import type {
  Answer,
  Assessment,
  AssessmentInParts,
  CitedSource,
  ContactToCall,
  DueDate,
  PlannedStep,
  PossibleRule,
  Question,
  RuleSummary,
  Saying,
  Stated,
  TakenForGranted,
} from "./assessment.js";
import { lastLine } from "./last-line.js";
import { MOST_BRANCHES } from "./report.js";
import { mostSettlingFirst } from "./settling.js";

export const HEADINGS = {
  each: "Each part by itself",
  now: "Do this now",
  dates: "Dates",
  granted: "Taken for granted",
  makeSure: "To make sure of first",
  possible: "Still possible, and what each adds",
  notKnown: "Not known",
  idle: "Stated, and without effect here",
  why: "Why",
  practice: "From the practice file",
  also: "Also",
  form: "To tick off: what it has to say",
  change: "What would change this",
  law: "Where the law says so",
} as const;

/** All of an assessment to read, the most pressing first. Sections with nothing to say are left out. */
export function assessmentPage(assessment: Assessment): Page {
  const sections = [...assessmentSections(assessment), lastSection(assessment)];
  return { title: assessment.headline, sections: sections.filter(({ lines }) => lines.length > 0) };
}

/** The sections that every assessment has but for the last, those with nothing to say included. */
export function assessmentSections(assessment: Assessment): Section[] {
  return [
    { kind: "paragraphs", tone: "urgent", lines: notices(assessment, true) },
    { heading: HEADINGS.now, kind: "numbered", lines: stepLines(assessment) },
    { kind: "paragraphs", tone: "urgent", lines: [assessment.doNot] },
    {
      heading: HEADINGS.dates,
      kind: "bulleted",
      lines: [...assessment.deadlines.map(deadlineLine), ...assessment.dateDoubts],
    },
    {
      heading: "Whom to call",
      kind: "bulleted",
      lines: assessment.contacts.map(contactLine),
    },
    {
      heading: assessment.wouldBind.length > 0 ? HEADINGS.makeSure : HEADINGS.granted,
      kind: "bulleted",
      lines: assessment.takenForGranted.map(granted),
    },
    { heading: HEADINGS.possible, kind: "bulleted", lines: possibilities(assessment) },
    { heading: HEADINGS.notKnown, kind: "bulleted", lines: mostSettlingFirst(assessment.notKnown).map(openQuestion) },
    { heading: HEADINGS.why, kind: "bulleted", lines: reasons(assessment) },
    { heading: HEADINGS.practice, kind: "bulleted", lines: fromPractice(assessment) },
    { heading: HEADINGS.also, kind: "bulleted", lines: notices(assessment, false) },
    formSection(assessment),
    { heading: HEADINGS.change, kind: "bulleted", lines: assessment.wouldChange.map(change) },
    { heading: HEADINGS.law, kind: "bulleted", lines: relied(assessment).map(sourceLine) },
    {
      heading: HEADINGS.idle,
      kind: "bulleted",
      lines: withoutEffect(assessment).map(({ ask, says }) => `${ask} ${says}`),
    },
    { kind: "paragraphs", tone: "quiet", lines: [...decidedBy(assessment), stamp(assessment), assessment.disclaimer] },
  ];
}

export function lastSection(assessment: Parameters<typeof lastLine>[0]): Section {
  return { kind: "paragraphs", lines: [lastLine(assessment)] };
}

function notices(assessment: Assessment, urgent: boolean): string[] {
  return assessment.notices.filter((notice) => notice.urgent === urgent).map(({ says, more }) => inFull(says, more));
}

/** What the paper has to say, for whoever has it in hand to compare. */
function formSection({ forms, sources }: Assessment): Section {
  const titles = forms.map(({ title }) => title).join(", ");
  const lines = forms.flatMap(({ hasToSay }) => hasToSay.map((saying) => sayingLine(saying, sources)));
  return { heading: `${HEADINGS.form} (${titles})`, kind: "checklist", lines };
}

function sayingLine({ says, missing, sources: [leading] }: Saying, sources: readonly CitedSource[]): string {
  const said = missing ? `${says} Missing.` : says;
  const source = sources.find(({ id }) => id === leading);
  return source === undefined ? said : `${said} (${source.citation}.)`;
}

function stepLines({ steps, deadlines }: Pick<Assessment, "steps" | "deadlines">): string[] {
  return steps.map((step) => stepLine(step, deadlines));
}

/** A step, with the day by which it has to be taken, which is that of one of these. */
export function stepLine({ do: text, more, by }: PlannedStep, deadlines: readonly DueDate[]): string {
  if (by === null) return inFull(text, more);
  const due = deadlines.find(({ day }) => day === by);
  return `${inFull(text, more)} (By ${dayInWords(by)}${due === undefined ? "" : passed(due)}.)`;
}

function passed({ daysLeft }: DueDate): string {
  return daysLeft === null || daysLeft >= 0 ? "" : `, ${daysLeftInWords(daysLeft)}`;
}

/** Stands before what is to be done only if what is to be made sure of first is so. */
const IF_SO = "If that is so: ";

/** What is due, and when; or what to find out first. */
export function deadlineLine({ says: what, day, daysLeft, needs, reckoned, ifSo, embargo }: DueDate): string {
  const says = ifSo ? `${IF_SO}${what}` : what;
  if (embargo) return `${says}: ${embargoDay(day, daysLeft, needs)}.`;
  if (day === null || daysLeft === null) return `${says}: not known. ${needs} Until you know, act as if it were today.`;
  const earlier =
    reckoned === null ? "" : ` The paper itself says so; the law's own period would end on ${dayInWords(reckoned)}.`;
  return `${says}: ${dayInWords(day)} (${daysLeftInWords(daysLeft)}).${earlier}${whatToDo(daysLeft, reckoned)}`;
}

function embargoDay(day: DueDate["day"], daysLeft: DueDate["daysLeft"], needs: DueDate["needs"]): string {
  if (day === null || daysLeft === null) return `not known. ${needs} Until you know, hold it back`;
  return daysLeft < 0 ? `${dayInWords(day)}, and it is over` : dayInWords(day);
}

/** Nobody is told to act by a day that has passed. */
function whatToDo(daysLeft: number, reckoned: DueDate["reckoned"]): string {
  if (daysLeft < 0) return " Do not let that stop you: take advice today.";
  return reckoned === null ? "" : " Until it is changed, act by the earlier day.";
}

/** Whom to call: at the number that the practice has for it, or where to find one. */
export function contactLine({ name, own, find }: ContactToCall): string {
  return own === null ? `${name}: ${find}` : `${name}: ${own} (from the practice file)`;
}

/** What the practice states of every paper, as far as it had a part in the answer. */
export function fromPractice({ fromPractice: all, withoutEffect: idle }: Assessment): string[] {
  return all.filter(({ id }) => !idle.some((one) => one.id === id)).map(({ says }) => says);
}

/** What the case states in vain; that a practice is what it always is was not stated for this paper. */
function withoutEffect({ fromPractice: own, withoutEffect: idle }: Assessment): readonly Stated[] {
  return idle.filter(({ id }) => !own.some((one) => one.id === id));
}

function reasons({ rule, findings }: Assessment): string[] {
  return [
    ...(rule === null ? [] : [inFull(rule.because, rule.more)]),
    ...findings.map(({ says }) => says),
    ...(rule?.reviewOverdue
      ? [`This rule was due to be looked at again by ${dateInWords(rule.reviewBy ?? "")}: check that it still holds.`]
      : []),
  ];
}

/** A matter of form, and what follows if it is not so. */
function granted({ says, because, check, otherwise }: TakenForGranted): RichLine {
  return { text: `${says} ${because} ${check}`, under: otherwise.map(ifNot) };
}

export function ifNot(otherwise: Answer): string {
  return `If not: ${meaning(otherwise)}`;
}

/** The rules that would be left, where the verdict would bind; else those that can still decide; with what each adds. */
function possibilities({ wouldBind, possibleRules: rules, deadlines: told }: Assessment): Line[] {
  if (wouldBind.length > 0) {
    const ids = wouldBind.map(({ id }) => id);
    return rules.filter(({ id }) => ids.includes(id)).map((rule) => possibility(rule, told, IF_SO));
  }
  if (rules.length <= MOST_BRANCHES) return rules.map((rule) => possibility(rule, told));
  const verdicts = SERIOUS_FIRST.map((verdict) => rules.filter((rule) => rule.verdict === verdict));
  return [
    ...verdicts.flatMap(([first, ...others]) =>
      first === undefined ? [] : [verdictPossibility(first, others.length)],
    ),
    `With --format json all ${rules.length} rules that may still decide are named.`,
  ];
}

/** A rule with its steps, and its dates but for those that are told already. */
function possibility(rule: PossibleRule, told: readonly DueDate[], before = ""): RichLine {
  const others = rule.deadlines.filter(({ id }) => !told.some((one) => one.id === id));
  const dates = others.map(({ says, day }) => `${says}: ${dayOrUnknown(day)}.`);
  return { text: `${before}${summary(rule)}`, under: [...stepLines(rule), ...dates] };
}

function summary({ headline, verdict }: RuleSummary): string {
  return `${headline} (${VERDICTS[verdict].label}.)`;
}

function dayOrUnknown(day: string | null): string {
  return day === null ? "not known" : dayInWords(day);
}

function verdictPossibility({ verdict, headline }: PossibleRule, others: number): string {
  const more = others === 0 ? "" : `, and ${plural(others, "rule")} more`;
  return `${VERDICTS[verdict].label} (“${headline}”${more})`;
}

/** What only a notice rests on is told by `explain`. */
function relied({ authorities, sources }: Assessment): CitedSource[] {
  return sources.filter(({ id }) => authorities.includes(id));
}

function sourceLine({ citation, establishes, readOn, verified, url }: CitedSource): RichLine {
  return { text: `${citation}: ${establishes} [${verification(verified, readOn)}]`, ...(url === null ? {} : { url }) };
}

function verification(verified: CitedSource["verified"], readOn: string | null): string {
  const when = readOn === null ? "" : ` ${dateInWords(readOn)}`;
  switch (verified) {
    case "yes":
      return `read${when}`;
    case "partly":
      return `partly verified${when}`;
    case "no":
      return "not verified: check it with your adviser";
  }
}

function change({ ask, answers }: Question): RichLine {
  return { text: ask, under: answers.map(meaning) };
}

function openQuestion({ ask, why, answers }: Question): RichLine {
  return { text: `${ask} ${why}`, under: answers.map(meaning) };
}

/** An answer with what it comes to. */
export function meaning(answer: Answer): string {
  return `${quoted(answer)}: ${outcome(answer)}`;
}

function quoted({ says }: Answer): string {
  return alternatives(says.map((answer) => `“${answer}”`));
}

function outcome({ verdicts, headlines }: Answer): string {
  if (headlines.length === 1) return sentence(headlines[0] as string);
  const [first = "", ...others] = SERIOUS_FIRST.filter((verdict) => verdicts.includes(verdict)).map(
    (verdict) => VERDICTS[verdict].label,
  );
  const labels = alternatives([first, ...others.map(inSentence)]);
  return others.length === 0 ? `${labels}.` : `${labels}; more would have to be known.`;
}

function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/**
 * What lawyers look up: the ids in the table of what the answer rests on. Of an answer that would bind not what it would
 * go before: it does not yet.
 */
export function decidedBy({ rule, possibleRules, displacedRules, findings, wouldBind }: Assessment): string[] {
  const displaced = wouldBind.length > 0 ? [] : displacedRules;
  const ids = (some: readonly { readonly id: string }[]): string => some.map(({ id }) => id).join(", ");
  const few = possibleRules.length <= MOST_BRANCHES ? possibleRules : [];
  const told = [
    ...(rule === null ? [] : [`Rule ${rule.id}.`]),
    ...(few.length === 0 ? [] : [`Rules still possible: ${ids(few)}.`]),
    ...(displaced.length === 0 ? [] : [`It goes before the more general ${ids(displaced)}.`]),
    ...(findings.length === 0 ? [] : [`Findings: ${ids(findings)}.`]),
  ];
  return told.length === 0 ? [] : [told.join(" ")];
}

/** Under which law the answer was given, by what, and for which paper. */
export function stamp({ table, asOf, tool, reference }: Stamped): string {
  const about = reference === null ? "" : ` Reference ${reference}.`;
  return `Rules ${table.id} ${table.edition} (${table.jurisdiction}), reviewed ${dateInWords(table.reviewedOn)}, digest ${shortDigest(table.digest)}. Law of ${dateInWords(asOf)}. ${tool}.${about}`;
}

type Stamped = Pick<AssessmentInParts, "table" | "asOf" | "tool" | "reference">;
