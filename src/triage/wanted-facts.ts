import { type Forest, newForest } from "../diagram/forest.js";
import { end, NO, type Ref, type Situation, type Terminal, YES } from "../diagram/graph.js";
import { ifThenElse } from "../diagram/logic.js";
import { narrow, restrict, someValue, support } from "../diagram/narrow.js";
import { needed } from "../diagram/needed.js";
import { reachable } from "../diagram/walk.js";
import { IMPOSSIBLE, type Law } from "../table/compile.js";

/** What is known, and the variables that nobody can say anything about. */
export interface Known {
  readonly situation: Situation;
  readonly unknown: ReadonlySet<number>;
}

interface Search {
  readonly law: Law;
  readonly forest: Forest;
  readonly situation: Situation;
  /** Also those that will never be asked. */
  readonly unknown: ReadonlySet<number>;
}

/**
 * The variables whose fact is worth asking for now: some answer, with whatever can be asked after it, changes which
 * rules can decide or whether a notice is certain. Where such a fact is asked only under a condition that is still
 * open, what opens it is worth asking for too.
 */
export function wantedFacts(law: Law, { situation, unknown }: Known): ReadonlySet<number> {
  const search = withHopeless({ law, forest: newForest(law.graph.space), situation, unknown });
  const wanted = new Set([...outcomeSupport(search), ...noticeSupport(search)]);
  // the set grows while it is gone through, so that what opens an opening fact is found as well
  for (const variable of wanted) {
    for (const opening of needed(search.forest, asking(search, variable), IMPOSSIBLE)) wanted.add(opening);
  }
  return new Set([...wanted].filter((variable) => !reachable(search.forest, asking(search, variable), []).has(NO)));
}

/** A fact that is asked only where something unknown is known is unknown as well. */
function withHopeless(search: Search): Search {
  const isHopeless = (variable: number): boolean => !reachable(search.forest, asking(search, variable), []).has(YES);
  const open = search.situation.flatMap((value, variable) =>
    value === undefined && !search.unknown.has(variable) ? [variable] : [],
  );
  const hopeless = open.filter(isHopeless);
  return hopeless.length === 0
    ? search
    : withHopeless({ ...search, unknown: new Set([...search.unknown, ...hopeless]) });
}

/** Where it is certain that a fact is asked. */
function asking(search: Search, variable: number): Ref {
  const { law, forest, situation } = search;
  const root = law.roots.asked[law.factOrder[variable] as string];
  if (root === undefined) return end(YES);
  return whileUnknown(search, restrict(forest, law.graph, root, situation), NO);
}

function outcomeSupport(search: Search): number[] {
  const { law, forest, situation, unknown } = search;
  const outcome = restrict(forest, law.graph, law.roots.outcome, situation);
  if (!support(forest, outcome).some((variable) => unknown.has(variable))) return needed(forest, outcome, IMPOSSIBLE);
  const ends = [...reachable(forest, outcome, [])].filter((terminal) => terminal !== IMPOSSIBLE);
  return ends.flatMap((terminal) => {
    const decides = narrow(forest, forest, outcome, [], (other) => asCondition(other, terminal), undefined);
    return needed(forest, whileUnknown(search, decides, YES), IMPOSSIBLE);
  });
}

function asCondition(terminal: Terminal, wanted: Terminal): Terminal {
  if (terminal === IMPOSSIBLE) return terminal;
  return terminal === wanted ? YES : NO;
}

/** A notice is shown only where it is certain. */
function noticeSupport(search: Search): number[] {
  const { law, forest, situation } = search;
  return Object.values(law.roots.notices).flatMap((root) => {
    const holds = restrict(forest, law.graph, root, situation);
    return needed(forest, whileUnknown(search, holds, NO), IMPOSSIBLE);
  });
}

/** What is left of a condition when unknown variables may have any value: `stronger` wherever some value gives it. */
function whileUnknown({ forest, unknown }: Search, condition: Ref, stronger: Terminal): Ref {
  const weaker = stronger === YES ? NO : YES;
  const where = (terminal: Terminal): Ref => {
    const alone = narrow(forest, forest, condition, [], (other) => (other === terminal ? YES : NO), undefined);
    return forSome(forest, alone, unknown);
  };
  const rest = ifThenElse(forest, where(weaker), end(weaker), end(IMPOSSIBLE));
  return ifThenElse(forest, where(stronger), end(stronger), rest);
}

function forSome(forest: Forest, condition: Ref, variables: ReadonlySet<number>): Ref {
  const tested = support(forest, condition).filter((variable) => variables.has(variable));
  return tested.reduce((rest, variable) => someValue(forest, rest, variable), condition);
}
