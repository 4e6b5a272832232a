/** A condition as `rules.yaml` has it: facts and findings with their values, and `any`. */
export type Condition = Readonly<Record<string, unknown>>;

/** What a condition asks of the facts. Facts are numbers; a set of values of one is a number, too, with a bit for each. */
export type Formula =
  | { readonly kind: "fact"; readonly fact: number; readonly values: number }
  | { readonly kind: "all" | "any"; readonly parts: readonly Formula[] }
  | { readonly kind: "not"; readonly part: Formula };

/** The values that each fact may still have. */
export type Known = readonly number[];

type Truth = "yes" | "no" | "open";

export const NEVER: Formula = { kind: "any", parts: [] };

export function not(part: Formula): Formula {
  return { kind: "not", part };
}

/** Reads a condition, given the facts with their values and the findings read so far. */
export function readCondition(
  when: Condition,
  facts: ReadonlyMap<string, readonly string[]>,
  findings: ReadonlyMap<string, Formula>,
): Formula {
  const parts = Object.entries(when).map(([subject, wanted]): Formula => {
    if (subject === "any") {
      return { kind: "any", parts: (wanted as Condition[]).map((one) => readCondition(one, facts, findings)) };
    }
    const finding = findings.get(subject);
    const names = finding ? ["no", "yes"] : (facts.get(subject) as readonly string[]);
    const values = readValues(wanted, names);
    if (!finding) return { kind: "fact", fact: [...facts.keys()].indexOf(subject), values };
    return { kind: "any", parts: [...(values & 2 ? [finding] : []), ...(values & 1 ? [not(finding)] : [])] };
  });
  return { kind: "all", parts };
}

/** The set of values that `wanted` means: a value, a list of them, or `{ not: … }`. */
export function readValues(wanted: unknown, names: readonly string[]): number {
  const every = 2 ** names.length - 1;
  if (wanted !== null && typeof wanted === "object" && "not" in wanted) return every & ~readValues(wanted.not, names);
  return [wanted].flat().reduce<number>((set, value) => set | (1 << names.indexOf(String(value))), 0);
}

/** Whether a formula holds whatever the open facts are, or never, or cannot be told part by part. */
function truth(formula: Formula, known: Known): Truth {
  switch (formula.kind) {
    case "fact": {
      const left = known[formula.fact] as number;
      if ((left & formula.values) === 0) return "no";
      return (left & ~formula.values) === 0 ? "yes" : "open";
    }
    case "not": {
      const part = truth(formula.part, known);
      return part === "open" ? part : part === "yes" ? "no" : "yes";
    }
    case "all":
    case "any": {
      const settles = formula.kind === "all" ? "no" : "yes";
      let open = false;
      for (const part of formula.parts) {
        const found = truth(part, known);
        if (found === settles) return settles;
        open ||= found === "open";
      }
      if (open) return "open";
      return formula.kind === "all" ? "yes" : "no";
    }
  }
}

/**
 * A situation among those left in which all formulas hold, if there is one. Exact: what cannot be told part by part is
 * tried out, by taking a fact that an open formula looks at and going on with either side of what is asked of it.
 */
export function find(formulas: readonly Formula[], known: Known, pick: () => number = () => 0): Known | undefined {
  const open: Formula[] = [];
  for (const formula of formulas) {
    const found = truth(formula, known);
    if (found === "no") return undefined;
    if (found === "open") open.push(formula);
  }
  if (open[0] === undefined) return known;
  const test = openTest(open[0], known, pick);
  const left = known[test.fact] as number;
  const sides = [left & test.values, left & ~test.values];
  if (pick() >= 0.5) sides.reverse();
  for (const side of sides) {
    const found = find(open, (known as number[]).with(test.fact, side), pick);
    if (found) return found;
  }
  return undefined;
}

function openTest(formula: Formula, known: Known, pick: () => number): Extract<Formula, { kind: "fact" }> {
  if (formula.kind === "fact") return formula;
  if (formula.kind === "not") return openTest(formula.part, known, pick);
  const open = formula.parts.filter((part) => truth(part, known) === "open");
  return openTest(open[Math.floor(pick() * open.length)] as Formula, known, pick);
}
