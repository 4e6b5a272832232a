import { type Forest, newForest } from "../diagram/forest.js";
import { end, type Knowledge, NO, type Ref, type Terminal, YES } from "../diagram/graph.js";
import { ifThenElse, or } from "../diagram/logic.js";
import { narrow, restrict, someValue, support } from "../diagram/narrow.js";
import { type Needed, needed } from "../diagram/needed.js";
import { reachable } from "../diagram/walk.js";
import { IMPOSSIBLE, type Law } from "../table/compile.js";

/** What is known, and the variables that nobody can say anything about. */
export interface Known {
  readonly situation: Knowledge;
  readonly unknown: ReadonlySet<number>;
}

interface Search {
  readonly law: Law;
  readonly forest: Forest;
  readonly situation: Knowledge;
  /** Also those that will never be asked. */
  readonly unknown: ReadonlySet<number>;
  /** Where it is certain that the fact of a variable is asked, by its number; `IMPOSSIBLE` where nothing can be. */
  readonly asked: readonly Ref[];
}

/**
 * The variables whose fact is worth asking for now: some answer, with whatever can be asked after it, changes which
 * rules can decide or whether a notice is certain. Where such a fact is asked only under a condition that is still
 * open where the fact matters, what opens it is worth asking for too.
 */
export function wantedFacts(law: Law, known: Known): ReadonlySet<number> {
  const search = searchFor(law, newForest(law.graph.space), known);
  const { forest, asked } = search;
  const mattersWhere = new Map<number, Ref>();
  const isNews = ({ variable, where }: Needed): boolean => {
    const before = mattersWhere.get(variable) ?? end(NO);
    mattersWhere.set(variable, or(forest, before, where));
    return mattersWhere.get(variable) !== before;
  };
  for (const one of [...outcomeNeeds(search), ...noticeNeeds(search)]) isNews(one);
  const open = [...mattersWhere.keys()];
  // the list grows while it is gone through, so that what opens an opening fact is found as well
  for (const variable of open) {
    const opens = ifThenElse(forest, mattersWhere.get(variable) as Ref, asked[variable] as Ref, end(IMPOSSIBLE));
    open.push(
      ...worthAsking(search, opens)
        .filter(isNews)
        .map((opening) => opening.variable),
    );
  }
  return new Set(open.filter((variable) => !endsIn(search, asked[variable] as Ref, NO)));
}

/** A fact that is asked only where something unknown is known is unknown as well. */
function searchFor(law: Law, forest: Forest, { situation, unknown }: Known): Search {
  const search = { law, forest, situation, unknown };
  const asked = law.factOrder.map((_, variable) => asking(search, variable));
  const hopeless = asked.flatMap((where, variable) =>
    situation[variable] === undefined && !unknown.has(variable) && !endsIn(search, where, YES) ? [variable] : [],
  );
  if (hopeless.length === 0) return { ...search, asked };
  return searchFor(law, forest, { situation, unknown: new Set([...unknown, ...hopeless]) });
}

/** Where it is certain that a fact is asked. */
function asking(search: Omit<Search, "asked">, variable: number): Ref {
  const { law, forest, situation } = search;
  const root = law.roots.asked[law.factOrder[variable] as string];
  if (root === undefined) return end(YES);
  return whileUnknown(search, restrict(forest, law.graph, root, situation), NO);
}

function endsIn({ forest }: Pick<Search, "forest">, root: Ref, terminal: Terminal): boolean {
  return reachable(forest, root, []).has(terminal);
}

/** The variables that tell the ends of a diagram apart, each of them where its fact can be asked. */
function worthAsking({ forest, asked }: Search, root: Ref): Needed[] {
  const canBe = (terminal: Terminal): Terminal => (terminal === NO ? NO : YES);
  return needed(forest, root, IMPOSSIBLE, (variable) =>
    narrow(forest, forest, asked[variable] as Ref, [], canBe, undefined),
  );
}

function outcomeNeeds(search: Search): Needed[] {
  const { law, forest, situation, unknown } = search;
  const outcome = restrict(forest, law.graph, law.roots.outcome, situation);
  if (!support(forest, outcome).some((variable) => unknown.has(variable))) return worthAsking(search, outcome);
  const ends = [...reachable(forest, outcome, [])].filter((terminal) => terminal !== IMPOSSIBLE);
  return ends.flatMap((terminal) => {
    const decides = narrow(forest, forest, outcome, [], (other) => asCondition(other, terminal), undefined);
    return worthAsking(search, whileUnknown(search, decides, YES));
  });
}

function asCondition(terminal: Terminal, wanted: Terminal): Terminal {
  if (terminal === IMPOSSIBLE) return terminal;
  return terminal === wanted ? YES : NO;
}

/** A notice is shown only where it is certain. */
function noticeNeeds(search: Search): Needed[] {
  const { law, forest, situation } = search;
  return Object.values(law.roots.notices).flatMap((root) => {
    const holds = restrict(forest, law.graph, root, situation);
    return worthAsking(search, whileUnknown(search, holds, NO));
  });
}

/** What is left of a condition when unknown variables may have any value: `stronger` wherever some value gives it. */
function whileUnknown(
  { forest, unknown }: Pick<Search, "forest" | "unknown">,
  condition: Ref,
  stronger: Terminal,
): Ref {
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
