import type { CompiledTable } from "../../table/compiled.js";
import { type AnyCase, type Case, type CaseInParts, isInParts } from "../../triage/case.js";
import type { Terms } from "../../triage/decide.js";
import { caseOf, type Interview, type SoFar, soFar, startInterview, type Topic } from "../../triage/interview.js";
import { ask, type Conversation, checkingWhole, PART } from "./ask.js";
import { askLabels } from "./ask-labels.js";
import type { Prompts } from "./prompts.js";

export interface Talk extends Omit<Conversation, "heard"> {
  /** Told what is known whenever it has changed, and what can be said so far; nothing once there are parts. */
  readonly heard: (known: AnyCase, now: SoFar | undefined) => Promise<void>;
  /** The first question about a whole paper, if it was worked out before. */
  readonly opening?: Topic | undefined;
}

/**
 * The case that the questions come to. It has parts where it had them before, and where somebody
 * says so when the answers are checked. Throws `Stopped` where somebody gives up.
 */
export async function askCase(talk: Talk, compiled: CompiledTable, given: AnyCase, terms: Terms): Promise<AnyCase> {
  if (isInParts(given)) {
    const begun = given.parts.map((part) => ({ ...part, interview: startInterview(compiled, part.given, terms) }));
    // before the first part there is nothing to go back to
    return (await askParts(talk, given, begun)) ?? given;
  }
  const heard = (now: Interview): Promise<void> => talk.heard(caseOf(now), soFar(now));
  for (let begun = startInterview(compiled, given, terms, talk.opening); ; ) {
    const { interview, end } = await ask({ ...talk, heard }, begun, checkingWhole(compiled.table));
    begun = interview;
    // before the first answer there is nothing to go back to
    if (end === "back" || (end === "right" && (await isDone(talk, caseOf(interview))))) return caseOf(interview);
    if (end === "right") continue;
    // what was certain of the whole is not so of each part
    await talk.heard(caseOf(interview), undefined);
    const parts = (await askLabels(talk.prompts)).map((label) => ({ label, interview: forPart(interview) }));
    const known = parts.length === 0 ? undefined : await askParts(talk, wholeOf(given), parts);
    if (known !== undefined) return known;
  }
}

function isDone({ checked }: Talk, known: AnyCase): Promise<boolean> | true {
  return checked === undefined || checked(known);
}

type Whole = Omit<CaseInParts, "parts">;

function wholeOf({ title, particulars: { reference }, expect }: Case): Whole {
  return {
    ...(title === undefined ? {} : { title }),
    ...(reference === undefined ? {} : { reference }),
    ...(expect === undefined ? {} : { expect }),
  };
}

/** The same answers, with nothing before them to go back to, for a part of what they were about. */
function forPart(interview: Interview): Interview {
  const { title: _, expect: __, ...given } = interview.given;
  return { ...interview, given, before: undefined, opening: undefined };
}

interface AskedPart {
  readonly label: string;
  readonly interview: Interview;
}

/**
 * Goes on with each part by itself, and with the last once more where that was not the end; `undefined` where somebody
 * has gone back before the first.
 */
async function askParts(talk: Talk, whole: Whole, begun: readonly AskedPart[]): Promise<CaseInParts | undefined> {
  let parts = begun;
  await talk.heard(known(parts), undefined);
  for (let at = 0; at < parts.length || !(await isDone(talk, known(parts))); ) {
    at = Math.min(at, parts.length - 1);
    const { label, interview } = parts[at] as AskedPart;
    const heard = (now: Interview): Promise<void> =>
      talk.heard(known(parts.with(at, { label, interview: now })), undefined);
    const asked = await ask({ ...talk, prompts: naming(label, talk.prompts), heard }, interview, PART);
    parts = parts.with(at, { label, interview: asked.interview });
    at += asked.end === "back" ? -1 : 1;
    if (at < 0) return undefined;
  }
  return known(parts);

  function known(now: readonly AskedPart[]): CaseInParts {
    return { ...whole, parts: now.map((part) => ({ label: part.label, given: caseOf(part.interview) })) };
  }
}

/** The same with the label of a part before each question. */
function naming(label: string, prompts: Prompts): Prompts {
  const named = <Asked extends { readonly place?: string | undefined }>(asked: Asked): Asked => ({
    ...asked,
    place: asked.place === undefined ? label : `${label}: ${asked.place}`,
  });
  return {
    ...prompts,
    choose: (question) => prompts.choose(named(question)),
    write: (question) => prompts.write(named(question)),
    review: (question) => prompts.review(named(question)),
  };
}
