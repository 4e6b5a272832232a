import type { RichLine } from "../page.js";
import { figure, plural } from "../words.js";
import type { CasesLookedAt, FiledCase } from "./comparison.js";
import { type AffectedCase, onlyReasons } from "./reading.js";
import { type ChangeLine, changeLines } from "./reading-words.js";

/** `5 of 107 cases are affected, 2 of them only in the reasons given.` */
export function casesText({ many, affected }: CasesLookedAt): string {
  if (affected.length === 0) return `None of ${plural(many, "case")} is affected.`;
  const slight = affected.filter(onlyReasons).length;
  const which = slight === affected.length ? "" : `${figure(slight)} of them `;
  const only = slight === 0 ? "" : `, ${which}only in the reasons given`;
  return `${figure(affected.length)} of ${plural(many, "case")} ${affected.length === 1 ? "is" : "are"} affected${only}.`;
}

/** The cases of which the same is different, and what; those first of which more than the reasons is. */
export function caseLines({ affected }: CasesLookedAt): RichLine[] {
  const groups = new Map<string, Affected[]>();
  for (const one of affected.toSorted((a, b) => Number(onlyReasons(a)) - Number(onlyReasons(b)))) {
    const key = linesOf(one)
      .map(({ text }) => text)
      .join("\n");
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map(groupLine);
}

type Affected = AffectedCase<FiledCase>;

/** As many cases as anybody looks up. */
const MOST = 6;

function groupLine(cases: readonly Affected[]): RichLine {
  const [first, ...others] = cases as readonly [Affected, ...Affected[]];
  if (others.length === 0) return { text: nameOf(first), under: linesOf(first).map((line) => withExample(line, "")) };
  const [what, ...also] = linesOf(first).map((line) => withExample(line, "such as "));
  const more = cases.length > MOST ? [`… and ${plural(cases.length - MOST, "more case")}`] : [];
  return {
    text: `${plural(cases.length, "case")}: ${what}`,
    under: [...also, ...cases.slice(0, MOST).map(nameOf), ...more],
  };
}

function linesOf(one: Affected): ChangeLine[] {
  const { unmet } = one;
  const no = unmet.length === 0 ? [] : [{ text: `no longer as expected: ${unmet.map(({ what }) => what).join(", ")}` }];
  return [...changeLines(one), ...no];
}

function withExample({ text, example }: ChangeLine, before: string): string {
  return example === undefined ? text : `${text} (${before}${example})`;
}

function nameOf({ written: { file, line, given } }: Affected): string {
  return `${given.title ?? "A case without a title"} (${file}:${line})`;
}
