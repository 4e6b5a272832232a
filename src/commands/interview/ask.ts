import {
  answerWords,
  askWords,
  CHECK,
  CHECK_PART,
  faceWords,
  OPEN_AGAIN,
  practiceWords,
  RIGHT,
  RIGHT_PART,
  scopeChoice,
  settled,
  severalParts,
  WENT_BACK,
} from "../../report/interview-words.js";
import type { Table } from "../../table/table.js";
import { type AnyCase, isSameKnown } from "../../triage/case.js";
import {
  back,
  caseOf,
  change,
  facesNow,
  type Interview,
  nextQuestion,
  type Question,
  questionAgain,
  type SoFar,
  scopeOf,
  soFar,
  type Topic,
  withAnswer,
  withoutTheRest,
} from "../../triage/interview.js";
import type { Asker } from "./asker.js";
import { compareFace } from "./compare-face.js";
import { type Answered, backKey, type Choice, type Prompts } from "./prompts.js";
import { putQuestion } from "./put-question.js";
import { stateScope } from "./state-scope.js";

export interface Conversation {
  readonly prompts: Prompts;
  /** The day on which dates are written, as YYYY-MM-DD: a page may stand open over night. */
  readonly today: () => string;
  /** Told whenever the answers have changed. */
  readonly heard: (interview: Interview) => Promise<void>;
  /**
   * Told the case once its answers have been checked; whether that was the end of it, or leads back to them. Absent where
   * it always is the end. Where it leads back, answers are checked even if nothing was asked.
   */
  readonly checked?: (known: AnyCase) => Promise<boolean>;
}

/** How the answers are checked: those about a whole paper, or about a part of it. */
export interface Checking {
  readonly message: string;
  readonly right: string;
  /** Leads to a case in parts; absent where it cannot. */
  readonly parts?: string;
}

export const PART: Checking = { message: CHECK_PART, right: RIGHT_PART };

export function checkingWhole(table: Table): Checking {
  return { message: CHECK, right: RIGHT, parts: severalParts(table) };
}

/** The answers as they were checked, and what somebody said of them; `back` where there is nothing before them. */
export interface Asked {
  readonly interview: Interview;
  readonly end: "right" | "parts" | "back";
}

/** Asks until nothing asked can matter and the answers have been checked. Throws `Stopped` where somebody gives up. */
export async function ask(conversation: Conversation, begun: Interview, checking: Checking): Promise<Asked> {
  const asker: Asker = { ...conversation, table: begun.compiled.table };
  let told: Told = { verdict: "cannot-say", presumed: [] };
  for (let interview = begun; ; await conversation.heard(interview)) {
    const question = nextQuestion(interview);
    if (question !== undefined) told = tellVerdict(asker, interview, told);
    const next =
      question === undefined ? await review(conversation, interview, checking) : await step(asker, interview, question);
    if (typeof next === "string") return { interview, end: next };
    interview = next;
  }
}

/** What somebody was last told of the verdict. */
type Told = Pick<SoFar, "verdict" | "presumed">;

/** Says the verdict as soon as there is one, and again once nothing is taken for granted for it any more; or that it is open. */
function tellVerdict({ prompts, table }: Asker, interview: Interview, told: Told): Told {
  const now = soFar(interview);
  const isSure = told.presumed.length > 0 && now.presumed.length === 0;
  if (now.verdict === "cannot-say") {
    if (told.verdict !== "cannot-say") prompts.say(OPEN_AGAIN);
  } else if (now.verdict !== told.verdict || isSure) prompts.say(settled(table, now));
  return now;
}

async function step(asker: Asker, interview: Interview, question: Question): Promise<Interview> {
  const number = interview.answers.length + 1;
  const canEnd = soFar(interview).verdict !== "cannot-say";
  const reply = await putQuestion(asker, question, { number, canEnd, canGoBack: interview.before !== undefined });
  switch (reply.kind) {
    case "answer":
      return withAnswer(interview, question, reply.value);
    case "back":
      return backFrom(asker, interview);
    case "enough":
      return withoutTheRest(interview);
  }
}

function backFrom({ prompts }: Asker, interview: Interview): Interview {
  prompts.echo(WENT_BACK);
  return back(interview);
}

/** Shows the answers before the result, any of which can be changed, until somebody says what comes of them. */
async function review(
  conversation: Conversation,
  interview: Interview,
  { message, right, parts }: Checking,
): Promise<Interview | Asked["end"]> {
  const { table } = interview.compiled;
  const asker: Asker = { ...conversation, table };
  const faces = facesNow(interview);
  const face: Choice<"face">[] = faces.length === 0 ? [] : [{ says: faceWords(table, faces), value: "face" }];
  const scope = scopeOf(interview);
  const out: Choice<"scope">[] =
    scope.length === 0 ? [] : [{ says: scopeChoice(table, caseOf(interview).particulars), value: "scope" }];
  const isNothing = [...interview.answers, ...face, ...out].length === 0;
  if (isNothing && conversation.checked === undefined) return "right";
  const picked = await asker.prompts.review<Asked["end"] | "face" | "scope" | Topic>({
    message,
    right: { says: right, value: "right" },
    besides: [...face, ...out],
    answers: topicsOf(interview).map((topic) => answeredIn(interview, topic)),
    parts: parts === undefined ? undefined : { says: parts, value: "parts" },
    keys: [backKey("back")],
  });
  if (picked === "right" || picked === "parts") return picked;
  if (picked === "scope") return stateScope(asker, interview, scope);
  if (picked === "face") return compareFace(asker, interview, faces);
  if (picked !== "back") return changed(asker, interview, questionAgain(interview, picked));
  const before = backFrom(asker, interview);
  return before === interview ? "back" : before;
}

async function changed(asker: Asker, interview: Interview, question: Question): Promise<Interview> {
  const reply = await putQuestion(asker, question, { canGoBack: true, canEnd: false });
  return reply.kind !== "answer" || isSameKnown(reply.value, question.was)
    ? interview
    : change(interview, question, reply.value);
}

function answeredIn(interview: Interview, topic: Topic): Answered<Topic> {
  const { table } = interview.compiled;
  const { facts, particulars, fromPractice = [] } = caseOf(interview);
  const value = (topic.kind === "fact" ? facts : particulars)[topic.id];
  const answer =
    topic.kind === "fact" && fromPractice.includes(topic.id)
      ? practiceWords(table, topic.id, value)
      : answerWords(table, topic, value);
  return { ask: askWords(table, topic), answer, value: topic };
}

/** Everything that can be changed: what was given at the start, as far as it still stands, and then the answers. */
function topicsOf({ given, answers, compiled: { table } }: Interview): Topic[] {
  const facts = Object.keys(table.facts).filter((id) => given.facts[id] !== undefined);
  const dates = Object.entries(table.particulars).flatMap(([id, { kind, scope }]) =>
    kind === "date" && scope === undefined && given.particulars[id] !== undefined ? [id] : [],
  );
  const stated = [
    ...facts.map((id) => ({ kind: "fact", id }) as const),
    ...dates.map((id) => ({ kind: "date", id }) as const),
  ];
  const isAnswered = (topic: Topic): boolean => answers.some(({ kind, id }) => kind === topic.kind && id === topic.id);
  return [...stated.filter((topic) => !isAnswered(topic)), ...answers];
}
