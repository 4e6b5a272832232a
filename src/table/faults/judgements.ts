import { apply } from "../../diagram/apply.js";
import { test } from "../../diagram/forest.js";
import { end, isEnd, NO, type Ref, type Terminal, terminalOf, YES } from "../../diagram/graph.js";
import { and, or } from "../../diagram/logic.js";
import { inTurn } from "../../diagram/narrow.js";
import { type Draft, IMPOSSIBLE, ruleIndex } from "../compile.js";
import { type Fault, someOf } from "../fault.js";
import { groupBy } from "../group-by.js";
import type { Rule } from "../table.js";
import { binds, VERDICTS } from "../verdict.js";

/**
 * Judgements whose absence would say what nobody has weighed, or could not be, proved over all situations. Each is held
 * alone; since the absence of any of them is always possible, what is proved holds of several together as well.
 */
export function findJudgementFaults(draft: Draft): Fault[] {
  return Object.entries(draft.table.facts).flatMap(([fact, { "not-weighed": unmade }]) =>
    unmade === undefined ? [] : [...neverUnmade(draft, fact, unmade), ...restingOn(draft, fact, unmade)],
  );
}

function neverUnmade(draft: Draft, fact: string, unmade: string): Fault[] {
  const region = unlike(draft, fact, unmade, (absent, made) => absent === IMPOSSIBLE && made !== IMPOSSIBLE);
  if (region === end(NO)) return [];
  const message = `in some situations that can exist \`${fact}\` cannot be \`${unmade}\`, as if it were always weighed`;
  return [faultAt(draft, fact, message, `take \`${unmade}\` out of what is impossible`, region)];
}

/** Told once for each verdict: a value that is wrong lets many rules decide. */
function restingOn(draft: Draft, fact: string, unmade: string): Fault[] {
  const { forest, decides, table } = draft;
  const ruleAt = (terminal: Terminal): Rule | undefined => table.rules[ruleIndex(terminal)];
  const region = unlike(draft, fact, unmade, (absent, made) => saysTooMuch(ruleAt(absent), ruleAt(made)));
  if (region === end(NO)) return [];
  const resting = table.rules.flatMap((rule, index) => {
    const own = mayRest(rule) ? end(NO) : and(forest, region, decides[index] as Ref);
    return own === end(NO) ? [] : [{ rule, own }];
  });
  return [...groupBy(resting, ({ rule }) => rule.verdict)].map(([verdict, group]) => {
    const rules = someOf(group.map(({ rule }) => rule.id));
    const message = `\`${verdict}\` rests on a judgement that nobody has made: ${rules} would not say so with every value of \`${fact}\``;
    const words = verdict === "may-disclose" ? "; or let its `do-not` say what not to do before it is weighed" : "";
    const help = `let the rule test what has to be found, or another value stand for what is not weighed${words}`;
    return faultAt(draft, fact, message, help, or(forest, ...group.map(({ own }) => own)));
  });
}

function faultAt(draft: Draft, fact: string, message: string, help: string, region: Ref): Fault {
  const path = ["facts", fact, "not-weighed"];
  return { code: "OT314", path, part: "value", message, help, situations: { draft, region } };
}

/** Whether a rule that decides while a judgement is not made says what another, once it is made, would not. */
function saysTooMuch(absent: Rule | undefined, made: Rule | undefined): boolean {
  if (absent === undefined || made === undefined || mayRest(absent)) return false;
  return absent.verdict !== made.verdict && !(binds(absent.verdict) && binds(made.verdict));
}

/** Whether a rule may decide because nobody has weighed something: what it says is not firm, or lets nothing go yet. */
function mayRest({ verdict, "do-not": doNot }: Rule): boolean {
  if (verdict === "may-disclose") return doNot !== undefined;
  return verdict === "consent-first" || !VERDICTS[verdict].firm;
}

/** Where a judgement is not made, and its end and one that it could be made to lead to are unlike. */
function unlike(
  { forest, factOrder, outcome, table }: Draft,
  fact: string,
  unmade: string,
  isUnlike: (absent: Terminal, made: Terminal) => boolean,
): Ref {
  const variable = factOrder.indexOf(fact);
  const absent = Object.keys(table.facts[fact]?.values ?? {}).indexOf(unmade);
  const pair = (one: Ref, other: Ref): Ref | undefined => {
    if (one === other) return end(NO);
    return isEnd(one) && isEnd(other) ? end(isUnlike(terminalOf(one), terminalOf(other)) ? YES : NO) : undefined;
  };
  const region = inTurn(forest, outcome, variable, (leads) =>
    or(forest, ...leads.map((lead) => apply(forest, leads[absent] as Ref, lead, pair))),
  );
  return and(forest, test(forest, variable, new Set([absent])), region);
}
