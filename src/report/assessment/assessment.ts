import type { Contact, Presumption, Source } from "../../table/table.js";
import type { Verdict } from "../../table/verdict.js";
import type { Case } from "../../triage/case.js";
import type { Agreement } from "../../triage/outcomes.js";

/** The answer for one case, in words and by id: what `--format json` prints. Days are YYYY-MM-DD. */
export interface Assessment extends AnswerHead {
  readonly schema: "order-triage/assessment@2";
  /** The deciding rule; `null` where more than one can still decide. */
  readonly rule: DecidingRule | null;
  /** The rules that can still decide, where there are several, and what each adds to what they have in common. */
  readonly possibleRules: readonly PossibleRule[];
  /** What they agree on, where they do not agree on the verdict. */
  readonly agreement: Agreement | null;
  /** What the answer takes for granted; or, with `wouldBind`, what is to be made sure of first. */
  readonly takenForGranted: readonly TakenForGranted[];
  /** The rules that would be left on it, where the verdict would bind, and so is not given. */
  readonly wouldBind: readonly RuleSummary[];
  /** Rules that would apply but give way to the deciding one. */
  readonly displacedRules: readonly RuleSummary[];
  /** What to do now, in order. */
  readonly steps: readonly PlannedStep[];
  readonly doNot: string;
  /** Whom the steps have the reader call, and then whoever else the practice has a number for. */
  readonly contacts: readonly ContactToCall[];
  readonly deadlines: readonly DueDate[];
  /** What cannot be right about the dates of the case. */
  readonly dateDoubts: readonly string[];
  readonly findings: readonly Conclusion[];
  readonly notices: readonly Notice[];
  /** The forms that the paper is, and what each has to say. */
  readonly forms: readonly Form[];
  /** Stated facts that alone would change what is to be done. */
  readonly wouldChange: readonly Question[];
  /** Facts nobody has stated on which the answer depends. */
  readonly notKnown: readonly Question[];
  /** Facts and dates that were stated, and what was said to be missing, that had no part in the answer. */
  readonly withoutEffect: readonly Stated[];
  /** What the verdict, the findings and the dates rest on: ids of `sources`. */
  readonly authorities: readonly string[];
  /** All that is cited, what only a notice rests on included. */
  readonly sources: readonly CitedSource[];
  readonly facts: Case["facts"];
  /** Of the facts, those that the practice states of every paper, and the case does not state itself. */
  readonly fromPractice: readonly Stated[];
  readonly particulars: Readonly<Record<string, string>>;
}

/** What `--format json` prints for a case, or for one in parts. */
export type AnyAssessment = Assessment | AssessmentInParts;

/** The answer itself, or that of each part. */
export function assessmentsIn(answer: AnyAssessment): readonly Assessment[] {
  return "parts" in answer ? answer.parts.map(({ assessment }) => assessment) : [answer];
}

/**
 * The answer for a case in parts: what `--format json` prints. Everything that is said for several parts stands once,
 * in an order that is each part's own, with the labels of those parts.
 */
export interface AssessmentInParts extends AnswerHead {
  readonly schema: "order-triage/assessment-in-parts@1";
  readonly steps: readonly (PlannedStep & ForParts)[];
  readonly doNot: readonly ({ readonly says: string } & ForParts)[];
  readonly deadlines: readonly (DueDate & ForParts)[];
  readonly notices: readonly (Notice & ForParts)[];
  /** Each part with the answer for it, as for any case; in the order in which they were written. */
  readonly parts: readonly AssessedPart[];
}

/** What the answer for a case says first, and by whom and what it was given. Days are YYYY-MM-DD. */
interface AnswerHead {
  /** The user's own reference, never a name. */
  readonly reference: string | null;
  readonly verdict: Verdict;
  readonly exitCode: number;
  readonly headline: string;
  /** What the practice is called, where there is a practice file. */
  readonly practice: string | null;
  readonly asOf: string;
  readonly table: {
    readonly id: string;
    readonly edition: string;
    readonly reviewedOn: string;
    readonly jurisdiction: string;
    readonly digest: string;
  };
  readonly tool: string;
  readonly disclaimer: string;
}

export interface AssessedPart {
  readonly label: string;
  readonly assessment: Assessment;
}

export interface ForParts {
  /** The labels of the parts for which it is said. */
  readonly parts: readonly string[];
}

export interface ContactToCall extends Pick<Contact, "name" | "find"> {
  readonly id: string;
  /** The practice's own number or address for it. */
  readonly own: string | null;
}

export interface RuleSummary {
  readonly id: string;
  readonly verdict: Verdict;
  readonly headline: string;
}

export interface PossibleRule extends RuleSummary {
  readonly steps: readonly PlannedStep[];
  readonly deadlines: readonly DueDate[];
  readonly sources: readonly string[];
}

export interface TakenForGranted extends Pick<Presumption, "values" | "says" | "because" | "check"> {
  readonly fact: string;
  /** What follows if it is not so. */
  readonly otherwise: readonly Answer[];
  readonly sources: readonly string[];
}

/** What was stated of a fact or a date, or said to be missing. */
export interface Stated {
  readonly id: string;
  readonly ask: string;
  readonly says: string;
}

export interface DecidingRule extends RuleSummary {
  readonly because: string;
  readonly more: string | null;
  readonly sources: readonly string[];
  /** The day by which a lawyer is to look at it again, and whether that day has passed. */
  readonly reviewBy: string | null;
  readonly reviewOverdue: boolean;
}

export interface PlannedStep {
  readonly id: string;
  readonly do: string;
  readonly more: string | null;
  /** Whether it keeps everything back for the time being. */
  readonly holdsBack: boolean;
  /** Whether something goes out by it. */
  readonly discloses: boolean;
  /** The last day for it, where one is known. */
  readonly by: string | null;
  readonly contact: string | null;
}

export interface DueDate extends Conclusion {
  /** The last day for it; null where it cannot be reckoned yet. */
  readonly day: string | null;
  /** Days from the day of the assessment; below zero once it has passed. */
  readonly daysLeft: number | null;
  /** What has to be found out before the day can be reckoned. */
  readonly needs: string | null;
  /** The day that the paper itself gives, where it is earlier than the one reckoned; `day` is then the same. */
  readonly paperSays: string | null;
  /** The day reckoned from the paper's own date, where the paper itself gives an earlier one. */
  readonly reckoned: string | null;
  /** There where it is due only if what is to be made sure of first is so. */
  readonly ifSo?: true | undefined;
  /** There where it is the last day on which the thing may not be done yet, and no time limit. */
  readonly embargo?: true | undefined;
  /** There where it is the last day on which the thing may still be done, and nobody has to. */
  readonly chance?: true | undefined;
}

/** Something that is said, and what it rests on: ids of `sources`. */
export interface Conclusion {
  readonly id: string;
  readonly says: string;
  readonly sources: readonly string[];
}

export interface Notice extends Conclusion {
  readonly more: string | null;
  readonly urgent: boolean;
}

export interface Form {
  readonly id: string;
  readonly title: string;
  readonly hasToSay: readonly Saying[];
}

/** One of the things that a form has to say. */
export interface Saying extends Conclusion {
  readonly askFor: string;
  /** Whether the case says that it is not on the paper. */
  readonly missing: boolean;
}

export interface Question {
  readonly fact: string;
  readonly ask: string;
  readonly why: string;
  readonly answers: readonly Answer[];
}

/** Answers that come to the same. */
export interface Answer {
  readonly values: readonly string[];
  /** The answers in short words. */
  readonly says: readonly string[];
  /** One verdict, or several where more would have to be known. */
  readonly verdicts: readonly Verdict[];
  readonly headlines: readonly string[];
}

export interface CitedSource extends Pick<Source, "citation" | "establishes" | "verified"> {
  readonly id: string;
  readonly url: string | null;
  readonly readOn: string | null;
}
