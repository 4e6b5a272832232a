import { ALL_ON_IT, missingWords, TICK_MISSING } from "../../report/interview-words.js";
import { NOT_ON_IT } from "../../report/words.js";
import { sayingsOf } from "../../table/behind.js";
import { type Interview, withMissing } from "../../triage/interview.js";
import type { Face } from "../../triage/plan.js";
import type { Asker } from "./asker.js";
import { backKey, type Choice } from "./prompts.js";

/** Lets somebody tick what is not on a paper that is these forms. It opens on what was ticked before. */
export async function compareFace(
  { prompts, table }: Asker,
  interview: Interview,
  faces: readonly Face[],
): Promise<Interview> {
  const forms = faces.map(({ form }) => form);
  const before = faces.flatMap(({ missing }) => missing);
  const sayings = Object.entries(sayingsOf(table, forms));
  const all: Choice<readonly string[]> = { says: ALL_ON_IT, value: [] };
  const missing = await prompts.choose<readonly string[] | undefined>({
    message: NOT_ON_IT,
    // the choices say what has to be there
    hint: TICK_MISSING,
    choices: [...sayings.map(([id, { says }]) => ({ says, value: [id] })), all],
    usual: before.length === 0 ? all : { says: missingWords(table, faces), value: before },
    isGiven: interview.given.missing !== undefined,
    keepsLast: true,
    keys: [backKey(undefined)],
    several: {
      means: "all",
      of: sayings.length,
      ticked: [...sayings.keys()].filter((place) => before.includes(sayings[place]?.[0] ?? "")),
      take: (places) => sayings.filter((_, place) => places.includes(place)).map(([id]) => id),
    },
  });
  return missing === undefined ? interview : withMissing(interview, missing);
}
