import type { Share } from "../../audit/diff/laws.js";
import type { OneSided } from "../../audit/diff/one-sided.js";
import type { OneSidedRule } from "../../audit/diff/rules.js";
import type { Space } from "../../audit/diff/space.js";
import { caseLine } from "../case-file.js";
import type { RichLine } from "../page.js";
import { figure, plural } from "../words.js";
import { countText, placeLines, verdictText } from "./words.js";

const MOST = 6;

/** Facts and values that are new, gone, or known by another name. */
export function nameLines({ renames, added, removed }: Space): string[] {
  return [
    ...renames.facts.map(({ from, to }) => `Fact ${to} is taken for the old ${from}: it asks the same question.`),
    ...renames.values.map(
      ({ fact, from, to }) => `Value ${to} of ${fact} is taken for the old ${from}: it is the same answer.`,
    ),
    ...added.facts.map((id) => `Fact ${id} is new: the old table does not test it.`),
    ...removed.facts.map((id) => `Fact ${id} is gone: the new table does not test it.`),
  ];
}

/** A rule that only one of the tables has: how much it decides, where, and what the other table makes of that. */
export function ruleLine({ rule, knownTo, own, possible, otherwise, beyond }: OneSidedRule): RichLine {
  const isNew = knownTo === "new";
  const what = `Rule ${rule.id} is ${isNew ? "new: it decides" : "gone: it decided"}`;
  if (own === undefined) return { text: `${what} nothing` };
  const { count } = own.region;
  const some = beyond === count ? "all" : figure(beyond);
  const unknown = `${some} of them with a value that the ${isNew ? "old" : "new"} table does not know`;
  return {
    text: `${what} ${countText(count, possible)}, as “${verdictText(rule)}”`,
    under: [
      ...placeLines(own.region),
      ...fewLines(otherwise.map(isNew ? takenText : leftText)),
      ...(beyond === 0n ? [] : [unknown]),
      `such as ${caseLine({ facts: own.witness })}`,
    ],
  };
}

function takenText(share: Share): string {
  return share.rule === undefined ? `impossible until now: ${situationsText(share)}` : `taken from ${shareLine(share)}`;
}

function leftText(share: Share): string {
  return share.rule === undefined ? `impossible now: ${situationsText(share)}` : `left to ${shareLine(share)}`;
}

/** A value that only one of the tables knows: how much depends on it, where, and by which rules it is decided. */
export function oneSidedLine({ fact, value, knownTo, count, own }: OneSided): RichLine {
  const [is, makes, by] =
    knownTo === "new" ? ["is new", "makes", "decided by"] : ["is no longer possible", "made", "until now decided by"];
  const what = `Value ${value} of ${fact} ${is}`;
  if (count === 0n) return { text: `${what}: no situation with it can exist` };
  if (own === undefined) return { text: `${what}: it ${makes} no difference in any of ${plural(count, "situation")}` };
  return {
    text: `${what}: it ${makes} a difference in ${figure(own.region.count)} of ${plural(count, "situation")}`,
    under: [
      ...placeLines(own.region),
      ...fewLines(own.deciding.map((share) => `${by} ${shareLine(share)}`)),
      `such as ${caseLine({ facts: own.witness })}`,
    ],
  };
}

/** `order-to-check (Take advice first): 12 situations`. */
function shareLine(share: Share): string {
  return `${share.rule?.id} (${verdictText(share.rule)}): ${situationsText(share)}`;
}

function situationsText({ count }: Share): string {
  return plural(count, "situation");
}

function fewLines(lines: readonly string[]): string[] {
  const more = lines.length > MOST ? [`… and ${plural(lines.length - MOST, "more rule")}`] : [];
  return [...lines.slice(0, MOST), ...more];
}
