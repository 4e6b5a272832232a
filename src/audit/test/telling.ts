import { end, NO, type Ref, type Situation } from "../../diagram/graph.js";
import { and, not, or } from "../../diagram/logic.js";
import { someValue, support } from "../../diagram/narrow.js";
import { witness } from "../../diagram/region.js";
import { scopeOf } from "../../table/compile.js";
import type { Notice } from "../../table/table.js";
import { factsOf } from "../region.js";
import { askedPart } from "./asked.js";
import type { Effect } from "./effect.js";
import type { Ground } from "./ground.js";
import type { Mutant } from "./mutant-list.js";
import { reaches } from "./notice.js";

const FALSE = end(NO);

/** A case that comes out otherwise once a mistake is made. */
export interface Telling {
  readonly facts: Readonly<Record<string, string>>;
  /** Whether the case has to say which notices it expects: its rule and verdict alone may not tell. */
  readonly withNotices: boolean;
}

export function tellingCase(ground: Ground, mutant: Mutant, effect: Effect): Telling | undefined {
  const [region] = tellingRegions(ground, effect);
  const situation =
    region === undefined ? tellingLine(ground, mutant, effect) : tellingSituation(ground, effect, region);
  if (situation === undefined) return undefined;
  return {
    facts: factsOf(ground.table, ground.draft, situation),
    withNotices: !changesAnswer(ground, effect),
  };
}

function tellingSituation(ground: Ground, { shift }: Effect, region: Ref): Situation {
  const { forest } = ground.draft;
  const decided = decidedByOne(ground, region) as Ref;
  const possible = or(forest, ground.possible, shift.possible);
  return fewest(ground, possible, decided, witness(forest, decided) as Situation);
}

/**
 * Regions in which every case with one deciding rule tells: its rule or verdict is another throughout or, where no
 * rule or verdict changes, some notice comes or goes throughout.
 */
export function tellingRegions(ground: Ground, effect: Effect): Ref[] {
  const { draft, possible, notices } = ground;
  const { forest } = draft;
  if (changesAnswer(ground, effect)) return [and(forest, possible, effect.outcome)];
  const both = and(forest, possible, effect.shift.possible);
  const shown = [...effect.shift.notices].flatMap(([id, after]) => {
    const before = notices.get(id) as Ref;
    return [and(forest, both, before, not(forest, after)), and(forest, both, after, not(forest, before))];
  });
  return shown.filter((region) => region !== FALSE);
}

/** Whether some situation that could be comes to another rule or verdict, or can be no more. */
function changesAnswer({ draft: { forest }, possible }: Ground, { outcome }: Effect): boolean {
  return and(forest, possible, outcome) !== FALSE;
}

/** The part of a region that one rule decides; where possible one that only facts which are asked lead to. */
export function decidedByOne(ground: Ground, region: Ref): Ref | undefined {
  const parts = [...ground.decides.values()].map((decided) => and(ground.draft.forest, region, decided));
  const some = parts.filter((part) => part !== FALSE);
  const asked = some.find((part) => askedPart(ground, part) !== FALSE) ?? some[0];
  return asked === undefined ? undefined : preferAsked(ground, asked);
}

function preferAsked(ground: Ground, region: Ref): Ref {
  const asked = askedPart(ground, region);
  return asked === FALSE ? region : asked;
}

/** Leaves out what need not be stated for every situation that can be to lie in a region. */
export function fewest(ground: Ground, possible: Ref, region: Ref, situation: Situation): Situation {
  const { forest } = ground.draft;
  const outside = and(forest, possible, not(forest, region));
  return situation.reduceRight<Situation>((rest, _, variable) => {
    const fewer = rest.with(variable, undefined);
    return reaches(ground, outside, fewer) ? rest : fewer;
  }, situation);
}

/**
 * Where a mistake only lets more situations be, no whole situation tells. A case that leaves one or two facts open
 * does, if what could be before agrees and what can be now does not.
 */
function tellingLine(ground: Ground, mutant: Mutant, { shift }: Effect): Situation | undefined {
  const { forest } = ground.draft;
  const more = and(forest, shift.possible, not(forest, ground.possible));
  if (more === FALSE) return undefined;
  const variables = new Set([ground.possible, shift.possible].flatMap((ref) => support(forest, ref)));
  for (const open of fewOf([...variables])) {
    const some = (ref: Ref): Ref => open.reduce((rest, variable) => someValue(forest, rest, variable), ref);
    for (const { before, after } of agreements(ground, mutant, shift)) {
      const agreed = and(forest, some(before), not(forest, some(and(forest, ground.possible, not(forest, before)))));
      const told = and(forest, agreed, some(and(forest, more, not(forest, after))));
      if (told !== FALSE) return leaveOpen(witness(forest, preferAsked(ground, told)) as Situation, open);
    }
  }
  return undefined;
}

/** What is asked may depend on the very facts that the case leaves open. */
function leaveOpen(situation: Situation, open: readonly number[]): Situation {
  return open.reduce((rest, variable) => rest.with(variable, undefined), situation);
}

/** What a case can be expected to say, and where it is so before and after: each rule, each verdict, each notice. */
function agreements(
  { table, draft: { forest }, decides, notices, possible }: Ground,
  mutant: Mutant,
  shift: Effect["shift"],
): { readonly before: Ref; readonly after: Ref }[] {
  const now = (id: string): Ref => shift.decides.get(id) ?? (decides.get(id) as Ref);
  const rules = table.rules.map(({ id }) => ({ before: decides.get(id) as Ref, after: now(id) }));
  const verdicts = [...new Set(table.rules.map(({ verdict }) => verdict))].map((verdict) => ({
    before: or(forest, ...table.rules.filter((one) => one.verdict === verdict).map(({ id }) => decides.get(id) as Ref)),
    after: or(forest, ...mutant.table.rules.filter((one) => one.verdict === verdict).map(({ id }) => now(id))),
  }));
  const shown = [...notices].map(([id, ref]) => ({
    before: and(forest, possible, ref),
    // where a notice has no say nothing is told
    after: or(forest, shift.notices.get(id) ?? ref, not(forest, scopeOf(table.notices[id] as Notice, shift))),
  }));
  return [...rules, ...verdicts, ...shown];
}

/** Every variable by itself, then every pair. */
function fewOf(variables: readonly number[]): number[][] {
  const pairs = variables.flatMap((one, index) => variables.slice(index + 1).map((other) => [one, other]));
  return [...variables.map((one) => [one]), ...pairs];
}
