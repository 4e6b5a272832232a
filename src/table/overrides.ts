import type { Rule } from "./table.js";

/** The word that lets a rule displace every rule which does not itself override it. */
export const ALL = "all";

/** For each rule, by id, the ids of the rules that displace it wherever both apply, in the order of the table. */
export function displacers(rules: readonly Rule[]): ReadonlyMap<string, readonly string[]> {
  const above = new Map(rules.map(({ id }): [string, string[]] => [id, []]));
  for (const winner of rules) {
    for (const loser of displacedBy(winner, rules)) above.get(loser)?.push(winner.id);
  }
  return above;
}

/** For each rule, by position, the positions of the rules that displace it. */
export type Above = readonly (readonly number[])[];

export function aboveOf(rules: readonly Rule[]): Above {
  const position = new Map(rules.map(({ id }, index) => [id, index]));
  const above = displacers(rules);
  return rules.map(({ id }) => (above.get(id) ?? []).map((winner) => position.get(winner) as number));
}

function displacedBy({ id, overrides }: Rule, rules: readonly Rule[]): ReadonlySet<string> {
  const named = new Set(overrides);
  if (!named.has(ALL)) return named;
  const weaker = rules.filter((other) => !other.overrides.includes(ALL) && !other.overrides.includes(id));
  return new Set([...named, ...weaker.map((other) => other.id)]);
}

/** A chain of rules that displace one another in a circle, or `undefined`: nobody could say which of them wins. */
export function circle(rules: readonly Rule[]): readonly string[] | undefined {
  const above = displacers(rules);
  const settled = new Set<string>();
  const climb = (id: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    if (settled.has(id)) return undefined;
    for (const next of above.get(id) ?? []) {
      const found = climb(next, [...path, id]);
      if (found) return found;
    }
    settled.add(id);
    return undefined;
  };
  for (const { id } of rules) {
    const found = climb(id, []);
    if (found) return found;
  }
  return undefined;
}
