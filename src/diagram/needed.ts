import { apply, endsIn } from "./apply.js";
import type { Forest } from "./forest.js";
import { end, isEnd, type Ref, type Terminal, YES } from "./graph.js";
import { ifThenElse } from "./logic.js";
import { support, without } from "./narrow.js";
import { reachable } from "./walk.js";

/** A variable that tells ends apart, and where, as a condition on the others. */
export interface Needed {
  readonly variable: number;
  readonly where: Ref;
}

/**
 * Variables that together tell the ends of a diagram apart, none of which could be left out, where an `ignored` end
 * may be taken to say whatever spares a variable. Of two that would do, the earlier stays. A variable that can be
 * known only under a condition, which `knowable` gives, has to tell ends apart where that holds.
 */
export function needed(
  forest: Forest,
  root: Ref,
  ignored: Terminal,
  knowable: (variable: number) => Ref = () => end(YES),
): Needed[] {
  const kept: number[] = [];
  const rest = support(forest, root).reduceRight((left, variable) => {
    const where = knowable(variable);
    const spared = leaveOut(forest, left, variable, ignored);
    if (!reachable(forest, ifThenElse(forest, where, spared, end(ignored)), []).has(CLASH))
      return ifThenElse(forest, where, spared, left);
    kept.unshift(variable);
    return left;
  }, root);
  return kept.map((variable) => ({
    variable,
    where: endsIn(forest, leaveOut(forest, rest, variable, ignored), [CLASH]),
  }));
}

/** An end of its own: the values of a variable that was left out lead to different ends. */
const CLASH: Terminal = 2 ** 30;

/** The same diagram without a variable. */
function leaveOut(forest: Forest, root: Ref, variable: number, ignored: Terminal): Ref {
  return without(forest, root, variable, (_, ...leads) =>
    leads.reduce((joined, lead) => join(forest, joined, lead, ignored), end(ignored)),
  );
}

/** What two diagrams say together. */
function join(forest: Forest, one: Ref, other: Ref, ignored: Terminal): Ref {
  return apply(forest, one, other, (a, b) => {
    if (a === b || b === end(ignored)) return a;
    if (a === end(ignored)) return b;
    return isEnd(a) && isEnd(b) ? end(CLASH) : undefined;
  });
}
