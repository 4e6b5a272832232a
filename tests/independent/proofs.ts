import { type Formula, find, type Known, not, readCondition } from "./conditions.js";
import { type Law, standsAbove, type WrittenRule } from "./law.js";

/** Whether rules stand above one another in a circle, whatever situations they meet in. */
export function hasCircle({ rules }: Law): boolean {
  let left = rules.map(({ rule }) => rule);
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    left = left.filter((rule) => left.some((other) => standsAbove(other, rule)));
  }
  return left.length > 0;
}

/** Every situation of a small table, one after the other. */
export function situationsOf({ facts, canBe }: Law): Known[] {
  let every: Known[] = [[]];
  for (const { length } of facts.values()) {
    every = every.flatMap((some) => [...Array(length).keys()].map((value) => [...some, 1 << value]));
  }
  return every.filter((situation) => find(canBe, situation));
}

export function decidingIn({ rules }: Law, situation: Known): WrittenRule[] {
  return rules.flatMap(({ rule, decides }) => (find(decides, situation) ? [rule] : []));
}

/**
 * What is wrong with a small table, by looking at each of its situations: under `gap` those that no rule decides, under
 * `one other` those that two rules decide, under the id of a promise those that break it.
 */
export function flawsOf(law: Law): Map<string, Known[]> {
  const flaws = new Map<string, Known[]>();
  const promises = promisesOf(law);
  for (const situation of situationsOf(law)) {
    for (const flaw of flawsIn(situation, law, promises)) flaws.set(flaw, [...(flaws.get(flaw) ?? []), situation]);
  }
  return flaws;
}

function flawsIn(situation: Known, law: Law, promises: readonly Promised[]): string[] {
  const [rule, ...others] = decidingIn(law, situation);
  if (rule === undefined) return ["gap"];
  if (others.length > 0) return pairsOf([rule, ...others]);
  return promises.filter(({ when, broken }) => find([when, ...broken(rule)], situation)).map(({ id }) => id);
}

function pairsOf(rules: readonly WrittenRule[]): string[] {
  const ids = rules.map(({ id }) => id).sort();
  return ids.flatMap((one, index) => ids.slice(index + 1).map((other) => `${one} ${other}`));
}

/** Whether there is a gap, a conflict (which names two rules), a broken promise. */
export function kindsOf(flaws: readonly string[]): string[] {
  return [
    ...new Set(flaws.map((flaw) => (flaw === "gap" ? flaw : flaw.includes(" ") ? "conflict" : "promise"))),
  ].sort();
}

interface Promised {
  readonly id: string;
  readonly when: Formula;
  /** What has to hold for the promise to be broken where this rule decides; nothing has to, where it is for certain. */
  readonly broken: (rule: WrittenRule) => readonly Formula[];
}

/** Each line of each promise by itself. */
export function promisesOf(law: Law): Promised[] {
  return (law.table.invariants ?? []).flatMap(({ id, when, ...lines }) =>
    Object.entries(lines).map(([kind, wanted]) => {
      const names = [wanted].flat() as string[];
      return { id, when: readCondition(when, law.facts, law.findings), broken: brokenBy(kind, names, law) };
    }),
  );
}

const ALWAYS: readonly Formula[] = [];
const NEVER: readonly Formula[] = [{ kind: "any", parts: [] }];

function brokenBy(kind: string, names: readonly string[], { table, notices, papers }: Law): Promised["broken"] {
  const any = (some: typeof papers | Law["notices"]): Formula => ({
    kind: "any",
    parts: some.filter(({ id }) => names.includes(id)).map(({ holds }) => holds),
  });
  const steps = (rule: WrittenRule): boolean => rule.steps.some((step) => names.includes(step));
  const discloses = (rule: WrittenRule): boolean => rule.steps.some((step) => table.steps?.[step]?.discloses);
  const shown = ({ verdict }: WrittenRule): Formula =>
    any(notices.filter(({ everywhere }) => everywhere || verdict !== "out-of-scope"));
  if (kind === "never") return ({ verdict }) => (names.includes(verdict) ? ALWAYS : NEVER);
  if (kind === "always-step") return (rule) => (steps(rule) ? NEVER : ALWAYS);
  if (kind === "never-step") return (rule) => (steps(rule) ? ALWAYS : NEVER);
  if (kind === "always-notice") return (rule) => [not(shown(rule))];
  if (kind === "never-notice") return (rule) => [shown(rule)];
  if (kind === "never-paper") return (rule) => [any(papers.filter((paper) => !paper.discloses || discloses(rule)))];
  throw new Error(kind);
}
