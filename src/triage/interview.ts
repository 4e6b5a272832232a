import type { Law } from "../table/compile.js";
import { type CompiledTable, lawOn } from "../table/compiled.js";
import type { Rule } from "../table/table.js";
import type { Case } from "./case.js";
import { commonVerdict } from "./outcomes.js";
import { possibleRules, situationOf } from "./situation.js";
import { wantedDates } from "./wanted-dates.js";
import { wantedFacts } from "./wanted-facts.js";

/** A table, the law of a day, what was known before, and the answers so far in the order they were given. */
export interface Interview {
  readonly compiled: CompiledTable;
  readonly law: Law;
  readonly given: Case;
  readonly answers: readonly Answer[];
}

/** What a question is about: a fact, or a particular that is a date. */
export interface Topic {
  readonly kind: "fact" | "date";
  readonly id: string;
}

/** An answer without a value says that nobody knows. */
interface Answer extends Topic {
  readonly value: string | undefined;
}

/** A question, with the values of a fact that are possible after the answers so far. */
export interface Question extends Topic {
  readonly values: readonly string[];
}

/** An interview under the law of a day, written YYYY-MM-DD. The facts given must not contradict each other. */
export function startInterview(compiled: CompiledTable, given: Case, day: string): Interview {
  return { compiled, law: lawOn(compiled, day), given, answers: [] };
}

/** The next question in the table's order, facts first; `undefined` where nothing that can be asked still matters. */
export function nextQuestion(interview: Interview): Question | undefined {
  const topic = wanted(interview, "fact")[0] ?? wanted(interview, "date")[0];
  return topic && questionAbout(interview, topic);
}

export function withAnswer(interview: Interview, { kind, id }: Topic, value: string | undefined): Interview {
  return { ...interview, answers: [...interview.answers, { kind, id, value }] };
}

/** Whether the verdict is certain, so that what is still asked can only add to it. */
export function isSettled(interview: Interview): boolean {
  return commonVerdict(rulesAfter(interview, caseOf(interview).facts)) !== "cannot-say";
}

/** Without the last answer. */
export function back(interview: Interview): Interview {
  return { ...interview, answers: interview.answers.slice(0, -1) };
}

/** The question as it was when it was asked: the answers that came after do not bind it. */
export function questionAgain(interview: Interview, topic: Topic): Question {
  return questionAbout(before(interview, topic), topic);
}

/** With another answer to one question. Later answers stay as far as they would still be asked for. */
export function change(interview: Interview, topic: Topic, value: string | undefined): Interview {
  const start = before(interview, topic);
  const later = interview.answers.slice(start.answers.length).filter((answer) => !isSame(answer, topic));
  return later.reduce(
    (now, answer) => (isWelcome(now, answer) ? withAnswer(now, answer, answer.value) : now),
    withAnswer(start, topic, value),
  );
}

/** The case as it is known now. */
export function caseOf({ given, answers }: Interview): Case {
  return {
    ...given,
    facts: { ...without(given.facts, answers, "fact"), ...stated(answers, "fact") },
    particulars: { ...without(given.particulars, answers, "date"), ...stated(answers, "date") },
  };
}

/** What was there before a question was asked; of what was given with the case, all but the fact itself. */
function before(interview: Interview, topic: Topic): Interview {
  const index = interview.answers.findIndex((answer) => isSame(answer, topic));
  if (index >= 0) return { ...interview, answers: interview.answers.slice(0, index) };
  const { facts, particulars } = interview.given;
  const taken = [{ ...topic, value: undefined }];
  const given = {
    ...interview.given,
    facts: without(facts, taken, "fact"),
    particulars: without(particulars, taken, "date"),
  };
  return { ...interview, given, answers: [] };
}

function isWelcome(interview: Interview, { kind, id, value }: Answer): boolean {
  const topic = wanted(interview, kind).find((one) => one.id === id);
  if (topic === undefined) return false;
  return kind === "date" || value === undefined || questionAbout(interview, topic).values.includes(value);
}

/** Everything that is worth asking for now. */
function wanted(interview: Interview, kind: Topic["kind"]): Topic[] {
  const { facts, particulars } = caseOf(interview);
  const isOpen = (id: string): boolean =>
    (kind === "fact" ? facts : particulars)[id] === undefined && !unknown(interview, kind).has(id);
  const ids = kind === "fact" ? factsWanted(interview) : datesWanted(interview);
  return ids.filter(isOpen).map((id) => ({ kind, id }));
}

function factsWanted(interview: Interview): string[] {
  const { compiled, law } = interview;
  const situation = situationOf(compiled, law, caseOf(interview).facts);
  const notKnown = new Set([...unknown(interview, "fact")].map((id) => law.factOrder.indexOf(id)));
  const variables = wantedFacts(law, { situation, unknown: notKnown });
  return Object.keys(compiled.table.facts).filter((id) => variables.has(law.factOrder.indexOf(id)));
}

function datesWanted(interview: Interview): string[] {
  const { table } = interview.compiled;
  return wantedDates(table, rulesAfter(interview, caseOf(interview).facts), unknown(interview, "date"));
}

function questionAbout(interview: Interview, { kind, id }: Topic): Question {
  const { facts } = caseOf(interview);
  const values = kind === "date" ? [] : Object.keys(interview.compiled.table.facts[id]?.values ?? {});
  const canBe = (value: string): boolean => rulesAfter(interview, { ...facts, [id]: value }).length > 0;
  return { kind, id, values: values.filter(canBe) };
}

function rulesAfter({ compiled, law }: Interview, facts: Case["facts"]): Rule[] {
  return possibleRules(compiled, law, situationOf(compiled, law, facts));
}

function unknown({ answers }: Interview, kind: Topic["kind"]): ReadonlySet<string> {
  return new Set(answers.flatMap((answer) => (answer.kind === kind && answer.value === undefined ? [answer.id] : [])));
}

type Stated = Readonly<Record<string, string>>;

function stated(answers: readonly Answer[], kind: Topic["kind"]): Stated {
  return Object.fromEntries(
    answers.flatMap(({ value, ...one }) => (one.kind === kind && value !== undefined ? [[one.id, value]] : [])),
  );
}

function without(given: Stated, answers: readonly Answer[], kind: Topic["kind"]): Stated {
  const isAnswered = (id: string): boolean => answers.some((answer) => isSame(answer, { kind, id }));
  return Object.fromEntries(Object.entries(given).filter(([id]) => !isAnswered(id)));
}

function isSame(one: Topic, other: Topic): boolean {
  return one.kind === other.kind && one.id === other.id;
}
