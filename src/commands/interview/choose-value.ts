import { answerWords } from "../../report/interview-words.js";
import { type Known, valuesOf } from "../../triage/case.js";
import { type Again, type Asker, NOT_KNOWN, type Putting, type Reply } from "./asker.js";
import type { Choice } from "./prompts.js";

/** Of fewer values, two are all of them or none is left out. */
const FEWEST_TO_TICK = 3;

/**
 * Lets somebody choose the value of a fact, or several of which it has one. Opens on the answer that was given before,
 * or else where a mere Enter claims nothing.
 */
export function chooseValue({ prompts, table }: Asker, { question, ...putting }: Putting): Promise<Reply | Again> {
  const { id, values, was, wasAsked } = question;
  const known = values.map((value) => choice(table.facts[id]?.values[value] ?? value, value));
  const before = was === undefined ? [] : valuesOf(was).map((value) => values.indexOf(value));
  const isSeveral = before.length > 1 && before.length < values.length;
  const one = before.length === 1 ? known[before[0] as number] : NOT_KNOWN;
  const several = {
    means: "one" as const,
    of: values.length,
    ticked: isSeveral ? before : [],
    take: (ticked: readonly number[]) => choice("", among(values, ticked)).value,
  };
  return prompts.choose<Reply | Again>({
    ...putting,
    choices: [...known, NOT_KNOWN],
    usual: isSeveral ? choice(answerWords(table, question, was), was) : (one ?? NOT_KNOWN),
    isGiven: wasAsked,
    keepsLast: true,
    ...(values.length < FEWEST_TO_TICK ? {} : { several }),
  });
}

function choice(says: string, value: Known | undefined): Choice<Reply> {
  return { says, value: { kind: "answer", value } };
}

/** What is known where it is one of these; nothing, where they are all that it can be. */
function among(values: readonly string[], places: readonly number[]): Known | undefined {
  const left = values.filter((_, place) => places.includes(place));
  if (left.length === 1) return left[0];
  return left.length === values.length ? undefined : left;
}
