import { mapValues } from "../../table/map-values.js";
import type { Condition, Fact, Table, Test } from "../../table/table.js";
import type { Facts } from "../../triage/situation.js";
import { type FactValue, factsToOld, guessRenames, type Renames } from "./renames.js";

/** Two tables over the same facts and values: those of both, under the names of the new one. */
export interface Space {
  /** A situation with a value that this table does not know is impossible under it. */
  readonly old: Table;
  readonly new: Table;
  /** The old table as it is written, but for the names. */
  readonly renamed: Table;
  readonly renames: Renames;
  /** What only the new table knows, and what only the old one does. */
  readonly added: Own;
  readonly removed: Own;
}

interface Own {
  readonly facts: readonly string[];
  /** Of facts that both tables know. */
  readonly values: readonly FactValue[];
}

/** Brings two tables into one space. A fact that only one of them has is never tested by the other. */
export function spaceOf(written: Table, next: Table): Space {
  const renames = guessRenames(written, next);
  const renamed = underNewNames(written, renames);
  const facts = mapValues({ ...next.facts, ...onlyIn(renamed, next) }, (fact, id) =>
    withValues(fact, renamed.facts[id]),
  );
  const added = ownOf(next, renamed);
  const removed = ownOf(renamed, next);
  return {
    old: { ...renamed, facts, impossible: [...renamed.impossible, ...added.values.map(cannotBe)] },
    new: { ...next, facts, impossible: [...next.impossible, ...removed.values.map(cannotBe)] },
    renamed,
    renames,
    added,
    removed,
  };
}

/** A situation of the space as each table would write it: without the facts that it does not have. */
export function witnessFor(
  { renames }: Space,
  old: Table,
  next: Table,
  facts: Facts,
): { readonly old: Facts; readonly new: Facts } {
  const known = ({ facts: ids }: Table, stated: Facts): Facts =>
    Object.fromEntries(Object.entries(stated).filter(([id]) => Object.hasOwn(ids, id)));
  return { old: known(old, factsToOld(renames, facts)), new: known(next, facts) };
}

/** The condition that a situation has this value. */
export function hasValue({ fact, value }: FactValue): Condition {
  return { tests: [{ subject: fact, values: [value], negated: false }], any: [] };
}

function cannotBe(value: FactValue): Table["impossible"][number] {
  return { when: hasValue(value), because: "" };
}

/** A table with its facts and values named as in the next one. */
function underNewNames(table: Table, renames: Renames): Table {
  const condition = ({ tests, any }: Condition): Condition => ({
    tests: tests.map((test) => (Object.hasOwn(table.facts, test.subject) ? renamedTest(test, renames) : test)),
    any: any.map(condition),
  });
  const conditional = <Part extends { readonly when: Condition }>(part: Part): Part => ({
    ...part,
    when: condition(part.when),
  });
  const perhaps = <Part extends { readonly when?: Condition | undefined }>(part: Part): Part =>
    part.when === undefined ? part : { ...part, when: condition(part.when) };
  const facts = Object.entries(table.facts).map(
    ([id, { values, presume, "not-weighed": unmade, "always-so": _, ...fact }]): [string, Fact] => {
      const renamed = (value: string): string => renames.valueToNew(id, value);
      const answers = Object.entries(values).map(([value, answer]) => [renamed(value), answer]);
      const asked = fact["asked-when"] && { "asked-when": condition(fact["asked-when"]) };
      const taken = {
        ...(presume && { presume: { ...presume, values: presume.values.map(renamed) } }),
        ...(unmade && { "not-weighed": renamed(unmade) }),
      };
      return [renames.factToNew(id), { ...fact, values: Object.fromEntries(answers), ...asked, ...taken }];
    },
  );
  return {
    ...table,
    facts: Object.fromEntries(facts),
    findings: mapValues(table.findings, conditional),
    impossible: table.impossible.map(conditional),
    rules: table.rules.map(conditional),
    notices: mapValues(table.notices, conditional),
    forms: mapValues(table.forms, conditional),
    papers: mapValues(table.papers, (paper) => ({
      ...perhaps(paper),
      sections: paper.sections.map((section) => ({ ...perhaps(section), says: section.says.map(perhaps) })),
    })),
    invariants: table.invariants.map(conditional),
  };
}

function renamedTest(test: Test, { factToNew, valueToNew }: Renames): Test {
  const values = test.values.map((value) => valueToNew(test.subject, value));
  return { ...test, subject: factToNew(test.subject), values };
}

/** When a fact is asked is left out: it decides nothing, and may rest on what the other table does not have. */
function withValues({ "asked-when": _, ...fact }: Fact, old: Fact | undefined): Fact {
  return { ...fact, values: { ...fact.values, ...old?.values, ...fact.values } };
}

function ownOf(table: Table, other: Table): Own {
  return { facts: Object.keys(onlyIn(table, other)), values: valuesOnlyIn(table, other) };
}

function onlyIn(table: Table, other: Table): Table["facts"] {
  return Object.fromEntries(Object.entries(table.facts).filter(([id]) => !Object.hasOwn(other.facts, id)));
}

function valuesOnlyIn(table: Table, other: Table): FactValue[] {
  return Object.entries(table.facts).flatMap(([fact, { values }]) => {
    const known = other.facts[fact]?.values;
    if (known === undefined) return [];
    return Object.keys(values).flatMap((value) => (Object.hasOwn(known, value) ? [] : [{ fact, value }]));
  });
}
