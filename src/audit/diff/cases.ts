import type { CompiledTable } from "../../table/compiled.js";
import { type Case, valuesOf } from "../../triage/case.js";
import { type Decision, decide, isContradiction } from "../../triage/decide.js";
import { factsToNew, factsToOld, type Renames } from "./renames.js";

/** A case and the table whose words it is written in. */
export interface SidedCase {
  readonly given: Case;
  readonly writtenFor: "old" | "new";
}

/** What two laws say of a case. */
export interface TwiceDecided<Written extends SidedCase> {
  readonly written: Written;
  readonly old: DecidedCase | undefined;
  readonly new: DecidedCase | undefined;
}

/** A case in the words of a table, and what that says of it; none where its facts cannot all be true. */
export interface DecidedCase {
  readonly given: Case;
  readonly decision: Decision;
}

interface DatedLaws {
  readonly compiled: CompiledTable;
  readonly day: string;
}

/** Decides each case under both laws. */
export function decideTwice<Written extends SidedCase>(
  renames: Renames,
  old: DatedLaws,
  next: DatedLaws,
  cases: readonly Written[],
): TwiceDecided<Written>[] {
  return cases.map((written) => {
    const { given, writtenFor } = written;
    return {
      written,
      old: decideUnder(old, given, writtenFor === "old" ? given.facts : factsToOld(renames, given.facts)),
      new: decideUnder(next, given, writtenFor === "new" ? given.facts : factsToNew(renames, given.facts)),
    };
  });
}

/** A fact that the table does not have is passed over; one with a value that it does not know cannot be. */
function decideUnder({ compiled, day }: DatedLaws, written: Case, facts: Case["facts"]): DecidedCase | undefined {
  const { table } = compiled;
  const known = Object.entries(facts).filter(([id]) => Object.hasOwn(table.facts, id));
  const isKnown = (id: string, value: string): boolean => Object.hasOwn(table.facts[id]?.values ?? {}, value);
  if (known.some(([id, one]) => !valuesOf(one).every((value) => isKnown(id, value)))) return undefined;
  const given = { ...written, facts: Object.fromEntries(known) };
  const decision = decide(compiled, given, day);
  return isContradiction(decision) ? undefined : { given, decision };
}
