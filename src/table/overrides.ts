import type { Rule } from "./table.js";

/** The word that lets a rule displace every rule which does not itself override it. */
export const ALL = "all";

/** For each rule, by id, the ids of the rules that displace it wherever both apply. */
export function displacers(rules: readonly Rule[]): ReadonlyMap<string, readonly string[]> {
  return new Map(rules.map((rule) => [rule.id, rules.filter((other) => displaces(other, rule)).map(({ id }) => id)]));
}

function displaces(winner: Rule, loser: Rule): boolean {
  if (winner.overrides.includes(loser.id)) return true;
  return winner.overrides.includes(ALL) && !loser.overrides.includes(ALL) && !loser.overrides.includes(winner.id);
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
