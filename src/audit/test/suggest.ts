import { unlessFull } from "../../diagram/forest.js";
import { end, NO, type Ref, type Situation } from "../../diagram/graph.js";
import { and, or } from "../../diagram/logic.js";
import { within, witness } from "../../diagram/region.js";
import type { Draft } from "../../table/compile.js";
import type { CompiledTable } from "../../table/compiled.js";
import type { Case, Expectation } from "../../triage/case.js";
import { factsOf } from "../region.js";
import { type Aim, coverageAims, mutantAim, type Purpose } from "./aims.js";
import { askedPart } from "./asked.js";
import type { Coverage } from "./coverage.js";
import { expectationOf } from "./expectation.js";
import type { Mutant } from "./mutant-list.js";
import { decidedByOne, fewest } from "./telling.js";

const FALSE = end(NO);

/** A case that is missing: facts, what the table says today, and what the case is there to show. */
export interface Suggestion {
  readonly facts: Case["facts"];
  readonly expect: Expectation;
  readonly shows: readonly Purpose[];
}

/**
 * Cases, few and one after the other, that notice every surviving mistake and show what no case shows yet; nothing
 * where so many are missing that the diagram cannot hold what they would have to tell.
 */
export function suggestCases(...wanted: Parameters<typeof casesFor>): Suggestion[] | undefined {
  return unlessFull<Suggestion[] | undefined>(
    () => casesFor(...wanted),
    () => undefined,
  );
}

function casesFor(
  compiled: CompiledTable,
  draft: Draft,
  coverage: Coverage,
  survivors: readonly Mutant[],
): Suggestion[] {
  const suggestions: Suggestion[] = [];
  let aims = [...coverageAims(draft, coverage), ...survivors.map((mutant) => mutantAim(draft, mutant))];
  for (let [first] = aims; first !== undefined; [first] = aims) {
    const { facts, met } = caseFor(draft, first, aims);
    const expect = expectationOf(
      compiled,
      draft.days[0],
      facts,
      met.some(({ withNotices }) => withNotices),
    );
    suggestions.push({ facts, expect, shows: met.map(({ purpose }) => purpose) });
    aims = aims.filter((aim) => !met.includes(aim));
  }
  return suggestions;
}

/** A case for the first aim that meets as many of the others as one case can. */
function caseFor(
  draft: Draft,
  first: Aim,
  aims: readonly Aim[],
): { readonly facts: Case["facts"]; readonly met: readonly Aim[] } {
  if (first.facts !== undefined) return { facts: first.facts, met: [first] };
  const { forest } = draft;
  const region = shared(draft, decidedByOne(draft, first.regions[0] as Ref) as Ref, aims);
  const isMet = ({ regions }: Aim): boolean => regions.some((one) => within(forest, region, one));
  const met = aims.filter(isMet);
  const possible = or(forest, ...met.map((aim) => aim.possible));
  const situation = fewest(draft, possible, region, witness(forest, region) as Situation);
  return { facts: factsOf(draft, situation), met };
}

/** What is left of a region when it is narrowed to one aim after the other, as long as anything is left. */
function shared(draft: Draft, start: Ref, aims: readonly Aim[]): Ref {
  const isAsked = askedPart(draft, start) !== FALSE;
  return aims.reduce((region, { regions }) => {
    const parts = regions.map((one) => and(draft.forest, region, one));
    // a case that states only what is asked is not to be made odd for the sake of another aim
    const fitting = isAsked ? parts.map((part) => askedPart(draft, part)) : parts;
    return fitting.find((part) => part !== FALSE) ?? region;
  }, start);
}
