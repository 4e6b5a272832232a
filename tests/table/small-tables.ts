import fc from "fast-check";
import type { Condition, Rule, Table, Test } from "../../src/table/table.js";
import type { RuleVerdict } from "../../src/table/verdict.js";
import { type Case, valuesOf } from "../../src/triage/case.js";
import { everySituation } from "../diagram/arbitrary.js";

/** A whole situation: every fact stated. */
export type Facts = Readonly<Record<string, string>>;

const verdicts: readonly RuleVerdict[] = ["appears-lawful", "likely-unlawful", "refer", "may-disclose", "out-of-scope"];

export function emptyTable(): Table {
  return {
    table: {
      id: "small",
      edition: "1",
      "reviewed-on": "2026-01-01",
      jurisdiction: "Nowhere",
      disclaimer: "Only a test.",
    },
    verdicts: {},
    facts: {},
    "former-facts": {},
    particulars: {},
    findings: {},
    impossible: [],
    rules: [],
    notices: {},
    forms: {},
    papers: {},
    steps: {},
    deadlines: {},
    contacts: {},
    sources: {},
    invariants: [],
  };
}

export function rule(id: string, when: Condition, more: Partial<Rule> = {}): Rule {
  const plain = {
    id,
    when,
    overrides: [],
    verdict: "refer",
    headline: id,
    because: id,
    cite: [],
    steps: [],
    deadlines: [],
  } as const;
  return { ...plain, ...more };
}

/** Random tables of up to four facts, findings that build on each other, things that cannot be, and rules. */
export const looseTable: fc.Arbitrary<Table> = fc
  .array(fc.integer({ min: 2, max: 3 }), { minLength: 1, maxLength: 4 })
  .chain((sizes) => {
    const facts = Object.fromEntries(sizes.map((size, index) => [`f${index}`, factWith(size)]));
    const findingNames = ["g0", "g1"];
    return fc
      .record({
        findings: fc.tuple(condition(facts, []), condition(facts, ["g0"])),
        impossible: fc.array(condition(facts, findingNames), { maxLength: 1 }),
        rules: fc.array(
          fc.tuple(
            condition(facts, findingNames),
            fc.constantFrom(...verdicts),
            fc.array(fc.nat({ max: 4 }), { maxLength: 2 }),
          ),
          { minLength: 1, maxLength: 5 },
        ),
      })
      .map(({ findings, impossible, rules }) => ({
        ...emptyTable(),
        facts,
        findings: Object.fromEntries(
          findings.map((when, index) => [`g${index}`, { says: `g${index}`, when, cite: [] }]),
        ),
        impossible: impossible.map((when) => ({ when, because: "it cannot be" })),
        // a rule overrides only earlier ones, so that there is no circle
        rules: rules.map(([when, verdict, below], index) =>
          rule(`r${index}`, when, {
            verdict,
            overrides: [...new Set(below)].filter((other) => other < index).map((other) => `r${other}`),
          }),
        ),
      }));
  });

/** Random tables in which every situation has one deciding rule: each rule overrides all before it, and the first holds always. */
export const soundTable: fc.Arbitrary<Table> = looseTable.map((table) => ({
  ...table,
  impossible: table.impossible.filter(({ when }) => everyFacts(table).some((facts) => !holds(table, when, facts))),
  rules: table.rules.map((one, index, all) => ({
    ...one,
    when: index === 0 ? { tests: [], any: [] } : one.when,
    overrides: all.slice(0, index).map(({ id }) => id),
  })),
}));

function factWith(size: number) {
  return {
    ask: "?",
    why: "because",
    values: Object.fromEntries([...Array(size).keys()].map((value) => [`v${value}`, `${value}`])),
  };
}

/** Random conditions on these facts and findings. */
export function condition(facts: Table["facts"], findings: readonly string[]): fc.Arbitrary<Condition> {
  const onFact = fc.constantFrom(...Object.keys(facts)).chain((subject) =>
    fc.record({
      subject: fc.constant(subject),
      values: fc.subarray(Object.keys(facts[subject]?.values ?? {}), { minLength: 1 }),
      negated: fc.boolean(),
    }),
  );
  const onFinding = fc.record({
    subject: fc.constantFrom(...(findings.length > 0 ? findings : ["none"])),
    values: fc.constantFrom(["yes"], ["no"]),
    negated: fc.boolean(),
  });
  const test: fc.Arbitrary<Test> = findings.length === 0 ? onFact : fc.oneof(onFact, onFinding);
  const tests = fc.uniqueArray(test, { selector: ({ subject }) => subject, maxLength: 2 });
  const flat = tests.map((list): Condition => ({ tests: list, any: [] }));
  return fc.record({
    tests,
    any: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(flat, { minLength: 1, maxLength: 2 }) },
    ),
  });
}

/** Every situation of a table, by plain enumeration. */
export function everyFacts(table: Table): Facts[] {
  const ids = Object.keys(table.facts);
  const values = ids.map((id) => Object.keys(table.facts[id]?.values ?? {}));
  return everySituation(values.map(({ length }) => length)).map((situation) =>
    Object.fromEntries(situation.map((value, index) => [ids[index] as string, values[index]?.[value] as string])),
  );
}

/** Whether a condition holds, read off the table as a person would. */
export function holds(table: Table, { tests, any }: Condition, facts: Facts): boolean {
  const passes = ({ subject, values, negated }: Test): boolean => {
    const finding = table.findings[subject];
    const value = finding ? (holds(table, finding.when, facts) ? "yes" : "no") : facts[subject];
    return values.includes(value as string) !== negated;
  };
  return tests.every(passes) && (any.length === 0 || any.some((one) => holds(table, one, facts)));
}

export function canBe(table: Table, facts: Facts): boolean {
  return !table.impossible.some(({ when }) => holds(table, when, facts));
}

/** The rules that apply and that no rule which applies overrides. */
export function deciding(table: Table, facts: Facts): Rule[] {
  const applying = table.rules.filter(({ when }) => holds(table, when, facts));
  return applying.filter(({ id }) => !applying.some(({ overrides }) => overrides.includes(id)));
}

/** A situation with some facts forgotten. */
export const someFacts = (table: Table): fc.Arbitrary<Facts> =>
  fc
    .constantFrom(...everyFacts(table))
    .chain((facts) =>
      fc.subarray(Object.keys(facts)).map((kept) => Object.fromEntries(kept.map((id) => [id, facts[id] as string]))),
    );

/** Whether a situation is one of those that what is known, wholly or by half, leaves open. */
export function agrees(whole: Facts, part: Case["facts"]): boolean {
  return Object.entries(part).every(([id, known]) => valuesOf(known).includes(whole[id] as string));
}

/** Every way of knowing some facts and not knowing the others. */
export function everyPart({ facts }: Table): Facts[] {
  return Object.entries(facts).reduce<Facts[]>(
    (parts, [id, { values }]) =>
      parts.flatMap((part) => [part, ...Object.keys(values).map((value) => ({ ...part, [id]: value }))]),
    [{}],
  );
}
