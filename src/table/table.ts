import type { Telling } from "./paper/paper.js";
import type { RuleVerdict, Verdict } from "./verdict.js";

/** A rule table as its file says it, every reference checked. Keys are the ones written in the file. */
export interface Table {
  readonly table: TableHeader;
  readonly verdicts: Readonly<Partial<Record<Verdict, VerdictWording>>>;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly "former-facts": Readonly<Record<string, FormerFact>>;
  readonly particulars: Readonly<Record<string, Particular>>;
  readonly findings: Readonly<Record<string, Finding>>;
  readonly impossible: readonly Impossibility[];
  readonly rules: readonly Rule[];
  readonly notices: Readonly<Record<string, Notice>>;
  readonly forms: Readonly<Record<string, Form>>;
  readonly papers: Readonly<Record<string, Paper>>;
  readonly steps: Readonly<Record<string, Step>>;
  readonly deadlines: Readonly<Record<string, Deadline>>;
  readonly contacts: Readonly<Record<string, Contact>>;
  readonly sources: Readonly<Record<string, Source>>;
  readonly invariants: readonly Invariant[];
}

export interface TableHeader {
  readonly id: string;
  readonly edition: string;
  /** The day a person last read the whole table against its sources, as YYYY-MM-DD. */
  readonly "reviewed-on": string;
  readonly jurisdiction: string;
  readonly disclaimer: string;
  /** What not to do while the questions are asked. */
  readonly "before-questions"?: string | undefined;
  /** Says of a paper that it is about several things whose answers may differ. */
  readonly "several-parts"?: string | undefined;
}

/** What a table says beside a verdict, whichever rule gave it. */
export interface VerdictWording {
  /** Stands in for a rule's headline when several rules remain possible and agree on the verdict. */
  readonly headline: string;
  readonly "do-not": string;
  /** Steps to take while it is not settled which rule decides. */
  readonly steps: readonly string[];
  /** Said instead where every rule that can still decide has a step that holds back. */
  readonly "all-hold"?: Wording | undefined;
  /** Said instead where every rule that can still decide binds. */
  readonly "all-bind"?: Wording | undefined;
}

export type Wording = Pick<VerdictWording, "headline" | "do-not">;

/** Something a reader can see or find out. A fact nobody has stated is unknown: it may have any of its values. */
export interface Fact {
  readonly ask: string;
  /** What helps to answer, in a short sentence that stands under the question. */
  readonly hint?: string | undefined;
  readonly why: string;
  /** Value id to the words of the answer, in the order they are offered. What stands before ` - ` is its short form. */
  readonly values: Readonly<Record<string, string>>;
  /** Values that it had in an earlier edition, each with what to write instead. */
  readonly "former-values"?: Readonly<Record<string, string>> | undefined;
  readonly "asked-when"?: Condition | undefined;
  /** What the table takes for granted while nobody has stated the fact. */
  readonly presume?: Presumption | undefined;
  /** Of a judgement that the holder makes, the value it has while the holder has not made it: it is never unknown. */
  readonly "not-weighed"?: string | undefined;
  /** Whether it says what kind of paper or request it is, which is not mistaken for another. */
  readonly "tells-kind"?: boolean | undefined;
  /**
   * The values that a practice may say once are so of every paper, each in a sentence. A value that is not among them
   * depends on the paper: no practice rules it out.
   */
  readonly "always-so"?: Readonly<Record<string, string>> | undefined;
}

/** A fact of an earlier edition, of which whoever still states it is told. */
export interface FormerFact {
  /** What to write instead, as a message goes on: in lower case, without a full stop. */
  readonly instead: string;
}

/** A matter of form that is so in nearly every case, and easily checked. A verdict that binds never rests on one. */
export interface Presumption {
  /** The values that are taken for granted: one of them. */
  readonly values: readonly string[];
  /** What is taken for granted, in a sentence. */
  readonly says: string;
  readonly because: string;
  /** How a reader makes sure. */
  readonly check: string;
  readonly cite: readonly string[];
}

/** What goes into the note or a deadline and never decides a verdict. */
export interface Particular {
  readonly ask: string;
  readonly kind: "text" | "date";
  /** A date particular that cannot be later than this one. */
  readonly "not-before"?: string | undefined;
  /** What it says of what goes out: the first or the last day of the records, which of them, or who gets them. */
  readonly scope?: "from" | "to" | "what" | "recipient" | undefined;
}

/** When something in the table is law: `from` the first day, `to` the last, both as YYYY-MM-DD. */
export interface InForce {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface Reviewed extends InForce {
  /** The day by which a lawyer is to look at it again, as YYYY-MM-DD. */
  readonly "review-by"?: string | undefined;
}

/** A conclusion of law drawn from facts and earlier findings. Tested as `yes` or `no`. */
export interface Finding extends Reviewed {
  readonly says: string;
  readonly when: Condition;
  readonly cite: readonly string[];
}

/** Situations that cannot exist: left out of every proof, and a case that states one is told so. */
export interface Impossibility {
  readonly when: Condition;
  readonly because: string;
}

/** `because`, as `says` of a notice and `do` of a step, can stand alone; `more` goes on from it where there is room. */
export interface Rule extends Reviewed {
  readonly id: string;
  readonly when: Condition;
  /** Rules that give way to this one wherever both apply. */
  readonly overrides: readonly string[];
  readonly verdict: RuleVerdict;
  readonly headline: string;
  readonly because: string;
  readonly more?: string | undefined;
  readonly cite: readonly string[];
  readonly steps: readonly string[];
  readonly deadlines: readonly string[];
  /** Stands in for what the table says not to do beside the verdict. */
  readonly "do-not"?: string | undefined;
}

/** Advice that applies beside the verdict. An urgent one is read before the steps. */
export interface Notice extends Reviewed {
  readonly when: Condition;
  readonly says: string;
  readonly more?: string | undefined;
  readonly urgent: boolean;
  /** Whether it is shown where the verdict is `out-of-scope` too, and so another law may give other advice. */
  readonly everywhere: boolean;
  readonly cite: readonly string[];
}

/** A kind of paper whose face is to be compared with what it has to say. Nothing of that decides. */
export interface Form extends Reviewed {
  readonly title: string;
  readonly when: Condition;
  /** The step that asks for whatever is missing. */
  readonly step: string;
  readonly "has-to-say": Readonly<Record<string, Saying>>;
}

/** One of the things that a form has to say. The same id means the same on every form. */
export interface Saying {
  readonly says: string;
  /** What to ask for where it is missing, in a few words that go on from the step. */
  readonly "ask-for": string;
  readonly cite: readonly string[];
}

/** Words of a table that somebody takes away from an answer: a letter, a note, a sheet for the wall. */
export interface Paper {
  readonly title: string;
  /** Whom it is for, and when: told to whoever holds the case, and not on the paper. */
  readonly use: string;
  /** Where it is offered; absent where it always is. */
  readonly when?: Condition | undefined;
  /** Whether it goes with what is disclosed: it is offered only with a step by which something goes out. */
  readonly discloses?: boolean | undefined;
  /** Whether it needs no case, and so tells nothing of one. */
  readonly standing?: boolean | undefined;
  readonly sections: readonly PaperSection[];
}

/** Words, or what the engine can tell; never both. */
export interface PaperSection {
  readonly heading?: string | undefined;
  readonly when?: Condition | undefined;
  readonly as: "paragraphs" | "numbered" | "bulleted" | "checklist";
  readonly says: readonly PaperLine[];
  readonly tells?: Telling | undefined;
}

export interface PaperLine {
  /** May have placeholders: `{blank}`, or a particular. */
  readonly says: string;
  readonly when?: Condition | undefined;
}

export interface Step {
  readonly do: string;
  readonly more?: string | undefined;
  /** Whether it keeps everything back for the time being. */
  readonly "holds-back"?: boolean | undefined;
  /** Whether something goes out by it: what the case says of its scope is said with it, but for who gets it where the step says so. */
  readonly discloses?: boolean | "to-whom-it-says" | undefined;
  /** The deadline this step has to be taken by. */
  readonly by?: string | undefined;
  readonly contact?: string | undefined;
}

/** A length of time, such as `10 business days`. Months end on the same day of the month, or on its last. */
export interface Period {
  readonly count: number;
  readonly unit: "day" | "business day" | "month";
}

/** A date worked out from a particular: so long after it, the day itself not counted. */
export interface Deadline {
  readonly says: string;
  readonly from: string;
  readonly after: Period;
  /** A date particular that should not be earlier than the computed day: where it is given, it is the deadline. */
  readonly "not-before"?: string | undefined;
  /** A date particular: where it is earlier than the computed day, it is the deadline. */
  readonly "not-after"?: string | undefined;
  /** Whether it is the last day on which something may not be done yet, and no time limit. */
  readonly embargo?: boolean | undefined;
  /** Whether it is the last day on which something may still be done that nobody has to do. */
  readonly chance?: boolean | undefined;
  readonly cite: readonly string[];
}

export interface Contact {
  readonly name: string;
  readonly find: string;
  /** Whether it is the same for every paper, so that a practice has a number of its own for it. */
  readonly own?: boolean | undefined;
}

export interface Source extends Reviewed {
  readonly citation: string;
  readonly establishes: string;
  /** Absent where the source has no address of its own. */
  readonly url?: string | undefined;
  /** The day its text was read, as YYYY-MM-DD; absent where nobody has read it. */
  readonly "read-on"?: string | undefined;
  /** `yes`: the text relied on was read; `partly`: part of it, or a reliable account of it; `no`: neither. */
  readonly verified: "yes" | "partly" | "no";
}

/** A promise about the whole table, kept in every situation that can exist and meets `when`. */
export interface Invariant {
  readonly id: string;
  readonly when: Condition;
  /** The verdicts that no deciding rule gives. */
  readonly never: readonly Verdict[];
  /** The deciding rule lists at least one of these steps; none: nothing is promised about steps. */
  readonly "always-step": readonly string[];
  /** At least one of these notices is shown; none: nothing is promised about notices. */
  readonly "always-notice": readonly string[];
  /** The deciding rule lists none of these steps. */
  readonly "never-step": readonly string[];
  /** None of these notices is shown. */
  readonly "never-notice": readonly string[];
  /** None of these papers is offered. */
  readonly "never-paper": readonly string[];
}

/** Every test must hold, and, where alternatives are given, at least one of them. No test at all always holds. */
export interface Condition {
  readonly tests: readonly Test[];
  readonly any: readonly Condition[];
}

/** The fact has one of these values; negated: any value but these. A finding has the values `yes` and `no`. */
export interface Test {
  readonly subject: string;
  readonly values: readonly string[];
  readonly negated: boolean;
}
