import fc from "fast-check";
import { expect, test } from "vitest";
import { draftLaw, packLaw } from "../../src/table/compile.js";
import { type CompiledTable, lawOn } from "../../src/table/compiled.js";
import { BEGINNING } from "../../src/table/in-force.js";
import type { Rule, Table } from "../../src/table/table.js";
import { binds } from "../../src/table/verdict.js";
import { newBriefing } from "../../src/triage/brief/brief.js";
import type { Brief } from "../../src/triage/brief/commons.js";
import { type Case, type Known, valuesOf } from "../../src/triage/case.js";
import { type Decision, decide, isContradiction } from "../../src/triage/decide.js";
import { statedSituation } from "../../src/triage/situation.js";
import { shippedTable } from "../law/shipped.js";
import { canBe, deciding, everyFacts, type Facts, soundTable } from "../table/small-tables.js";

const TODAY = "2026-01-01";
const STEPS = ["s0", "s1", "s2", "s3"];
const DUE = ["d0", "d1", "d2"];

/** A table with presumptions, judgements and steps, and a story in which facts are known, half known or not told. */
interface Story {
  readonly table: Table;
  readonly facts: Case["facts"];
}

const story: fc.Arbitrary<Story> = soundTable.chain((sound) => {
  const ids = Object.keys(sound.facts);
  return fc
    .record({
      presumed: someValues(sound),
      judged: fc.tuple(...ids.map(() => fc.integer({ min: 0, max: 5 }))),
      steps: fc.array(fc.subarray(STEPS), { minLength: sound.rules.length, maxLength: sound.rules.length }),
      due: fc.array(fc.subarray(DUE), { minLength: sound.rules.length, maxLength: sound.rules.length }),
      facts: telling(sound),
    })
    .map(({ presumed, judged, steps, due, facts }) => ({
      table: {
        ...sound,
        facts: Object.fromEntries(
          ids.map((id, index) => [id, fact(sound, id, presumed[index] ?? null, judged[index] as number)]),
        ),
        rules: sound.rules.map((rule, index) => ({
          ...rule,
          steps: steps[index] as string[],
          deadlines: due[index] as string[],
        })),
        deadlines: Object.fromEntries(
          DUE.map((id) => [id, { says: id, from: "day", after: { count: 1, unit: "day" }, cite: [] }]),
        ),
        steps: Object.fromEntries(STEPS.map((id, index) => [id, { do: id, "holds-back": index === 0 }])),
      },
      facts,
    }));
});

function fact(table: Table, id: string, presumed: readonly string[] | null, judged: number): Table["facts"][string] {
  const plain = table.facts[id] as Table["facts"][string];
  if (judged === 0) return { ...plain, "not-weighed": "v0" };
  if (presumed === null || presumed.length === Object.keys(plain.values).length) return plain;
  return { ...plain, presume: { values: presumed, says: id, because: id, check: id, cite: [] } };
}

/** For each fact some of its values, or nothing. */
function someValues({ facts }: Table): fc.Arbitrary<(string[] | null)[]> {
  return fc.tuple(
    ...Object.values(facts).map(({ values }) => fc.option(fc.subarray(Object.keys(values), { minLength: 1 }))),
  );
}

/** What somebody could tell of the facts of a table. */
function telling(table: Table): fc.Arbitrary<Case["facts"]> {
  return someValues(table).map((told) =>
    Object.fromEntries(
      Object.entries(table.facts).flatMap(([id, fact], index): [string, Known][] => {
        const values = told[index] ?? [];
        if (values.length === 0 || values.length === Object.keys(fact.values).length) return [];
        return [[id, values.length === 1 ? (values[0] as string) : values]];
      }),
    ),
  );
}

function compiledFrom(table: Table): CompiledTable {
  return { table, digest: "", laws: [{ from: BEGINNING, law: packLaw(draftLaw(table, TODAY)) }] };
}

function decideOn({ table, facts }: Story, presume: boolean): Decision | undefined {
  return decideBy(compiledFrom(table), facts, presume);
}

function decideBy(compiled: CompiledTable, facts: Case["facts"], presume: boolean): Decision | undefined {
  const decision = decide(compiled, { facts, particulars: {} }, TODAY, presume);
  return isContradiction(decision) ? undefined : decision;
}

/** The rules that the situations come to with which a story agrees, by plain reading. */
function plainly({ table, facts }: Story): Rule[] {
  const judgements = Object.entries(table.facts).flatMap(([id, { "not-weighed": value }]) =>
    value === undefined || facts[id] !== undefined ? [] : [[id, value] as const],
  );
  const all: Case["facts"] = { ...facts, ...Object.fromEntries(judgements) };
  const agrees = (whole: Facts): boolean =>
    Object.entries(all).every(([id, values]) => valuesOf(values).includes(whole[id] as string));
  const wholes = everyFacts(table).filter((whole) => agrees(whole) && canBe(table, whole));
  const ids = new Set(wholes.map((whole) => deciding(table, whole)[0]?.id));
  return table.rules.filter(({ id }) => ids.has(id));
}

/** The same story with what is taken for granted stated. */
function stating({ table, facts }: Story, presumed: Decision["presumed"]): Story {
  const granted = presumed.map(({ fact: id }): [string, Known] => {
    const known = valuesOf(facts[id] ?? Object.keys(table.facts[id]?.values ?? {}));
    const left = known.filter((value) => table.facts[id]?.presume?.values.includes(value));
    return [id, left.length === 1 ? (left[0] as string) : left];
  });
  return { table, facts: { ...facts, ...Object.fromEntries(granted) } };
}

/** Runs a check on random stories that can be true, and what they come to with what is taken for granted. */
function check(holds: (decision: Decision, told: Story) => void, numRuns = 600): void {
  const property = fc.property(story, (told) => {
    const decision = decideOn(told, true);
    if (decision !== undefined) holds(decision, told);
  });
  fc.assert(property, { numRuns });
}

test("what is half known leaves exactly the rules that its values come to, and nothing is taken for granted unasked", () => {
  fc.assert(
    fc.property(story, (told) => {
      expect(decideOn(told, false)?.possible ?? []).toEqual(plainly(told));
    }),
    { numRuns: 600 },
  );
});

test("an answer on what is taken for granted is the one that would be given if it were stated", () => {
  check((decision, told) => {
    const left = decision.wouldBind.length > 0 ? decision.wouldBind : decision.possible;
    expect(left).toEqual(plainly(stating(told, decision.presumed)));
    // each of them matters
    for (const one of decision.presumed) {
      const others = decision.presumed.filter((other) => other !== one);
      expect(plainly(stating(told, others))).not.toEqual(left);
    }
  });
});

test("no verdict that binds is given on anything that is only taken for granted", () => {
  let kept = 0;
  check((decision, told) => {
    if (binds(decision.verdict) || decision.agreement === "all-bind") {
      expect(decision.possible).toEqual(plainly(told));
    }
    if (decision.wouldBind.length === 0) return;
    kept += 1;
    expect(decision.verdict).toBe("cannot-say");
    expect(decision.possible).toEqual(plainly(told));
    expect(decision.presumed).not.toEqual([]);
    expect(decision.wouldBind.filter(({ verdict }) => !binds(verdict))).toEqual([]);
  }, 2000);
  expect(kept).toBeGreaterThan(5);
});

test("whoever tells more, and nothing against what is taken for granted, keeps the verdict they had", () => {
  fc.assert(
    fc.property(story, fc.nat(), (told, pick) => {
      const decision = decideOn(told, true);
      if (decision === undefined || decision.verdict === "cannot-say") return;
      const { table, facts } = stating(told, decision.presumed);
      const wholes = everyFacts(table).filter(
        (whole) =>
          canBe(table, whole) &&
          Object.entries(facts).every(([id, values]) => valuesOf(values).includes(whole[id] as string)) &&
          Object.entries(table.facts).every(
            ([id, { "not-weighed": value }]) => value === undefined || facts[id] !== undefined || whole[id] === value,
          ),
      );
      const whole = wholes[pick % wholes.length] as Facts;
      expect(decideOn({ table, facts: whole }, true)?.verdict).toBe(decision.verdict);
    }),
    { numRuns: 600 },
  );
});

test("no answer has fewer steps than all the rules have that can still decide, and each rule's others stand with it", () => {
  check((decision) => {
    const common = STEPS.filter((id) => decision.possible.every(({ steps }) => steps.includes(id)));
    expect(decision.steps.filter((id) => common.includes(id))).toEqual(common);
    for (const { rule, steps } of decision.branches) {
      expect([...steps, ...rule.steps.filter((id) => decision.steps.includes(id))].sort()).toEqual(
        [...rule.steps].sort(),
      );
    }
  });
});

test("beside an answer that would bind stands every date that it would come with, and what is due only then is marked", () => {
  check(({ deadlines, possible, wouldBind, branches }) => {
    const common = (rules: readonly Rule[]): string[] =>
      DUE.filter((id) => rules.length > 0 && rules.every((rule) => rule.deadlines.includes(id)));
    const inAnyEvent = common(possible);
    expect(deadlines.flatMap(({ id, ifSo }) => (ifSo ? [] : [id])).sort()).toEqual(inAnyEvent);
    const ifSo = common(wouldBind).filter((id) => !inAnyEvent.includes(id));
    expect(deadlines.flatMap((one) => (one.ifSo ? [one.id] : [])).sort()).toEqual(ifSo);
    // each rule still tells all that it adds to what is due in any event
    for (const { rule, deadlines: own } of branches)
      expect([...own.map(({ id }) => id), ...inAnyEvent].sort()).toEqual([...rule.deadlines].sort());
  }, 2000);
});

test("a batch comes to the same, with presumptions and without", () => {
  fc.assert(
    fc.property(story, fc.boolean(), ({ table, facts }, presume) => expectSame(compiledFrom(table), facts, presume)),
    { numRuns: 600 },
  );
});

test("a batch comes to the same where more is taken for granted than one search can choose from", () => {
  const { table } = shippedTable();
  const granted = Object.entries(table.facts).map(([id, fact]): [string, Table["facts"][string]] => {
    if (fact["not-weighed"] !== undefined || fact["tells-kind"]) return [id, fact];
    const values = Object.keys(fact.values).slice(0, -1);
    return [id, { ...fact, presume: { values, says: id, because: id, check: id, cite: [] } }];
  });
  const facts = Object.fromEntries(granted);
  expect(Object.values(facts).filter(({ presume }) => presume !== undefined).length).toBeGreaterThan(10);
  const compiled = compiledFrom({ ...table, facts });
  for (const instrument of Object.keys(facts["instrument"]?.values ?? {})) {
    expectSame(compiled, { instrument }, true);
    expectSame(compiled, { instrument, risk: "none", maker: ["magistrate", "nobody-yet"] }, true);
  }
  // each of them in turn is the first that is too many
  const ids = Object.keys(facts).filter((id) => facts[id]?.presume !== undefined && id !== "instrument");
  for (const count of ids.keys()) {
    const stated = ids.slice(ids.length - count).map((id) => [id, Object.keys(facts[id]?.values ?? {})[0]]);
    for (const instrument of ["court-order", "request"])
      expectSame(compiled, { instrument, ...Object.fromEntries(stated) }, true);
  }
});

test("a batch comes to the same one case after the other, however little is remembered of them", () => {
  const tables = story.chain(({ table }) =>
    fc.record({ table: fc.constant(table), stories: fc.array(telling(table)) }),
  );
  const few = fc.integer({ min: 1, max: 4 });
  const most = fc.record({ situations: few, briefs: few, sets: few, added: few });
  fc.assert(
    fc.property(tables, fc.boolean(), most, ({ table, stories }, presume, most) => {
      const compiled = compiledFrom(table);
      const briefing = newBriefing(compiled, TODAY, presume, asItIs, most);
      for (const facts of stories) expectSame(compiled, facts, presume, briefing);
    }),
    { numRuns: 600 },
  );
});

const asItIs = (brief: Brief): Brief => brief;

function expectSame(
  compiled: CompiledTable,
  facts: Case["facts"],
  presume: boolean,
  briefing = newBriefing(compiled, TODAY, presume, asItIs),
): void {
  const brief = briefing.brief(briefing.valuesOf(statedSituation(compiled, lawOn(compiled, TODAY), facts)));
  const decision = decideBy(compiled, facts, presume);
  expect(brief?.verdict).toBe(decision?.verdict);
  expect(brief?.agreement).toBe(decision?.agreement);
  expect(brief?.rule?.id).toBe(decision?.possible.length === 1 ? decision.possible[0]?.id : undefined);
  expect(brief?.presumed).toEqual(decision?.presumed.map((one) => one.fact));
  expect(brief?.wouldBind).toEqual(decision?.wouldBind);
  expect(brief?.deadlines).toEqual(decision?.deadlines.map(({ id }) => id));
  expect(brief?.ifSo).toEqual(decision?.deadlines.flatMap(({ id, ifSo }) => (ifSo ? [id] : [])));
  expect(brief?.open).toEqual(decision?.open.map((one) => one.fact));
}

test("a judgement that is there without a value has not been made", () => {
  fc.assert(
    fc.property(story, ({ table, facts }) => {
      const named = Object.fromEntries(Object.keys(table.facts).map((id) => [id, facts[id]])) as Case["facts"];
      expect(decideOn({ table, facts: named }, true)).toEqual(decideOn({ table, facts }, true));
    }),
    { numRuns: 200 },
  );
});
