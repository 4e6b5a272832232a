import { type Formula, find, type Known, not, readCondition } from "./conditions.js";
import { type Law, type LawRule, standsAbove, type WrittenRule } from "./law.js";

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

interface Promised {
  readonly id: string;
  readonly when: Formula;
  /** What has to hold for the promise to be broken where this rule decides; nothing has to, where it is for certain. */
  readonly broken: (rule: WrittenRule) => readonly Formula[];
}

/** Each line of each promise by itself. */
function promisesOf({ table, facts, findings, notices }: Law): Promised[] {
  return (table.invariants ?? []).flatMap(({ id, when, ...lines }) =>
    Object.entries(lines).flatMap(([kind, wanted]) => {
      const names = [wanted].flat() as string[];
      const broken = brokenBy(kind, names, notices);
      return broken ? [{ id, when: readCondition(when, facts, findings), broken }] : [];
    }),
  );
}

const ALWAYS: readonly Formula[] = [];
const NEVER: readonly Formula[] = [{ kind: "any", parts: [] }];

function brokenBy(kind: string, names: readonly string[], notices: Law["notices"]): Promised["broken"] | undefined {
  const steps = (rule: WrittenRule): boolean => rule.steps.some((step) => names.includes(step));
  const shown = (rule: WrittenRule): Formula => ({
    kind: "any",
    parts: notices
      .filter(({ id, everywhere }) => names.includes(id) && (everywhere || rule.verdict !== "out-of-scope"))
      .map(({ holds }) => holds),
  });
  if (kind === "never") return ({ verdict }) => (names.includes(verdict) ? ALWAYS : NEVER);
  if (kind === "always-step") return (rule) => (steps(rule) ? NEVER : ALWAYS);
  if (kind === "never-step") return (rule) => (steps(rule) ? ALWAYS : NEVER);
  if (kind === "always-notice") return (rule) => [not(shown(rule))];
  if (kind === "never-notice") return (rule) => [shown(rule)];
  return undefined; // what papers are offered is not worked out here
}

/** What is wrong with a table of any size: `gap`, two rules that both decide, promises broken; looked for, not counted. */
export function searchFlaws(law: Law): string[] {
  const every: Known = [...law.facts.values()].map(({ length }) => 2 ** length - 1);
  const exists = (...formulas: readonly Formula[]): boolean => find([...formulas, ...law.canBe], every) !== undefined;
  const others = law.rules.map(({ decides }) => not({ kind: "all", parts: decides }));
  const conflicts = law.rules.flatMap((one, index) =>
    law.rules
      .slice(index + 1)
      .flatMap((other, after): [number, number][] =>
        exists(...one.decides, ...other.decides) ? [[index, index + 1 + after]] : [],
      ),
  );
  const broken = promisesOf(law).filter(({ when, broken }) =>
    law.rules.some(({ rule, decides }, index) => {
      const rivals = conflicts.filter((pair) => pair.includes(index)).flat();
      const alone = rivals.filter((rival) => rival !== index).map((rival) => others[rival] as Formula);
      return exists(...broken(rule), when, ...decides, ...alone);
    }),
  );
  const pairs = conflicts.flatMap((pair) => pairsOf(pair.map((index) => (law.rules[index] as LawRule).rule)));
  return [...(exists(...others) ? ["gap"] : []), ...pairs, ...broken.map(({ id }) => id)];
}
