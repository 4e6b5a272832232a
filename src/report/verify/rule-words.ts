import type { RuleFate } from "../../audit/rule-fate.js";
import type { Table } from "../../table/table.js";
import { VERDICTS } from "../../table/verdict.js";
import type { Assessment, RuleSummary } from "../assessment/assessment.js";
import type { RichLine } from "../page.js";
import { conditionLines } from "../table-words.js";
import { alternatives, inFull, plural, together } from "../words.js";
import type { Change } from "./verified.js";

/** So many rules that could decide are told one by one. */
const MOST = 6;

/** What has become of the rules that decided then, and which decide now. */
export function ruleLines(table: Table, change: Change): RichLine[] {
  const { recorded, now, rules } = change;
  const moved = recorded.rule === null ? rules.filter(({ fate }) => fate.kind !== "may-decide") : rules;
  const more = moved.length - MOST;
  return [
    ...moved.slice(0, MOST).map(({ id, fate }) => fateLine(table, change, id, fate)),
    ...(more > 0 ? [{ text: `… and ${plural(more, "more rule")} that could decide then.` }] : []),
    ...(now.rule?.id === recorded.rule?.id && now.rule !== null ? [] : nowLines(recorded, now)),
  ];
}

function fateLine(table: Table, { recorded, now }: Change, id: string, fate: RuleFate): RichLine {
  const rule =
    recorded.rule === null ? `The rule ${id}, which could decide then,` : `The rule ${id}, which decided then,`;
  switch (fate.kind) {
    case "gone":
      return { text: `${rule} is gone from the table.` };
    case "not-in-force":
      return { text: `${rule} is still in the table, and is no law on that day by what it says now.` };
    case "decides":
      return { text: `${rule} decides now${recorded.rule === null ? "" : ` as well${wordsChange(recorded, now)}`}.` };
    case "may-decide":
      return { text: `${rule} is one of several that can decide now.` };
    case "gives-way":
      return { text: `${rule} is still in the table, and gives way to ${alternatives(fate.to.map((one) => one.id))}.` };
    case "does-not-apply":
      return {
        text: `${rule} is still in the table, and its condition does not hold for this case.`,
        under: conditionLines(table, fate.because).map((line) => `it asks for ${line}`),
      };
  }
}

/** Whether a rule that decides as before says the same. */
function wordsChange({ rule: old }: Assessment, { rule: now }: Assessment): string {
  if (old === null || now === null) return "";
  if (old.verdict !== now.verdict) return ", with another verdict";
  const isSame = old.headline === now.headline && inFull(old.because, old.more) === inFull(now.because, now.more);
  return isSame ? ", in the same words" : ", in other words";
}

/** The rules that decide now, or can, and what was said of them then. */
function nowLines(recorded: Assessment, { rule, possibleRules }: Assessment): RichLine[] {
  if (rule !== null)
    return [{ text: `The rule ${rule.id} decides now${standingThen(recorded, rule)}.`, under: [becauseText(rule)] }];
  const known = new Set([recorded.rule, ...recorded.possibleRules].map((one) => one?.id));
  const come = possibleRules.filter(({ id }) => !known.has(id));
  if (come.length === 0) return [];
  const named = come.slice(0, MOST).map(ruleText);
  const more = come.length > MOST ? [`${come.length - MOST} more`] : [];
  return [{ text: `Among those that can decide now and could not then: ${together([...named, ...more])}.` }];
}

function standingThen({ displacedRules, possibleRules }: Assessment, { id }: RuleSummary): string {
  if (displacedRules.some((one) => one.id === id)) return ", and gave way then";
  return possibleRules.some((one) => one.id === id) ? ", and could decide then" : ", and did not apply then or is new";
}

function becauseText({ verdict, because }: NonNullable<Assessment["rule"]>): string {
  return `${VERDICTS[verdict].label}: ${because}`;
}

function ruleText({ id, verdict }: RuleSummary): string {
  return `${id} (${VERDICTS[verdict].label})`;
}
