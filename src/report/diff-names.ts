import type { OneSided } from "../audit/diff-one-sided.js";
import type { Space } from "../audit/diff-space.js";
import type { RichLine } from "./page.js";
import { plural } from "./words.js";

const MOST = 6;

/** Facts and values that are new, gone, or known by another name. */
export function nameLines({ renames, addedFacts, removedFacts }: Space): string[] {
  return [
    ...renames.facts.map(({ from, to }) => `Fact ${to} is taken for the old ${from}: it asks the same question.`),
    ...renames.values.map(
      ({ fact, from, to }) => `Value ${to} of ${fact} is taken for the old ${from}: it is the same answer.`,
    ),
    ...addedFacts.map((id) => `Fact ${id} is new: the old table does not test it.`),
    ...removedFacts.map((id) => `Fact ${id} is gone: the new table does not test it.`),
  ];
}

/** A value that only one of the tables knows, and what is decided where it holds. */
export function oneSidedLine({ fact, value, knownTo, count, deciding }: OneSided): RichLine {
  const what = knownTo === "new" ? "is new" : "is no longer possible";
  const by = knownTo === "new" ? "decided by" : "until now decided by";
  const rules = deciding.slice(0, MOST).map((one) => `${one.rule.id} (${plural(one.count, "situation")})`);
  const more = deciding.length > MOST ? [`… and ${plural(deciding.length - MOST, "more rule")}`] : [];
  const none = "no situation with it can exist";
  return {
    text: `Value ${value} of ${fact} ${what}: ${count === 0n ? none : `${plural(count, "situation")}, ${by}`}`,
    under: [...rules, ...more],
  };
}
