import { count } from "../diagram/count.js";
import { test, unlessFull } from "../diagram/forest.js";
import { end, NO, type Ref, type Situation } from "../diagram/graph.js";
import { and, not, or } from "../diagram/logic.js";
import { restrict } from "../diagram/narrow.js";
import { witness } from "../diagram/region.js";
import { type Draft, type Law, packLaw } from "../table/compile.js";
import type { CompiledTable } from "../table/compiled.js";
import type { Rule } from "../table/table.js";
import { binds } from "../table/verdict.js";
import { outlookOf } from "../triage/decide.js";
import { commonVerdict } from "../triage/outcomes.js";
import { situationOf } from "../triage/situation.js";
import { factsOf } from "./region.js";

/** What is held back because it would bind on what the table takes for granted. */
export interface HeldBack {
  /** The situations whose answer binds, and is not given before some fact is stated that is taken for granted. */
  readonly situations: bigint;
  /** The same for each fact that is taken for granted, everything else being stated. */
  readonly facts: readonly { readonly id: string; readonly situations: bigint }[];
}

/**
 * What is held back under the law of a day; nothing where the diagram cannot hold it. Of each fact, and each verdict
 * that would bind on it, one situation is assessed without it.
 *
 * @throws Error where that gives exit code 0
 */
export function findHeldBack(compiled: CompiledTable, draft: Draft): HeldBack | undefined {
  return unlessFull<HeldBack | undefined>(
    () => heldBack(compiled, draft),
    () => undefined,
  );
}

function heldBack(compiled: CompiledTable, draft: Draft): HeldBack {
  const law = packLaw(draft);
  const { forest, table } = draft;
  const presumed = Object.keys(table.facts).filter((id) => table.facts[id]?.presume !== undefined);
  const facts = presumed.map((id) => ({ id, region: heldBackFor(draft, id) }));
  for (const { id, region } of facts) confirm(compiled, law, draft, id, region);
  return {
    situations: count(forest, or(forest, ...facts.map(({ region }) => region))),
    facts: facts.map(({ id, region }) => ({ id, situations: count(forest, region) })),
  };
}

/** Where the answer binds with every value that is presumed of a fact, and not with every other. */
function heldBackFor(draft: Draft, fact: string): Ref {
  const { forest, factOrder, table } = draft;
  const { values, presume } = table.facts[fact] as Draft["table"]["facts"][string];
  const variable = factOrder.indexOf(fact);
  const unknown = factOrder.map((): number | undefined => undefined);
  const [binding, free] = [true, false].map((wanted) => decidedBy(draft, ({ verdict }) => binds(verdict) === wanted));
  const among = (condition: Ref, indexes: readonly number[]): Ref =>
    or(forest, ...indexes.map((value) => restrict(forest, forest, condition, unknown.with(variable, value))));
  const ids = Object.keys(values);
  const granted = ids.flatMap((value, index) => (presume?.values.includes(value) ? [index] : []));
  const others = ids.flatMap((_, index) => (granted.includes(index) ? [] : [index]));
  return and(
    forest,
    test(forest, variable, new Set(granted)),
    binding as Ref,
    not(forest, among(free as Ref, granted)),
    among(free as Ref, others),
  );
}

function decidedBy({ forest, decides, table }: Draft, fits: (rule: Rule) => boolean): Ref {
  return or(forest, ...decides.filter((_, index) => fits(table.rules[index] as Rule)));
}

function confirm(compiled: CompiledTable, law: Law, draft: Draft, fact: string, region: Ref): void {
  const verdicts = new Set(draft.table.rules.map(({ verdict }) => verdict).filter(binds));
  for (const verdict of verdicts) {
    const kind = and(
      draft.forest,
      region,
      decidedBy(draft, (rule) => rule.verdict === verdict),
    );
    if (kind === end(NO)) continue;
    const { [fact]: _, ...facts } = factsOf(draft, witness(draft.forest, kind) as Situation);
    const { possible, presumed, wouldBind } = outlookOf(compiled, law, situationOf(compiled, law, facts), true);
    const isHeld =
      possible.length > 0 &&
      !binds(commonVerdict(possible)) &&
      presumed.includes(fact) &&
      wouldBind.some((rule) => rule.verdict === verdict);
    if (!isHeld) throw new Error(`\`${verdict}\` is not held back for \`${fact}\`: ${JSON.stringify(facts)}`);
  }
}
