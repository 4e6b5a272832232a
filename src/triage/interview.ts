import type { Knowledge } from "../diagram/graph.js";
import { scopeOfSteps } from "../table/behind.js";
import type { Law } from "../table/compile.js";
import { type CompiledTable, lawOn } from "../table/compiled.js";
import type { Rule } from "../table/table.js";
import type { Verdict } from "../table/verdict.js";
import { type Case, isSameKnown, type Known, knownText, valuesOf } from "./case.js";
import { outlookOf, type Terms } from "./decide.js";
import { type Agreement, agreementOf, commonVerdict } from "./outcomes.js";
import type { Outlook } from "./outlook.js";
import { type Face, facesOf } from "./plan.js";
import { certainIds, possibleRules, situationOf, statedSituation } from "./situation.js";
import { deadlinesFrom, wantedDates } from "./wanted-dates.js";
import { wantedFacts } from "./wanted-facts.js";

/** A table, the law of a day, what was known before, and the answers so far in the order they were given. */
export interface Interview {
  readonly compiled: CompiledTable;
  readonly law: Law;
  /** Whether anything may be taken for granted. */
  readonly presume: boolean;
  readonly given: Case;
  /** What is asked first, if that was worked out before: where nothing is known it takes longest. */
  readonly opening: Topic | undefined;
  readonly answers: readonly Answer[];
  /** What was still to be asked when somebody wanted the result. */
  readonly skipped: readonly Topic[];
  /** Answers that were taken back: their questions open on them. */
  readonly takenBack: readonly Answer[];
  /** As it was before the last answer, change, or wish for the result. */
  readonly before: Interview | undefined;
}

/** What a question is about: a fact, or a particular that is a date. */
export interface Topic {
  readonly kind: "fact" | "date";
  readonly id: string;
}

/** An answer without a value says that nobody knows; the answer to a fact may name several values of which it has one. */
interface Answer extends Topic {
  readonly value: Known | undefined;
}

/** A question that can be put now. */
export interface Question extends Topic {
  /** The values of a fact that are possible after the answers so far. */
  readonly values: readonly string[];
  /** The answer that was given before, if there is one that still can be. */
  readonly was: Known | undefined;
  /** Whether it was answered before as it still can be, if only with not knowing. */
  readonly wasAsked: boolean;
  /** The deadlines that depend on a date, of those that may have to be kept. */
  readonly deadlines: readonly string[];
}

/**
 * An interview about a case whose facts do not contradict each other.
 *
 * @param opening its first question, if that was worked out before
 */
export function startInterview(
  compiled: CompiledTable,
  given: Case,
  { asOf, presume }: Terms,
  opening?: Topic,
): Interview {
  const nothing = { answers: [], skipped: [], takenBack: [], before: undefined };
  return { compiled, law: lawOn(compiled, asOf), presume, given, opening, ...nothing };
}

/**
 * The next question, facts first, and of them those on which something depends even if what the table takes for granted
 * is so; else in the table's order. `undefined` where nothing is left that is to be asked.
 */
export function nextQuestion(interview: Interview): Question | undefined {
  const { opening, answers, skipped } = interview;
  const topic = (answers.length + skipped.length === 0 ? opening : undefined) ?? toAsk(interview)[0];
  return topic && questionAbout(interview, topic, answerTo(topic, interview.takenBack));
}

/**
 * With an answer; without a value that of a judgement is that it was not made. What was taken back is remembered for as
 * long as the same answers are given again.
 */
export function withAnswer(interview: Interview, { kind, id }: Topic, given: Answer["value"]): Interview {
  const { answers, takenBack, compiled } = interview;
  const was = answerTo({ kind, id }, takenBack);
  const unsaid = kind === "fact" ? (compiled.table.facts[id]?.["not-weighed"] ?? narrowed(interview, id)) : undefined;
  const value = given ?? unsaid;
  return {
    ...interview,
    answers: [...answers, { kind, id, value }],
    takenBack: was !== undefined && isSameKnown(was.value, value) ? takenBack : [],
    before: interview,
  };
}

/** Without the questions that are still open; a fact comes back where a change makes the verdict depend on it. */
export function withoutTheRest(interview: Interview): Interview {
  return { ...interview, skipped: [...interview.skipped, ...toAsk(interview)], before: interview };
}

/** What can be said before the end. */
export interface SoFar {
  /** Once there is one, what is still asked can only add to it, unless something is not so that it takes for granted. */
  readonly verdict: Verdict;
  /** The rules that can still decide. */
  readonly rules: readonly Rule[];
  /** The facts that this takes for granted, by id. */
  readonly presumed: readonly string[];
  /** What is certain before there is a verdict, whatever may be taken for granted. */
  readonly agreement: Agreement | undefined;
}

/** What can be said so far: what a result would say, but that a judgement may still be made. */
export function soFar(interview: Interview): SoFar {
  const { possible, presumed, wouldBind } = outlook(interview);
  const common = commonVerdict(possible);
  const verdict = presumed.length === 0 || isOfResult(interview, common) ? common : "cannot-say";
  const agreement = verdict === "cannot-say" ? agreementOf(interview.compiled.table, rulesLeft(interview)) : undefined;
  return { verdict, rules: possible, presumed: wouldBind.length > 0 ? [] : presumed, agreement };
}

/**
 * Whether a result of now would give a verdict: as long as a judgement is not made, something may not be taken for granted
 * that may be once it is made. True as well where it is one that has to be made.
 */
function isOfResult(interview: Interview, verdict: Verdict): boolean {
  const { compiled, law, presume } = interview;
  const { possible } = outlookOf(compiled, law, situationOf(compiled, law, caseOf(interview).facts), presume);
  return possible.length === 0 || commonVerdict(possible) === verdict;
}

/** The forms that the paper is by what is known now, and what of each is said to be missing. */
export function facesNow(interview: Interview): Face[] {
  const { compiled, law, given } = interview;
  return facesOf(compiled.table, certainIds(law, law.roots.forms, outlook(interview).situation), given.missing);
}

/** With what somebody found missing from the paper, by id. */
export function withMissing(interview: Interview, missing: readonly string[]): Interview {
  return { ...interview, given: { ...interview.given, missing }, before: interview };
}

/** The particulars that say what goes out; none before there is a verdict under which anything does. */
export function scopeOf(interview: Interview): string[] {
  const { table } = interview.compiled;
  const { verdict, rules } = soFar(interview);
  if (verdict === "cannot-say") return [];
  return scopeOfSteps(
    table,
    rules.flatMap(({ steps }) => steps),
  );
}

/** With what somebody said of that. */
export function withScope(interview: Interview, stated: Case["particulars"]): Interview {
  const { given } = interview;
  return { ...interview, given: { ...given, particulars: { ...given.particulars, ...stated } }, before: interview };
}

/** As it was before the last answer, change, or wish for the result. */
export function back(interview: Interview): Interview {
  const { before, answers, takenBack } = interview;
  return before === undefined ? interview : { ...before, takenBack: [...answers, ...takenBack] };
}

/** The question as it was when it was asked: the answers that came after do not bind it. */
export function questionAgain(interview: Interview, topic: Topic): Question {
  const { facts, particulars } = caseOf(interview);
  const value = (topic.kind === "fact" ? facts : particulars)[topic.id];
  return questionAbout(untilAsked(interview, topic), topic, { ...topic, value });
}

/** With another answer to one question. Later answers stay as far as they would still be asked for. */
export function change(interview: Interview, topic: Topic, value: Answer["value"]): Interview {
  const start = untilAsked(interview, topic);
  const later = interview.answers.slice(start.answers.length).filter((answer) => !isSame(answer, topic));
  const changed = later.reduce(
    (now, answer) => (isWelcome(now, answer) ? withAnswer(now, answer, answer.value) : now),
    withAnswer(start, topic, value),
  );
  return { ...changed, before: interview };
}

/** The case as it is known now. */
export function caseOf({ given, answers }: Interview): Case {
  const isAnswered = (id: string): boolean => answers.some((answer) => isSame(answer, { kind: "fact", id }));
  const { fromPractice, ...stated } = given;
  return {
    ...stated,
    ...(fromPractice === undefined ? {} : { fromPractice: fromPractice.filter((id) => !isAnswered(id)) }),
    facts: { ...withoutAnswered(given.facts, answers, "fact"), ...answered(answers, "fact") },
    particulars: { ...withoutAnswered(given.particulars, answers, "date"), ...answered(answers, "date", knownText) },
  };
}

/** What was there before a question was asked; of what was given with the case, all but the fact or the date itself. */
function untilAsked(interview: Interview, topic: Topic): Interview {
  const index = interview.answers.findIndex((answer) => isSame(answer, topic));
  const { facts, particulars } = interview.given;
  const taken = [{ ...topic, value: undefined }];
  const given = {
    ...interview.given,
    facts: withoutAnswered(facts, taken, "fact"),
    particulars: withoutAnswered(particulars, taken, "date"),
  };
  return { ...interview, given, answers: interview.answers.slice(0, Math.max(index, 0)) };
}

function isWelcome(interview: Interview, { kind, id, value }: Answer): boolean {
  const topic = wanted(interview, kind).find((one) => one.id === id);
  if (topic === undefined) return false;
  const possible = kind === "fact" && value !== undefined ? possibleValues(interview, id) : [];
  return kind === "date" || value === undefined || valuesOf(value).every((one) => possible.includes(one));
}

/** Everything that is to be asked now, facts first. What was skipped stays so while it cannot change the verdict. */
function toAsk(interview: Interview): Topic[] {
  const { skipped } = interview;
  const isCertain = skipped.length > 0 && soFar(interview).verdict !== "cannot-say";
  const stays = (topic: Topic): boolean =>
    (isCertain || topic.kind === "date") && skipped.some((one) => isSame(one, topic));
  return [...wanted(interview, "fact"), ...wanted(interview, "date")].filter((topic) => !stays(topic));
}

/** Everything that is worth asking for now. */
function wanted(interview: Interview, kind: Topic["kind"]): Topic[] {
  const { facts, particulars } = caseOf(interview);
  const isOpen = (id: string): boolean =>
    ((kind === "fact" ? facts : particulars)[id] === undefined || narrowed(interview, id) !== undefined) &&
    !notKnown(interview, kind).has(id);
  const ids = kind === "fact" ? factsWanted(interview) : datesWanted(interview);
  return ids.filter(isOpen).map((id) => ({ kind, id }));
}

function factsWanted(interview: Interview): string[] {
  const { compiled, law } = interview;
  const unknown = new Set([...notKnown(interview, "fact")].map((id) => law.factOrder.indexOf(id)));
  const wantedIn = (situation: Knowledge): string[] => {
    const variables = wantedFacts(law, { situation, unknown });
    return Object.keys(compiled.table.facts).filter((id) => variables.has(law.factOrder.indexOf(id)));
  };
  const ids = wantedIn(stated(interview));
  const first = wantedIn(outlook(interview).situation);
  return [...ids.filter((id) => first.includes(id)), ...ids.filter((id) => !first.includes(id))];
}

function datesWanted(interview: Interview): string[] {
  return wantedDates(interview.compiled.table, rulesLeft(interview), notKnown(interview, "date"));
}

function questionAbout(interview: Interview, { kind, id }: Topic, before: Answer | undefined): Question {
  const was = before?.value;
  const wasAsked = before !== undefined;
  if (kind === "date") {
    const deadlines = deadlinesFrom(interview.compiled.table, rulesLeft(interview), id);
    return { kind, id, values: [], was, wasAsked, deadlines };
  }
  const values = possibleValues(interview, id);
  const canStillBe = was === undefined || valuesOf(was).every((value) => values.includes(value));
  return { kind, id, values, was: canStillBe ? was : undefined, wasAsked: wasAsked && canStillBe, deadlines: [] };
}

function possibleValues(interview: Interview, id: string): string[] {
  const { facts } = caseOf(interview);
  const canBe = (value: string): boolean => rulesAfter(interview, { ...facts, [id]: value }).length > 0;
  const values = narrowed(interview, id) ?? Object.keys(interview.compiled.table.facts[id]?.values ?? {});
  return values.filter(canBe);
}

/** The values that a fact may have by what the practice says of every paper, where one has to look which it has. */
function narrowed(interview: Interview, id: string): readonly string[] | undefined {
  const { facts, fromPractice = [] } = caseOf(interview);
  const known = facts[id];
  return fromPractice.includes(id) && typeof known === "object" ? known : undefined;
}

/** The rules that can still decide, whatever may be taken for granted. */
function rulesLeft(interview: Interview): Rule[] {
  return rulesAfter(interview, caseOf(interview).facts);
}

function rulesAfter({ compiled, law }: Interview, facts: Case["facts"]): Rule[] {
  return possibleRules(compiled, law, statedSituation(compiled, law, facts));
}

function outlook(interview: Interview): Outlook {
  const { compiled, law, presume } = interview;
  return outlookOf(compiled, law, stated(interview), presume);
}

function stated(interview: Interview): Knowledge {
  const { compiled, law } = interview;
  return statedSituation(compiled, law, caseOf(interview).facts);
}

/**
 * What nobody can say any more about: what was answered without a value and, of facts, what is half known, though not
 * because the practice says so of every paper.
 */
function notKnown(interview: Interview, kind: Topic["kind"]): ReadonlySet<string> {
  const answered = interview.answers.filter((answer) => answer.kind === kind && answer.value === undefined);
  const half = Object.entries(kind === "fact" ? caseOf(interview).facts : {}).filter(
    ([id, known]) => typeof known !== "string" && narrowed(interview, id) === undefined,
  );
  return new Set([...answered.map(({ id }) => id), ...half.map(([id]) => id)]);
}

/** What the answers of a kind state, each as `as` has it. */
function answered<One = Known>(
  answers: readonly Answer[],
  kind: Topic["kind"],
  as: (known: Known) => One = (known) => known as One,
): Record<string, One> {
  return Object.fromEntries(
    answers.flatMap(({ value, ...one }) => (one.kind === kind && value !== undefined ? [[one.id, as(value)]] : [])),
  );
}

function withoutAnswered<One>(
  given: Readonly<Record<string, One>>,
  answers: readonly Answer[],
  kind: Topic["kind"],
): Record<string, One> {
  const isAnswered = (id: string): boolean => answers.some((answer) => isSame(answer, { kind, id }));
  return Object.fromEntries(Object.entries(given).filter(([id]) => !isAnswered(id)));
}

function answerTo(topic: Topic, answers: readonly Answer[]): Answer | undefined {
  return answers.find((answer) => isSame(answer, topic));
}

function isSame(one: Topic, other: Topic): boolean {
  return one.kind === other.kind && one.id === other.id;
}
