import {
  ABOUT_LABELS,
  LABEL_TAKEN,
  LABEL_TOO_LONG,
  labelWords,
  NO_MORE_PARTS,
  WENT_BACK,
} from "../../report/interview-words.js";
import { isSameLabel, LONGEST_LABEL, MOST_PARTS } from "../../triage/case.js";
import { backKey, type Prompts, type Read } from "./prompts.js";

type Reply = { readonly kind: "label"; readonly label: string } | { readonly kind: "end" | "back" };

/** Lets somebody name two parts or more; none where that is taken back. */
export async function askLabels(prompts: Prompts): Promise<readonly string[]> {
  prompts.say(ABOUT_LABELS);
  for (const labels: string[] = []; ; ) {
    const reply = await askLabel(prompts, labels);
    if (reply.kind === "end") return labels;
    if (reply.kind === "label") {
      prompts.echo(`${labelWords(labels.length + 1)}  ${reply.label}`);
      if (labels.push(reply.label) === MOST_PARTS) return labels;
    } else {
      prompts.echo(WENT_BACK);
      if (labels.pop() === undefined) return [];
    }
  }
}

/** A mere Enter gives a label that says nothing and, once there are two, ends it. */
function askLabel(prompts: Prompts, taken: readonly string[]): Promise<Reply> {
  const usual = `part ${taken.length + 1}`;
  const canEnd = taken.length > 1;
  const read = (text: string): Read<Reply> => {
    if (text === "" && canEnd) return { ok: true, value: { kind: "end" } };
    const label = text || usual;
    if (label.length > LONGEST_LABEL) return { ok: false, why: LABEL_TOO_LONG };
    if (taken.some((one) => isSameLabel(one, label))) return { ok: false, why: LABEL_TAKEN };
    return { ok: true, value: { kind: "label", label } };
  };
  return prompts.write<Reply>({
    message: labelWords(taken.length + 1),
    usual: canEnd ? NO_MORE_PARTS : usual,
    was: canEnd ? undefined : usual,
    draft: "",
    // parts are called A and B, so no letter can lead back
    keys: [backKey({ kind: "back" }, "<")],
    read,
  });
}
