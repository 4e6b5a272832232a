import type { DecisionChange } from "../audit/diff.js";
import { type Aspect, deadlinesOf, doNotOf } from "../audit/diff-decision.js";
import type { Rule, Table } from "../table/table.js";
import { listChange, textChange } from "./diff-words.js";

/** What is said beside the verdict, before and now, where two rules differ in it. */
export function aspectLines(old: Table, next: Table, { old: before, new: after, aspects }: DecisionChange): string[] {
  if (before === undefined || after === undefined) return [];
  return aspects.flatMap((aspect) => aspectLine(aspect, old, before, next, after));
}

function aspectLine(aspect: Aspect, old: Table, before: Rule, next: Table, after: Rule): string[] {
  switch (aspect) {
    case "verdict":
    case "rule":
      return []; // told with the situations
    case "headline":
      return [`headline: ${textChange(before.headline, after.headline)}`];
    case "do-not":
      return [`do not: ${textChange(doNotOf(old, before), doNotOf(next, after))}`];
    case "steps":
      return [
        `steps: ${sameIds(before.steps, after.steps) ? "by other dates" : listChange(before.steps, after.steps)}`,
      ];
    case "deadlines": {
      const [ids, nextIds] = [deadlinesOf(old, before), deadlinesOf(next, after)];
      return [`deadlines: ${sameIds(ids, nextIds) ? "reckoned in another way" : listChange(ids, nextIds)}`];
    }
  }
}

function sameIds(before: readonly string[], after: readonly string[]): boolean {
  return before.join() === after.join();
}
