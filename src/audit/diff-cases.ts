import type { CompiledTable } from "../table/compiled.js";
import type { Rule } from "../table/table.js";
import type { Verdict } from "../table/verdict.js";
import type { Case } from "../triage/case.js";
import { decide, isContradiction } from "../triage/decide.js";
import type { Facts } from "../triage/situation.js";
import { factsToNew, factsToOld, type Renames } from "./diff-renames.js";

/** A case and the table whose words it is written in. */
export interface SidedCase {
  readonly given: Case;
  readonly writtenFor: "old" | "new";
}

/** What one law says of a case; nothing where its facts cannot all be true. */
export type Said = { readonly verdict: Verdict; readonly rule: string | undefined } | undefined;

/** What both laws say of a case that they decide differently. */
export interface AffectedCase<Written extends SidedCase> {
  readonly written: Written;
  readonly old: Said;
  readonly new: Said;
}

interface DatedLaws {
  readonly compiled: CompiledTable;
  readonly day: string;
}

/** The cases to which two laws give another verdict, or give it by another rule. */
export function findAffectedCases<Written extends SidedCase>(
  renames: Renames,
  old: DatedLaws,
  next: DatedLaws,
  cases: readonly Written[],
): AffectedCase<Written>[] {
  return cases.flatMap((written) => {
    const { given, writtenFor } = written;
    const before = say(old, given, writtenFor === "old" ? given.facts : factsToOld(renames, given.facts));
    const after = say(next, given, writtenFor === "new" ? given.facts : factsToNew(renames, given.facts));
    const same = before?.verdict === after?.verdict && before?.rule === after?.rule;
    return same ? [] : [{ written, old: before, new: after }];
  });
}

/** A fact that the table does not have is passed over; one with a value that it does not know cannot be. */
function say({ compiled, day }: DatedLaws, given: Case, facts: Facts): Said {
  const { table } = compiled;
  const known = Object.entries(facts).filter(([id]) => Object.hasOwn(table.facts, id));
  if (known.some(([id, value]) => !Object.hasOwn(table.facts[id]?.values ?? {}, value))) return undefined;
  const decision = decide(compiled, { ...given, facts: Object.fromEntries(known), particulars: {} }, day);
  if (isContradiction(decision)) return undefined;
  return { verdict: decision.verdict, rule: onlyOne(decision.possible)?.id };
}

function onlyOne(rules: readonly Rule[]): Rule | undefined {
  return rules.length === 1 ? rules[0] : undefined;
}
