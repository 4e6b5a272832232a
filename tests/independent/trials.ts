import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { parse } from "yaml";
import { type Answer, evaluate, type Given } from "./evaluator.js";
import { type Law, lawOf, type Written } from "./law.js";
import { answerOf, type Loaded } from "./program.js";

// A second opinion on the program: `evaluator.ts`, with `conditions.ts` some 300 lines, was written from
// docs/rules-file.md and docs/one-case.md, by somebody who had not seen `src`; `law.ts` is how it has a table, `days.ts`
// its calendar. All else here compares, and tells how much. INDEPENDENT=20 tries twenty times as much as by default, INDEPENDENT_SEED something else.

export const TIMES = Number(process.env["INDEPENDENT"] ?? 1);
export const SEED = Number(process.env["INDEPENDENT_SEED"] ?? 1);
export const DAY = "2026-11-28";
export const DATES = ["2026-02-28", "2026-03-31", "2026-11-02", "2026-11-18", "2026-12-20", "2027-01-31", "2028-01-31"];

export const shipped = parse(readFileSync("rules.yaml", "utf8")) as Written;
const laws = new Map<string, Law>();

/** The law of the shipped table on a day. */
export function lawOn(day: string): Law {
  const law = laws.get(day) ?? lawOf(shipped, day);
  laws.set(day, law);
  return law;
}

/** The first days of every law of the table, and the day before all of them. */
export function daysOf({ findings = {}, rules, notices = {}, forms = {} }: Written): string[] {
  const timed = [...Object.values(findings), ...rules, ...Object.values(notices), ...Object.values(forms)];
  const after = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  const days = timed.flatMap(({ from, to }) => [...(from ? [from] : []), ...(to ? [after(to)] : [])]);
  return ["2000-01-03", ...new Set(days)].sort();
}

/** The own answer to a case, once the program has given the same. */
export function agreedOn(table: Loaded, law: Law, given: Given, day: string): Answer | undefined {
  const own = evaluate(law, given);
  expect({ given, day, answer: answerOf(table, given, day) }).toEqual({ given, day, answer: own ?? "OT401" });
  return own;
}

export function kindOf(own: Answer | undefined): string {
  if (own === undefined) return "that cannot be";
  if (own.wouldBind.length > 0) return "held back";
  return `with ${own.rule ? "one rule" : "several rules"}${own.granted.length > 0 ? ", some of it presumed" : ""}`;
}

/** Tells what was compared: how many of each kind. */
export function tell(what: string, kinds: readonly string[]): void {
  const counts = [...new Set(kinds)].map((kind) => `${kinds.filter((one) => one === kind).length} ${kind}`);
  console.info(`${what}: ${kinds.length} (${counts.join("; ")})`);
}
