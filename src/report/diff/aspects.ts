import type { Aspect } from "../../audit/diff/decision.js";
import type { DecisionChange } from "../../audit/diff/diff.js";
import { contactsOf, deadlinesOf, doNotOf } from "../../table/behind.js";
import type { Deadline, Rule, Table } from "../../table/table.js";
import { reckoningText } from "../table-words.js";
import { listChange, textChange } from "./words.js";

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
    case "contacts":
      return [`contacts: ${listChange(contactsOf(old, before), contactsOf(next, after))}`];
    case "deadlines":
      return [`deadlines: ${deadlinesChange(old, deadlinesOf(old, before), next, deadlinesOf(next, after))}`];
  }
}

/** Which are gone and which are new; where neither is so, how they are worked out. */
function deadlinesChange(old: Table, ids: readonly string[], next: Table, nextIds: readonly string[]): string {
  if (!sameIds(ids, nextIds)) return listChange(ids, nextIds);
  const moved = ids.flatMap((id) => {
    const [before, after] = [old, next].map(({ deadlines }) => reckoningText(deadlines[id] as Deadline));
    return before === after ? [] : [`${id} ${textChange(before, after)}`];
  });
  return moved.join("; ");
}

function sameIds(before: readonly string[], after: readonly string[]): boolean {
  return before.join() === after.join();
}
