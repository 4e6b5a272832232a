import { createRequire } from "node:module";
import type { Answer, Given } from "./evaluator.js";

type Library = typeof import("../../src/index.js");
export type Loaded = ReturnType<Library["shippedTable"]>;

/** The built program, as those who use it as a library get it. */
export const library: Library = createRequire(import.meta.url)("order-triage");

/** What the program answers, as far as the evaluator answers it, too; for what is refused, the codes. */
export function answerOf(table: Loaded, given: Given, day: string): Answer | string {
  const read = library.readCase({ name: "case", text: JSON.stringify(given) }, table);
  if (!read.ok) return codesOf(read.problems);
  const answered = library.assess(table, read.value, day);
  if (!answered.ok) return codesOf(answered.problems);
  const answer = answered.value;
  if (!("rule" in answer)) throw new Error("a case without parts");
  return {
    verdict: answer.verdict,
    exitCode: answer.exitCode,
    rule: answer.rule?.id,
    possible: idsOf(answer.possibleRules),
    agreement: answer.agreement ?? undefined,
    granted: answer.takenForGranted.map(({ fact }) => fact),
    wouldBind: idsOf(answer.wouldBind),
    displaced: idsOf(answer.displacedRules),
    steps: idsOf(answer.steps),
    deadlines: answer.deadlines.map(({ id, day, paperSays, reckoned }) => ({ id, day, paperSays, reckoned })),
    findings: idsOf(answer.findings),
    notices: idsOf(answer.notices),
    forms: idsOf(answer.forms),
  };
}

/** What the program finds wrong: a gap, every two rules of a conflict, the id of a promise. */
export function toldFlaws({ code, message }: { readonly code: string; readonly message: string }): string[] {
  const [one = "", ...others] = [...message.matchAll(/`([^`]*)`/g)].map(([, id]) => id);
  if (code === "OT303") return ["gap"];
  if (code === "OT304") return others.map((other) => [one, other].sort().join(" "));
  return code === "OT309" ? [one] : [];
}

export function codesOf(problems: readonly { readonly code: string }[]): string {
  return [...new Set(problems.map(({ code }) => code))].sort().join(" ");
}

function idsOf(list: readonly { readonly id: string }[]): string[] {
  return list.map(({ id }) => id);
}
