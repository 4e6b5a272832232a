import { answerWords, askWords } from "../report/interview-words.js";
import {
  back,
  caseOf,
  change,
  type Interview,
  isSettled,
  nextQuestion,
  type Question,
  questionAgain,
  type Topic,
  withAnswer,
} from "../triage/interview.js";
import type { Choice, Prompts } from "./prompts.js";
import { type Asker, putQuestion } from "./put-question.js";

export interface Conversation {
  readonly prompts: Prompts;
  /** The day on which dates are written, as YYYY-MM-DD. */
  readonly today: string;
  /** Told whenever the answers have changed. */
  readonly heard: (interview: Interview) => Promise<void>;
}

/** Asks until nothing asked can matter and the answers have been checked. Throws `Stopped` where somebody gives up. */
export async function ask(conversation: Conversation, begun: Interview): Promise<Interview> {
  const asker: Asker = { ...conversation, table: begun.compiled.table };
  for (let interview = begun; ; await conversation.heard(interview)) {
    const question = nextQuestion(interview);
    const next = question === undefined ? await review(asker, interview) : await step(asker, interview, question);
    if (next === undefined) return interview;
    interview = next;
  }
}

async function step(asker: Asker, interview: Interview, question: Question): Promise<Interview | undefined> {
  const place = { number: interview.answers.length + 1, canEnd: isSettled(interview) };
  const reply = await putQuestion(asker, question, place);
  switch (reply.kind) {
    case "answer":
      return withAnswer(interview, question, reply.value);
    case "back":
      return backFrom(asker, interview);
    case "enough":
      return review(asker, interview);
  }
}

function backFrom({ prompts, table }: Asker, interview: Interview): Interview {
  const last = interview.answers.at(-1);
  prompts.say(last === undefined ? "This is the first question." : `< back to: ${askWords(table, last)}`);
  return back(interview);
}

type Checked = "right" | "back" | Topic;

/** Shows the answers before the result, any of which can be changed; `undefined` where they are right. */
async function review(asker: Asker, interview: Interview): Promise<Interview | undefined> {
  if (interview.answers.length === 0) return undefined;
  const right: Choice<Checked> = { says: "Yes, show the result", value: "right" };
  const picked = await asker.prompts.choose<Checked>({
    message: "Check your answers. Are they right?",
    choices: [right, ...topicsOf(interview).map((topic) => changing(asker, interview, topic))],
    usual: right,
    back: "back",
  });
  if (picked === "right") return undefined;
  if (picked === "back") return backFrom(asker, interview);
  const reply = await putQuestion(asker, questionAgain(interview, picked));
  return reply.kind === "answer" ? change(interview, picked, reply.value) : interview;
}

function changing({ table }: Asker, interview: Interview, topic: Topic): Choice<Topic> {
  const { facts, particulars } = caseOf(interview);
  const value = (topic.kind === "fact" ? facts : particulars)[topic.id];
  return { says: `Change: ${askWords(table, topic)} ${answerWords(table, topic, value)}`, value: topic };
}

/** Everything that can be changed: what was given at the start, as far as it still stands, and then the answers. */
function topicsOf({ given, answers, compiled: { table } }: Interview): Topic[] {
  const facts = Object.keys(table.facts).filter((id) => given.facts[id] !== undefined);
  const dates = Object.entries(table.particulars).flatMap(([id, { kind }]) =>
    kind === "date" && given.particulars[id] !== undefined ? [id] : [],
  );
  const stated = [
    ...facts.map((id) => ({ kind: "fact", id }) as const),
    ...dates.map((id) => ({ kind: "date", id }) as const),
  ];
  const isAnswered = (topic: Topic): boolean => answers.some(({ kind, id }) => kind === topic.kind && id === topic.id);
  return [...stated.filter((topic) => !isAnswered(topic)), ...answers];
}
