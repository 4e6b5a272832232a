import { NO, type Ref, type Situation, YES } from "../diagram/graph.js";
import { reachable } from "../diagram/walk.js";
import type { Law } from "../table/compile.js";
import { type CompiledTable, lawOn } from "../table/compiled.js";
import { testsOf } from "../table/conditions.js";
import type { Rule, Table, Test } from "../table/table.js";
import type { Verdict } from "../table/verdict.js";
import type { Case } from "./case.js";
import type { Contradiction } from "./contradiction.js";
import { type DateDoubt, type Due, doubtsAbout, dueOn } from "./deadlines.js";
import { type Flip, findFlips } from "./flips.js";
import { findOpenFacts, type OpenFact } from "./open-facts.js";
import { commonVerdict } from "./outcomes.js";
import { planFor } from "./plan.js";
import { certainIds, isCertain, possibleRules, situationOf } from "./situation.js";

/** What a table says about a case, by id. */
export interface Decision {
  readonly asOf: string;
  readonly verdict: Verdict;
  /** The rules that can still decide. Exactly one where the case is settled; several may agree on the verdict. */
  readonly possible: readonly Rule[];
  /** Rules whose own conditions hold and that give way to the deciding one. */
  readonly displaced: readonly Rule[];
  /** Findings that hold and on which a rule that can still decide relies. */
  readonly findings: readonly string[];
  readonly notices: readonly string[];
  readonly steps: readonly string[];
  readonly deadlines: readonly Due[];
  readonly doubts: readonly DateDoubt[];
  /** Facts nobody has stated on which the verdict, or else the rule, still depends. */
  readonly open: readonly OpenFact[];
  /** Single stated facts that would change the verdict. */
  readonly flips: readonly Flip[];
}

/**
 * What the table says about a case under the law of a day, written YYYY-MM-DD.
 *
 * A fact nobody has stated may have any of its values: where every possibility comes to one verdict, that is the
 * verdict; where not, it is `cannot-say`.
 */
export function decide(compiled: CompiledTable, { facts, particulars }: Case, today: string): Decision | Contradiction {
  const { table } = compiled;
  const law = lawOn(compiled, today);
  const situation = situationOf(compiled, law, facts);
  const possible = possibleRules(compiled, law, situation);
  if (possible.length === 0) return contradiction(compiled, law, situation, Object.keys(facts));
  const verdict = commonVerdict(possible);
  const holds = (root: Ref): boolean => isCertain(law, root, situation);
  const certain = (roots: Readonly<Record<string, Ref>>): string[] => certainIds(law, roots, situation);
  const { steps, deadlines } = planFor(table, possible, verdict);
  const behind = findingsBehind(table, possible);
  return {
    asOf: today,
    verdict,
    possible,
    displaced: table.rules.filter((rule, index) => !possible.includes(rule) && holds(law.roots.applies[index] as Ref)),
    findings: certain(law.roots.findings).filter((id) => behind.has(id)),
    notices: certain(law.roots.notices),
    steps,
    deadlines: deadlines.map((id) => dueOn(table, id, particulars, today)),
    doubts: doubtsAbout(table, particulars, today),
    open: possible.length === 1 ? [] : findOpenFacts(compiled, law, situation, verdict),
    flips: verdict === "cannot-say" ? [] : findFlips(compiled, law, situation, verdict),
  };
}

export function isContradiction(answer: Decision | Contradiction): answer is Contradiction {
  return "because" in answer;
}

/** The findings that these rules test, and those that such findings test in turn. */
function findingsBehind(table: Table, rules: readonly Rule[]): ReadonlySet<string> {
  const behind = new Set<string>();
  const add = ({ test }: { readonly test: Test }): void => {
    const finding = table.findings[test.subject];
    if (finding === undefined || behind.has(test.subject)) return;
    behind.add(test.subject);
    testsOf(finding.when, []).forEach(add);
  };
  for (const { when } of rules) testsOf(when, []).forEach(add);
  return behind;
}

/** Names what rules the facts out by itself or, where only several things together do, all of those. */
function contradiction(
  { table }: CompiledTable,
  law: Law,
  situation: Situation,
  facts: readonly string[],
): Contradiction {
  const ends = table.impossible.map((_, index) => reachable(law.graph, law.roots.impossible[index] as Ref, situation));
  const alone = table.impossible.filter((_, index) => !ends[index]?.has(NO));
  const broken = alone.length > 0 ? alone : table.impossible.filter((_, index) => ends[index]?.has(YES));
  const tested = new Set(broken.flatMap(({ when }) => when.tests.map(({ subject }) => subject)));
  return { because: broken.map(({ because }) => because), facts: facts.filter((id) => tested.has(id)) };
}
