import { endsIn } from "../../diagram/apply.js";
import { end, NO, type Ref, type Situation } from "../../diagram/graph.js";
import { and, ifThenElse, not, or } from "../../diagram/logic.js";
import { someValue, support } from "../../diagram/narrow.js";
import { witness } from "../../diagram/region.js";
import { reachable } from "../../diagram/walk.js";
import { type Draft, ruleEnd, ruleIndex, scopeOf } from "../../table/compile.js";
import { groupBy } from "../../table/group-by.js";
import type { Notice } from "../../table/table.js";
import { factsOf } from "../region.js";
import { askedPart } from "./asked.js";
import { reaches } from "./notice.js";
import type { Shift } from "./shift.js";

const FALSE = end(NO);

/** A case that comes out otherwise once a mistake is made. */
export interface Telling {
  readonly facts: Readonly<Record<string, string>>;
  /** Whether the case has to say which notices it expects: its rule and verdict alone may not tell. */
  readonly withNotices: boolean;
}

export function tellingCase(draft: Draft, shift: Shift): Telling | undefined {
  const [region] = tellingRegions(draft, shift);
  const situation = region === undefined ? tellingLine(draft, shift) : tellingSituation(draft, shift, region);
  if (situation === undefined) return undefined;
  return {
    facts: factsOf(draft, situation),
    withNotices: !changesAnswer(draft, shift),
  };
}

function tellingSituation(draft: Draft, shift: Shift, region: Ref): Situation {
  const { forest } = draft;
  const decided = decidedByOne(draft, region) as Ref;
  const possible = or(forest, draft.possible, shift.possible);
  return fewest(draft, possible, decided, witness(forest, decided) as Situation);
}

/**
 * Regions in which every case with one deciding rule tells: its rule or verdict is another throughout or, where no
 * rule or verdict changes, some notice comes or goes throughout.
 */
export function tellingRegions(draft: Draft, shift: Shift): Ref[] {
  const { forest, possible, shown: before } = draft;
  if (changesAnswer(draft, shift)) return [and(forest, possible, shift.newAnswers)];
  const both = and(forest, possible, shift.possible);
  const shown = shift.notices.flatMap((id) => {
    const [was, after] = [before[id] as Ref, shift.shown(id)];
    return [and(forest, both, was, not(forest, after)), and(forest, both, after, not(forest, was))];
  });
  return shown.filter((region) => region !== FALSE);
}

/** Whether some situation that could be comes to another rule or verdict, or can be no more. */
function changesAnswer({ forest, possible }: Draft, { newAnswers }: Shift): boolean {
  return and(forest, possible, newAnswers) !== FALSE;
}

/** The part of a region that one rule decides; where possible one that only facts which are asked lead to. */
export function decidedByOne(draft: Draft, region: Ref): Ref | undefined {
  const { forest, decides, outcome } = draft;
  const ends = [...reachable(forest, ifThenElse(forest, region, outcome, FALSE), [])].sort((a, b) => a - b);
  const some = ends.flatMap((end) => decides[ruleIndex(end)] ?? []).map((decided) => and(forest, region, decided));
  const asked = some.find((part) => askedPart(draft, part) !== FALSE) ?? some[0];
  return asked === undefined ? undefined : preferAsked(draft, asked);
}

function preferAsked(draft: Draft, region: Ref): Ref {
  const asked = askedPart(draft, region);
  return asked === FALSE ? region : asked;
}

/** Leaves out what need not be stated for every situation that can be to lie in a region. */
export function fewest(draft: Draft, possible: Ref, region: Ref, situation: Situation): Situation {
  const { forest } = draft;
  const outside = and(forest, possible, not(forest, region));
  return situation.reduceRight<Situation>((rest, _, variable) => {
    const fewer = rest.with(variable, undefined);
    return reaches(draft, outside, fewer) ? rest : fewer;
  }, situation);
}

/**
 * Where a mistake only lets more situations be, no whole situation tells. A case that leaves one or two facts open
 * does, if what could be before agrees and what can be now does not.
 */
function tellingLine(draft: Draft, shift: Shift): Situation | undefined {
  const { forest } = draft;
  const more = and(forest, shift.possible, not(forest, draft.possible));
  if (more === FALSE) return undefined;
  const variables = new Set([draft.possible, shift.possible].flatMap((ref) => support(forest, ref)));
  const sayings = agreements(draft, shift, more);
  for (const open of fewOf([...variables])) {
    const some = (ref: Ref): Ref => open.reduce((rest, variable) => someValue(forest, rest, variable), ref);
    for (const { before, after } of sayings) {
      const agreed = and(forest, some(before), not(forest, some(and(forest, draft.possible, not(forest, before)))));
      const told = and(forest, agreed, some(and(forest, more, not(forest, after))));
      if (told !== FALSE) return leaveOpen(witness(forest, preferAsked(draft, told)) as Situation, open);
    }
  }
  return undefined;
}

/** What is asked may depend on the very facts that the case leaves open. */
function leaveOpen(situation: Situation, open: readonly number[]): Situation {
  return open.reduce((rest, variable) => rest.with(variable, undefined), situation);
}

/** What a case can be expected to say, and where that is so before and, of what can be only now, after: each rule, each verdict, each notice. */
function agreements(
  { table, forest, decides, shown, possible }: Draft,
  shift: Shift,
  more: Ref,
): { readonly before: Ref; readonly after: Ref }[] {
  const outcome = ifThenElse(forest, more, shift.outcome, FALSE);
  const decided = (indexes: readonly number[]): { readonly before: Ref; readonly after: Ref } => ({
    before: or(forest, ...indexes.map((index) => decides[index] as Ref)),
    after: endsIn(forest, outcome, indexes.map(ruleEnd)),
  });
  const indexes = [...table.rules.keys()];
  const verdicts = groupBy(indexes, (index) => table.rules[index]?.verdict);
  const notices = Object.entries(shown).map(([id, ref]) => ({
    before: and(forest, possible, ref),
    // where a notice has no say nothing is told
    after: or(forest, shift.shown(id), not(forest, scopeOf(table.notices[id] as Notice, shift))),
  }));
  return [...indexes.map((index) => [index]), ...verdicts.values()].map(decided).concat(notices);
}

/** Every variable by itself, then every pair. */
function fewOf(variables: readonly number[]): number[][] {
  const pairs = variables.flatMap((one, index) => variables.slice(index + 1).map((other) => [one, other]));
  return [...variables.map((one) => [one]), ...pairs];
}
