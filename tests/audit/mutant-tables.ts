import fc from "fast-check";
import type { Mutant } from "../../src/audit/test/mutant-list.js";
import type { Trial } from "../../src/audit/test/notice.js";
import { draftLaw, packLaw } from "../../src/table/compile.js";
import type { CompiledTable } from "../../src/table/compiled.js";
import { BEGINNING } from "../../src/table/in-force.js";
import type { Table, Test } from "../../src/table/table.js";
import type { Case } from "../../src/triage/case.js";
import { decide, isContradiction } from "../../src/triage/decide.js";
import { findUnmet } from "../../src/triage/expectation.js";
import { canBe, deciding, everyFacts, type Facts, holds, soundTable } from "../table/small-tables.js";

export const DAY = "2026-01-01";

/** Random sound tables in which the conditions of the last rules also show notices. */
export const tableWithNotices: fc.Arbitrary<Table> = fc.tuple(soundTable, soundTable).map(([table, other]) => {
  const conditions = [
    ...table.rules.slice(1).map(({ when }) => when),
    ...Object.values(table.findings).map(({ when }) => when),
  ];
  const shown = conditions.slice(0, 1 + (other.rules.length % 2));
  const notices = shown.map(
    (when, index) => [`n${index}`, { when, says: "!", urgent: false, everywhere: index > 0, cite: [] }] as const,
  );
  return { ...table, notices: Object.fromEntries(notices) };
});

/** The table with a mistake made in it: what is dropped holds nowhere. */
export function tableOf(table: Table, { change: { of }, path, now }: Mutant): Table {
  const place = path[1] as string;
  const part = Object(table[of.section])[place];
  const never = { tests: Object.keys(table.facts).slice(0, 1).map(nothingOf), any: [] };
  const parts = Object.entries({ ...table[of.section], [place]: now ?? { ...part, when: never } });
  const isList = Array.isArray(table[of.section]);
  return { ...table, [of.section]: isList ? parts.map(([, one]) => one) : Object.fromEntries(parts) };
}

function nothingOf(subject: string): Test {
  return { subject, values: [], negated: false };
}

export function compiledOf(table: Table): CompiledTable {
  return { table, digest: "", laws: [{ from: BEGINNING, law: packLaw(draftLaw(table, DAY)) }] };
}

/** What a table says of a whole situation, by plain reading: the deciding rules and the notices. */
export function said(table: Table, facts: Facts): { readonly answer: string; readonly notices: string } {
  if (!canBe(table, facts)) return { answer: "cannot be", notices: "" };
  const rules = deciding(table, facts).map(({ id, verdict }) => `${id} ${verdict}`);
  const isElsewhere = deciding(table, facts).some(({ verdict }) => verdict === "out-of-scope");
  const notices = Object.entries(table.notices).flatMap(([id, { when, everywhere }]) =>
    holds(table, when, facts) && (everywhere || !isElsewhere) ? [id] : [],
  );
  return { answer: rules.join(" and ") || "nobody", notices: notices.join() };
}

/** Whether a table leaves a gap or a conflict, by plain reading. */
export function isUnsound(table: Table): boolean {
  const possible = everyFacts(table).filter((facts) => canBe(table, facts));
  return possible.length === 0 || possible.some((facts) => deciding(table, facts).length !== 1);
}

/** A case with everything that a table says of it as its expectation; `undefined` where its facts contradict each other. */
export function trialOf(compiled: CompiledTable, facts: Facts, withNotices: boolean): Trial | undefined {
  const given: Case = { facts, particulars: {} };
  const decision = decide(compiled, given, DAY);
  if (isContradiction(decision)) return undefined;
  const [rule, another] = decision.possible;
  const expect = {
    verdict: decision.verdict,
    ...(rule === undefined || another !== undefined ? {} : { rule: rule.id }),
    ...(withNotices ? { notices: decision.notices } : {}),
  };
  return { given, expect, decision };
}

/** Whether a case is no longer as expected under another table, by a full assessment. */
export function isUnmet(compiled: CompiledTable, { given, expect }: Trial, day = DAY): boolean {
  const decision = decide(compiled, given, day);
  return isContradiction(decision) || findUnmet(expect, decision).length > 0;
}
