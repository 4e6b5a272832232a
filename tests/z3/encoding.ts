import type { Formula, Known } from "../independent/conditions.js";
import type { Law } from "../independent/law.js";
import { promisesOf } from "../independent/proofs.js";
import { newSolver, type Solver, type Term } from "./solver.mjs";

/** The law of a day as Z3 has it: each value of a fact is a variable, and of those of one fact just one is true. */
export interface Encoded extends Solver {
  readonly law: Law;
  readonly term: (formula: Formula) => Term;
  /** For each rule, that it decides. */
  readonly decides: readonly Term[];
  /** A situation that can exist and where all of this holds, too. */
  readonly situation: (...terms: readonly Term[]) => Promise<Known | undefined>;
}

/** @param canBe what has to hold of a situation */
export function encode(law: Law, canBe: readonly Formula[] = law.canBe): Encoded {
  const solver = newSolver();
  const { variable, all, any, not, atLeast, atMost, add, find } = solver;
  const facts = [...law.facts].map(([id, values]) => values.map((value) => variable(`${id}=${value}`)));
  for (const values of facts) add(all([atLeast(1, values), atMost(1, values)]));
  const terms = new Map<Formula, Term>();
  const term = (formula: Formula): Term => {
    const known = terms.get(formula) ?? made(formula);
    terms.set(formula, known);
    return known;
  };
  const made = (formula: Formula): Term => {
    switch (formula.kind) {
      case "fact":
        return any((facts[formula.fact] as Term[]).filter((_, value) => (formula.values >> value) & 1));
      case "not":
        return not(term(formula.part));
      case "all":
        return all(formula.parts.map(term));
      case "any":
        return any(formula.parts.map(term));
    }
  };
  for (const can of canBe) add(term(can));
  const decides = law.rules.map(({ decides: parts }) => all(parts.map(term)));
  const situation: Encoded["situation"] = async (...wanted) => {
    const isTrue = await find(...wanted);
    return isTrue && facts.map((values) => 1 << values.findIndex(isTrue));
  };
  return { ...solver, law, term, decides, situation };
}

/** What is wrong with a table: `gap`, `conflict`, the ids of broken promises. */
export async function flawsBy(encoded: Encoded): Promise<string[]> {
  const { find, not, any, atLeast, decides } = encoded;
  const gap = (await find(not(any(decides)))) ? ["gap"] : [];
  const conflict = (await find(atLeast(2, decides))) ? ["conflict"] : [];
  return [...gap, ...conflict, ...(await brokenBy(encoded))];
}

/** Promises broken where just one rule decides: what comes of a conflict is not told again. */
async function brokenBy({ law, find, term, all, any, atMost, decides }: Encoded): Promise<string[]> {
  const one = atMost(1, decides);
  const promises = promisesOf(law).map(({ id, when, broken }) => {
    const ways = law.rules.map(({ rule }, index) => all([decides[index] as Term, ...broken(rule).map(term)]));
    return { id, isBroken: all([one, term(when), any(ways)]) };
  });
  const ids: string[] = [];
  if ((await find(any(promises.map(({ isBroken }) => isBroken)))) === undefined) return ids;
  for (const { id, isBroken } of promises) if (await find(isBroken)) ids.push(id);
  return ids;
}
