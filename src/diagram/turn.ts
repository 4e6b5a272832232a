import { type Forest, node } from "./forest.js";
import { branches, end, isEnd, NO, type Ref, variableOf } from "./graph.js";

/**
 * The condition that `settle` makes of where the values of a variable lead, each in turn and all else being as it is.
 * Where the variable makes no difference it does not hold.
 */
export function inTurn(forest: Forest, root: Ref, variable: number, settle: (leads: readonly Ref[]) => Ref): Ref {
  const done = new Map<Ref, Ref>();
  const visit = (ref: Ref): Ref => {
    if (isEnd(ref) || variableOf(forest, ref) > variable) return end(NO);
    const known = done.get(ref);
    if (known !== undefined) return known;
    const leads = branches(forest, ref);
    const result =
      variableOf(forest, ref) === variable ? settle(leads) : node(forest, variableOf(forest, ref), leads.map(visit));
    done.set(ref, result);
    return result;
  };
  return visit(root);
}
