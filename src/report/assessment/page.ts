import { SERIOUS_FIRST, VERDICTS } from "../../table/verdict.js";
import type { Line, Page, RichLine, Section } from "../page.js";
import { shortDigest } from "../table/stamp.js";
import { alternatives, dateInWords, dayInWords, daysLeftInWords, plural, sentence } from "../words.js";
import type {
  Answer,
  Assessment,
  CitedSource,
  DueDate,
  PlannedStep,
  PossibleRule,
  Question,
  RuleSummary,
  TakenForGranted,
} from "./assessment.js";
import { MOST_BRANCHES } from "./report.js";

/** An assessment to read, the most pressing first. Sections with nothing to say are left out. */
export function assessmentPage(assessment: Assessment): Page {
  const sections: Section[] = [
    { kind: "paragraphs", tone: "urgent", lines: notices(assessment, true) },
    { heading: "Do this now", kind: "numbered", lines: assessment.steps.map(stepLine) },
    { kind: "paragraphs", tone: "urgent", lines: [assessment.doNot] },
    {
      heading: "Dates",
      kind: "bulleted",
      lines: [...assessment.deadlines.map(deadlineLine), ...assessment.dateDoubts],
    },
    {
      heading: "Whom to call",
      kind: "bulleted",
      lines: assessment.contacts.map(({ name, find }) => `${name}: ${find}`),
    },
    {
      heading: assessment.wouldBind.length > 0 ? "To make sure of first" : "Taken for granted",
      kind: "bulleted",
      lines: assessment.takenForGranted.map(granted),
    },
    { heading: "Still possible, and what each adds", kind: "bulleted", lines: possibilities(assessment) },
    { heading: "Why", kind: "bulleted", lines: reasons(assessment) },
    { heading: "Where the law says so", kind: "bulleted", lines: relied(assessment).map(sourceLine) },
    { heading: "What would change this", kind: "bulleted", lines: assessment.wouldChange.map(change) },
    { heading: "Not known", kind: "bulleted", lines: assessment.notKnown.map(openQuestion) },
    {
      heading: "Stated, and without effect here",
      kind: "bulleted",
      lines: assessment.withoutEffect.map(({ ask, says }) => `${ask} ${says}`),
    },
    { heading: "Also", kind: "bulleted", lines: notices(assessment, false) },
    { kind: "paragraphs", tone: "quiet", lines: [stamp(assessment), assessment.disclaimer] },
  ];
  return { title: assessment.headline, sections: sections.filter(({ lines }) => lines.length > 0) };
}

function notices(assessment: Assessment, urgent: boolean): string[] {
  return assessment.notices.filter((notice) => notice.urgent === urgent).map(({ says }) => says);
}

function stepLine({ do: text, by }: PlannedStep): string {
  return by === null ? text : `${text} (By ${dayInWords(by)}.)`;
}

function deadlineLine({ says, day, daysLeft, needs, reckoned }: DueDate): string {
  if (day === null || daysLeft === null) return `${says}: not known. ${needs} Until you know, act as if it were today.`;
  const earlier =
    reckoned === null
      ? ""
      : ` The paper itself says so; reckoned from its own date it would be ${dayInWords(reckoned)}. Until it is changed, act by the earlier day.`;
  const late = daysLeft < 0 ? " Do not let that stop you: take advice today." : "";
  return `${says}: ${dayInWords(day)} (${daysLeftInWords(daysLeft)}).${late}${earlier}`;
}

function reasons({ rule, findings, displacedRules }: Assessment): string[] {
  return [
    ...(rule === null ? [] : [`${rule.because} (Rule ${rule.id}.)`]),
    ...findings.map(({ says, id }) => `${says} (Finding ${id}.)`),
    ...displacedRules.map(
      ({ id, headline }) => `This takes the place of the more general answer: ${headline} (Rule ${id}.)`,
    ),
    ...(rule?.reviewOverdue
      ? [`This rule was due to be looked at again by ${dateInWords(rule.reviewBy ?? "")}: check that it still holds.`]
      : []),
  ];
}

/** A matter of form, and what follows if it is not so. */
function granted({ says, because, check, otherwise }: TakenForGranted): RichLine {
  return { text: `${says} ${because} ${check}`, under: otherwise.map((answer) => `If not: ${meaning(answer)}`) };
}

/** The rules that would be left, where the verdict would bind; else those that can still decide; with what each adds. */
function possibilities({ wouldBind, possibleRules: rules }: Assessment): Line[] {
  if (wouldBind.length > 0) {
    const ids = wouldBind.map(({ id }) => id);
    return rules.filter(({ id }) => ids.includes(id)).map((rule) => possibility(rule, "If that is so: "));
  }
  if (rules.length <= MOST_BRANCHES) return rules.map((rule) => possibility(rule));
  const verdicts = SERIOUS_FIRST.map((verdict) => rules.filter((rule) => rule.verdict === verdict));
  return [
    ...verdicts.flatMap(([first, ...others]) =>
      first === undefined ? [] : [verdictPossibility(first, others.length)],
    ),
    `With --format json all ${rules.length} rules that may still decide are named.`,
  ];
}

function possibility(rule: PossibleRule, before = ""): RichLine {
  const dates = rule.deadlines.map(({ says, day }) => `${says}: ${dayOrUnknown(day)}.`);
  return { text: `${before}${summary(rule)}`, under: [...rule.steps.map(stepLine), ...dates] };
}

function summary({ headline, verdict, id }: RuleSummary): string {
  return `${headline} (${VERDICTS[verdict].label}; rule ${id}.)`;
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

function stamp({ table, asOf, tool, reference }: Assessment): string {
  const about = reference === null ? "" : ` Reference ${reference}.`;
  return `Rules ${table.id} ${table.edition} (${table.jurisdiction}), reviewed ${dateInWords(table.reviewedOn)}, digest ${shortDigest(table.digest)}. Law of ${dateInWords(asOf)}. ${tool}.${about}`;
}
