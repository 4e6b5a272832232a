import type { DecisionChange } from "../../audit/diff/diff.js";
import { caseLine } from "../case-file.js";
import type { VerdictChange } from "./comparison.js";
import { verdictText } from "./words.js";

/** From which verdict to which, or that it stays. */
export function verdictChangeText({ decisions: [first] }: VerdictChange): string {
  const [before, after] = [verdictText(first?.old), verdictText(first?.new)];
  return before === after ? `${before}, as before` : `${before} → ${after}`;
}

/** From which rule to which, or the one that stays. */
export function rulesText(decision: DecisionChange): string {
  const [before, after] = [decision.old?.id ?? "impossible", decision.new?.id ?? "impossible"];
  return before === after ? before : `${before} → ${after}`;
}

/** One of the situations as a case, in the words of each table where these differ. */
export function exampleLines({ witness }: DecisionChange): string[] {
  return [...new Set([caseLine({ facts: witness.old }), caseLine({ facts: witness.new })])];
}
