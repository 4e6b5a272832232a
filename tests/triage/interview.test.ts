import fc from "fast-check";
import { expect, test } from "vitest";
import { reportAssessment } from "../../src/report/assessment/report.js";
import { draftLaw, packLaw } from "../../src/table/compile.js";
import type { CompiledTable } from "../../src/table/compiled.js";
import { BEGINNING } from "../../src/table/in-force.js";
import type { Condition, Rule, Table } from "../../src/table/table.js";
import { binds, VERDICTS } from "../../src/table/verdict.js";
import type { Case } from "../../src/triage/case.js";
import { type Decision, decide } from "../../src/triage/decide.js";
import {
  back,
  caseOf,
  change,
  type Interview,
  nextQuestion,
  questionAgain,
  soFar,
  startInterview,
  withAnswer,
} from "../../src/triage/interview.js";
import { tableOf } from "../questions/scripted.js";
import {
  agrees,
  canBe,
  condition,
  deciding,
  emptyTable,
  everyFacts,
  type Facts,
  holds,
  rule,
  soundTable,
} from "../table/small-tables.js";

const TODAY = "2026-01-01";
const TERMS = { asOf: TODAY, presume: true };

/** Tables with notices and deadlines, but without conditions on asking. */
const openTable = soundTable.chain((table) =>
  fc
    .record({
      notices: fc.array(condition(table.facts, ["g0", "g1"]), { maxLength: 2 }),
      deadlines: fc.array(fc.subarray(["d0", "d1"]), { minLength: 5, maxLength: 5 }),
    })
    .map(({ notices, deadlines }) => ({
      ...table,
      particulars: {
        p0: { ask: "?", kind: "date" },
        p1: { ask: "?", kind: "date" },
        p2: { ask: "?", kind: "date" },
      } as Table["particulars"],
      deadlines: {
        d0: { says: "d0", from: "p1", after: { count: 3, unit: "day" }, "not-before": "p0", cite: [] },
        d1: { says: "d1", from: "p0", after: { count: 5, unit: "business day" }, "not-after": "p2", cite: [] },
      } as Table["deadlines"],
      rules: table.rules.map((one, index) => ({ ...one, deadlines: deadlines[index] as string[] })),
      notices: Object.fromEntries(
        notices.map((when, index) => [
          `n${index}`,
          { when, says: "?", urgent: false, everywhere: index > 0, cite: [] },
        ]),
      ),
    })),
);

/** Tables in which some facts are asked only after others. */
const gatedTable = openTable.chain((table) =>
  fc.tuple(...Object.keys(table.facts).map((id, index) => gate(table, id, index))).map((facts) => ({
    ...table,
    facts: Object.fromEntries(facts),
  })),
);

/** Such a table, and facts that can all be true and are known before the first question. */
const gatedTableAndFacts = gatedTable.chain((table) =>
  fc.record({
    table: fc.constant(table),
    facts: fc
      .constantFrom(...everyCompletion(table, {}))
      .chain((whole) =>
        fc
          .subarray(Object.keys(whole))
          .map((kept): Facts => Object.fromEntries(kept.map((id) => [id, whole[id] as string]))),
      ),
  }),
);

function gate(table: Table, id: string, index: number): fc.Arbitrary<[string, Table["facts"][string]]> {
  const fact = table.facts[id] as Table["facts"][string];
  const earlier = Object.fromEntries(Object.entries(table.facts).slice(0, index));
  if (index === 0) return fc.constant([id, fact]);
  return fc.oneof(
    fc.constant<[string, typeof fact]>([id, fact]),
    condition(earlier, []).map((when): [string, typeof fact] => [id, { ...fact, "asked-when": when }]),
  );
}

/** Such tables, but a fact that matters where it is not asked is always asked, as `rules check` demands. */
const checkedTable = gatedTable.map((table) => ({
  ...table,
  facts: Object.fromEntries(
    Object.entries(table.facts).map(([id, { "asked-when": when, ...fact }]): [string, Table["facts"][string]] => [
      id,
      when === undefined || mattersWhere(table, id, (whole) => !holds(table, when, whole))
        ? fact
        : { ...fact, "asked-when": when },
    ]),
  ),
}));

/** Whether, somewhere there, another value of a fact decides another rule or shows other notices. */
function mattersWhere(table: Table, id: string, isThere: (whole: Facts) => boolean): boolean {
  const plainly = (whole: Facts): string => {
    const notices = Object.values(table.notices).map(({ when }) => holds(table, when, whole));
    return JSON.stringify([deciding(table, whole)[0]?.id, notices]);
  };
  return everyCompletion(table, {}).some((whole) => {
    const others = Object.keys(table.facts[id]?.values ?? {}).map((value) => ({ ...whole, [id]: value }));
    const possible = others.filter((other) => canBe(table, other));
    return isThere(whole) && possible.some((other) => plainly(other) !== plainly(whole));
  });
}

/** What somebody does at a question; `pick` chooses among what can be chosen. */
const deed = fc.record({
  kind: fc.constantFrom("answer", "answer", "several", "unknown", "back", "change"),
  pick: fc.nat(11),
});
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never;

const days = ["2025-12-01", "2025-12-24", "2026-01-05"];

function compile(table: Table): CompiledTable {
  return { table, digest: "", laws: [{ from: BEGINNING, law: packLaw(draftLaw(table, TODAY)) }] };
}

function start(table: Table, given: Case = { facts: {}, particulars: {} }): Interview {
  return startInterview(compile(table), given, TERMS);
}

function oneOf<T>(values: readonly T[], pick: number): T {
  return values[pick % values.length] as T;
}

function act(interview: Interview, { kind, pick }: Deed): Interview {
  const question = nextQuestion(interview);
  const { answers, given } = interview;
  const topics = [...answers, ...Object.keys(given.facts).map((id) => ({ kind: "fact", id }) as const)];
  if (kind === "back") return back(interview);
  if (kind === "change" && topics.length > 0) {
    const again = questionAgain(interview, oneOf(topics, pick));
    return change(interview, again, oneOf([undefined, ...valuesOf(again), ...halves(again)], pick));
  }
  if (question === undefined) return interview;
  const known = kind === "several" ? [...halves(question), ...valuesOf(question)] : valuesOf(question);
  return withAnswer(interview, question, kind === "unknown" ? undefined : oneOf(known, pick));
}

/** What else can be said of a fact: that it has one of several values, though not of all. */
function halves({ kind, values }: { readonly kind: string; readonly values: readonly string[] }): string[][] {
  return kind === "date" || values.length < 3 ? [] : values.map((one) => values.filter((other) => other !== one));
}

function valuesOf({ kind, values }: { readonly kind: string; readonly values: readonly string[] }): readonly string[] {
  return kind === "date" ? days : values;
}

/** Random deeds, and then answers until nothing is asked any more. */
function conduct(interview: Interview, deeds: readonly Deed[], rest: readonly Deed[]): Interview {
  let now = deeds.reduce(act, interview);
  for (let turn = 0; nextQuestion(now) !== undefined; turn++) {
    const { kind, pick } = oneOf(rest, turn);
    now = act(now, { kind: kind === "unknown" || kind === "several" ? kind : "answer", pick });
  }
  return now;
}

const deeds = fc.array(deed, { maxLength: 12 });
const rest = fc.array(deed, { minLength: 1, maxLength: 7 });

function decideOn({ compiled }: Interview, given: Case): Decision {
  const decision = decide(compiled, given, TODAY);
  if ("because" in decision) throw new Error("contradiction");
  return decision;
}

/** All that an answer may change: which rules can decide, and so verdict, steps and deadlines; and the notices. */
function told({ possible, verdict, notices, steps, deadlines }: Decision): unknown {
  return { possible: possible.map(({ id }) => id), verdict, notices, steps, deadlines };
}

function everyCompletion(table: Table, facts: Case["facts"]): Facts[] {
  return everyFacts(table).filter((whole) => agrees(whole, facts) && canBe(table, whole));
}

test("whatever path the interview takes, its assessment is that of the same facts stated at once", () => {
  fc.assert(
    fc.property(gatedTableAndFacts, deeds, rest, ({ table, facts }, first, then) => {
      const interview = conduct(start(table, { facts, particulars: {} }), first, then);
      const record = (kind: string, before: Case["facts"]): Case["facts"] => {
        const answers = interview.answers.filter((one) => one.kind === kind);
        const all = { ...before, ...Object.fromEntries(answers.map(({ id, value }) => [id, value])) };
        return Object.fromEntries(Object.entries(all).flatMap(([id, value]) => (value ? [[id, value]] : [])));
      };
      const atOnce = { facts: record("fact", interview.given.facts), particulars: record("date", {}) as Facts };
      const report = (given: Case) => reportAssessment(interview.compiled, given, decideOn(interview, given), "test");
      expect(report(caseOf(interview))).toEqual(report(atOnce));
    }),
    { numRuns: 400 },
  );
});

test("no answer stays that was not asked for, and nothing is asked twice", () => {
  fc.assert(
    fc.property(gatedTable, deeds, rest, (table, first, then) => {
      const { answers, ...begun } = conduct(start(table), first, then);
      expect(new Set(answers.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(answers.length);
      for (const [index, answer] of answers.entries()) {
        if (answer.kind !== "fact") continue;
        const earlier = answers.slice(0, index);
        const facts = caseOf({ ...begun, answers: earlier }).facts;
        expect(isAsked(table, answer.id, facts)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

/** Whether it is certain that a fact is asked, by plain reading. */
function isAsked(table: Table, id: string, facts: Case["facts"]): boolean {
  const when = table.facts[id]?.["asked-when"];
  return when === undefined || everyCompletion(table, facts).every((whole) => holds(table, when, whole));
}

/** Facts with the answers, true to `whole`, to all that can be asked and is not among the `settled`. */
function learned(table: Table, facts: Case["facts"], whole: Facts, settled: ReadonlySet<string>): Case["facts"] {
  const askable = Object.keys(table.facts).filter((id) => !settled.has(id) && isAsked(table, id, facts));
  if (askable.length === 0) return facts;
  const more = Object.fromEntries(askable.map((id) => [id, whole[id] as string]));
  return learned(table, { ...facts, ...more }, whole, new Set([...settled, ...askable]));
}

test("when the interview ends, nothing that it could still have asked changes anything", () => {
  fc.assert(
    fc.property(gatedTableAndFacts, deeds, rest, ({ table, facts }, first, then) => {
      const interview = conduct(start(table, { facts, particulars: {} }), first, then);
      const given = caseOf(interview);
      const known = new Set([...interview.answers.map(({ id }) => id), ...Object.keys(interview.given.facts)]);
      const now = told(decideOn(interview, given));
      for (const whole of everyCompletion(table, given.facts)) {
        expect(told(decideOn(interview, { ...given, facts: learned(table, given.facts, whole, known) }))).toEqual(now);
      }
      const asked = new Set(interview.answers.map(({ id }) => id));
      for (const date of ["p0", "p1", "p2"].filter((id) => !asked.has(id))) {
        for (const day of days) {
          const later = { ...given, particulars: { ...given.particulars, [date]: day } };
          expect(told(decideOn(interview, later))).toEqual(now);
        }
      }
    }),
    { numRuns: 400 },
  );
});

test("who knows every answer is asked enough to learn what somebody learns who states everything", () => {
  const tableAndWhole = openTable.chain((table) =>
    fc.record({
      table: fc.constant(table),
      whole: fc.constantFrom(...everyFacts(table).filter((facts) => canBe(table, facts))),
    }),
  );
  fc.assert(
    fc.property(tableAndWhole, ({ table, whole }) => {
      let interview = start(table);
      for (let question = nextQuestion(interview); question?.kind === "fact"; question = nextQuestion(interview)) {
        expect(question.values).toContain(whole[question.id]);
        interview = withAnswer(interview, question, whole[question.id]);
      }
      const { possible, notices } = decideOn(interview, caseOf(interview));
      expect(possible.map(({ id }) => id)).toEqual([deciding(table, whole)[0]?.id]);
      const isElsewhere = deciding(table, whole)[0]?.verdict === "out-of-scope";
      const holding = Object.entries(table.notices).filter(
        ([, { when, everywhere }]) => holds(table, when, whole) && (everywhere || !isElsewhere),
      );
      expect(notices).toEqual(holding.map(([id]) => id));
    }),
    { numRuns: 400 },
  );
});

test("nothing is asked in vain, and no answer stays that would be: some answer makes a difference", () => {
  fc.assert(
    fc.property(checkedTable, deeds, (table, first) => {
      const interview = first.reduce(act, start(table));
      const question = nextQuestion(interview);
      const asked = [...interview.answers, ...(question === undefined ? [] : [question])];
      for (const [index, { kind, id }] of asked.entries()) {
        const before = { ...interview, answers: interview.answers.slice(0, index) };
        if (kind === "fact") expect(makesDifference(table, before, id)).toBe(true);
      }
    }),
    { numRuns: 600 },
  );
});

/** A table of four facts, in which the first three open the last or lead to a rule; `more` is what sets it apart. */
function fourFacts(asked: Readonly<Record<string, Condition>>, more: Partial<Table>): Table {
  const values = { v0: "0", v1: "1", v2: "2" };
  const ids = ["a", "b", "c", "d"];
  const facts = ids.map((id) => {
    const when = asked[id];
    return [id, { ask: "?", why: "?", values, ...(when === undefined ? {} : { "asked-when": when }) }];
  });
  return { ...emptyTable(), facts: Object.fromEntries(facts), rules: [rule("r0", where({}))], ...more };
}

/** That each of these facts has one of its values. */
function where(tests: Readonly<Record<string, string | readonly string[]>>): Condition {
  return {
    tests: Object.entries(tests).map(([subject, values]) => ({ subject, values: [values].flat(), negated: false })),
    any: [],
  };
}

test("a fact is not asked for that opens only one which no longer matters where it is open", () => {
  // what is known of d rules out some values of a, but d is asked only where the rule about a cannot apply
  const table = fourFacts(
    { d: where({ b: "v1", c: "v1" }) },
    {
      impossible: [{ when: where({ a: ["v0", "v1"], d: ["v1", "v2"] }), because: "it cannot be" }],
      rules: [rule("r0", where({})), rule("r1", where({ a: "v1", c: "v2" }), { overrides: ["r0"] })],
    },
  );
  const withoutA = withAnswer(start(table), { kind: "fact", id: "a" }, undefined);
  expect(nextQuestion(withoutA)?.id).toBe("c");
  expect(nextQuestion(withAnswer(withoutA, { kind: "fact", id: "c" }, "v2"))).toBeUndefined();
});

test("a fact is not asked for that opens another which is open wherever it matters", () => {
  // d matters where c is v2, and there a cannot be what would close d
  const notice = { when: where({ c: "v2", d: "v1" }), says: "?", urgent: false, everywhere: false, cite: [] };
  const table = fourFacts(
    { d: where({ a: ["v1", "v2"] }) },
    {
      impossible: [{ when: where({ a: "v0", c: "v2" }), because: "it cannot be" }],
      notices: { n: notice },
    },
  );
  expect(nextQuestion(start(table))?.id).toBe("c");
  expect(nextQuestion(withAnswer(start(table), { kind: "fact", id: "c" }, "v2"))?.id).toBe("d");
});

/** Whether to know a fact can change what is told, whichever other facts are known in the end. */
function makesDifference(table: Table, interview: Interview, id: string): boolean {
  const { facts } = caseOf(interview);
  const asked = interview.answers.map((answer) => answer.id);
  const others = Object.keys(table.facts).filter((other) => other !== id && !asked.includes(other));
  const end = (known: Case["facts"], whole: Facts, settled: readonly string[]): string =>
    JSON.stringify(
      told(
        decideOn(interview, { facts: learned(table, known, whole, new Set([...asked, ...settled])), particulars: {} }),
      ),
    );
  return everyCompletion(table, facts).some((whole) =>
    subsets(others).some(
      (unknown) =>
        end({ ...facts, [id]: whole[id] as string }, whole, [...unknown, id]) !== end(facts, whole, [...unknown, id]),
    ),
  );
}

function subsets<T>(values: readonly T[]): T[][] {
  return values.reduce<T[][]>((all, value) => all.flatMap((some) => [some, [...some, value]]), [[]]);
}

const parking = tableOf("parking.yaml");
const lost = tableOf("lost-property.yaml");

/** An interview about parking with these answers; `?` is that nobody knows. */
function parked(answers: Readonly<Record<string, string>>): Interview {
  const topics = Object.entries(answers).map(([id, value]) => ({
    kind: id in parking.table.facts ? ("fact" as const) : ("date" as const),
    id,
    value: value === "?" ? undefined : value,
  }));
  const begun = startInterview(parking, { facts: {}, particulars: {} }, TERMS);
  return topics.reduce((interview, topic) => withAnswer(interview, topic, topic.value), begun);
}

/** Such tables, but some facts are taken for granted and some are judgements. */
const presumingTable = gatedTable.chain((table) => {
  const ids = Object.keys(table.facts);
  const some = (id: string) => fc.subarray(Object.keys(table.facts[id]?.values ?? {}), { minLength: 1 });
  return fc
    .record({ granted: fc.tuple(...ids.map(some)), judged: fc.tuple(...ids.map(() => fc.nat(4))), held: fc.nat(4) })
    .map(({ granted, judged, held }) => ({
      ...table,
      facts: Object.fromEntries(
        ids.map((id, index): [string, Table["facts"][string]] => {
          const fact = table.facts[id] as Table["facts"][string];
          const values = granted[index] as string[];
          if (judged[index] === 0) return [id, { ...fact, "not-weighed": "v0" }];
          if (values.length === Object.keys(fact.values).length) return [id, fact];
          return [id, { ...fact, presume: { values, says: id, because: id, check: id, cite: [] } }];
        }),
      ),
      steps: { hold: { do: "hold", "holds-back": true } },
      rules: table.rules.map((one, index) => ({ ...one, steps: index === held ? [] : ["hold"] })),
    }));
});

test("a verdict that is said before the end is the result's, and that of every case in which what it takes for granted is so", () => {
  fc.assert(
    fc.property(presumingTable, fc.boolean(), deeds, rest, (table, presume, first, then) => {
      const begun = startInterview(compile(table), { facts: {}, particulars: {} }, { asOf: TODAY, presume });
      const { answers } = conduct(begun, first, then);
      for (const index of [...answers.keys(), answers.length]) {
        const interview = { ...begun, answers: answers.slice(0, index) };
        const { facts } = caseOf(interview);
        const { verdict, presumed, agreement } = soFar(interview);
        const isGranted = (whole: Facts): boolean =>
          presumed.every((id) => table.facts[id]?.presume?.values.includes(whole[id] as string));
        const deciders = (wholes: readonly Facts[]) => wholes.map((whole) => deciding(table, whole)[0] as Rule);
        const wholes = everyCompletion(table, facts);
        if (verdict !== "cannot-say") {
          const decision = decide(begun.compiled, caseOf(interview), TODAY, presume);
          // not where a judgement that is not made is one that cannot be
          if (!("because" in decision)) expect(decision.verdict).toBe(verdict);
          for (const decider of deciders(wholes.filter(isGranted))) expect(decider.verdict).toBe(verdict);
          if (presumed.length > 0) expect([presume, VERDICTS[verdict].exitCode === 0]).toEqual([true, false]);
        }
        for (const { verdict: one, steps } of agreement === undefined ? [] : deciders(wholes))
          expect(agreement === "all-bind" ? binds(one) : steps.includes("hold")).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test("no verdict is said on what cannot be taken for granted until a judgement is made", () => {
  const is = (...facts: readonly [string, string][]): Condition => ({
    tests: facts.map(([subject, value]) => ({ subject, values: [value], negated: false })),
    any: [],
  });
  const asked = { ask: "?", why: "because", values: { v0: "0", v1: "1" } };
  const presume = { values: ["v1"], says: "f1", because: "f1", check: "f1", cite: [] };
  const table: Table = {
    ...emptyTable(),
    facts: { f0: { ...asked, "not-weighed": "v0" }, f1: { ...asked, presume } },
    impossible: [{ when: is(["f0", "v0"], ["f1", "v1"]), because: "it cannot be" }],
    rules: [
      rule("r0", is(), { verdict: "likely-unlawful" }),
      rule("r1", is(["f0", "v0"]), { verdict: "consent-first", overrides: ["r0"] }),
    ],
  };
  expect(decide(compile(table), { facts: {}, particulars: {} }, TODAY)).toMatchObject({ verdict: "consent-first" });
  expect(soFar(start(table))).toMatchObject({ verdict: "cannot-say" });
  const weighed = withAnswer(start(table), { kind: "fact", id: "f0" }, "v1");
  expect(soFar(weighed)).toMatchObject({ verdict: "likely-unlawful" });
});

test("what is taken for granted is asked about last, though before an exit code of 0", () => {
  const begin = (presume: boolean): Interview =>
    startInterview(lost, { facts: {}, particulars: {} }, { asOf: TODAY, presume });
  expect(nextQuestion(begin(false))?.id).toBe("place");
  expect(nextQuestion(begin(true))?.id).toBe("thing");
  const phone = withAnswer(begin(true), { kind: "fact", id: "thing" }, "phone");
  expect(soFar(phone)).toMatchObject({ verdict: "likely-unlawful", presumed: ["place"] });
  expect(nextQuestion(phone)?.id).toBe("place");
  const bag = withAnswer(begin(true), { kind: "fact", id: "thing" }, "bag");
  const named = withAnswer(bag, { kind: "fact", id: "owner" }, "named");
  expect(soFar(named)).toMatchObject({ verdict: "cannot-say", presumed: [] });
  expect(nextQuestion(named)?.id).toBe("place");
  const hall = withAnswer(named, { kind: "fact", id: "place" }, "hall");
  expect(soFar(hall)).toMatchObject({ verdict: "appears-lawful", presumed: [] });
});

test("only answers that are possible are offered; whoever goes back is offered all that were", () => {
  const given = { facts: { sheet: "ticket", issuer: "town", shown: "yes" }, particulars: {} };
  const interview = startInterview(parking, given, TERMS);
  expect(questionAgain(interview, { kind: "fact", id: "paid" }).values).toEqual(["yes"]);
  const answered = parked({ sheet: "ticket", issuer: "town", paid: "yes", shown: "yes" });
  expect(questionAgain(answered, { kind: "fact", id: "paid" }).values).toEqual(["yes", "no"]);
});

test("an answer that cannot be, or is not asked for, after a change goes; the others stay", () => {
  const answered = parked({ sheet: "ticket", issuer: "town", paid: "yes", shown: "yes", "found-on": "2025-12-24" });
  expect(caseOf(change(answered, { kind: "fact", id: "issuer" }, "landlord"))).toEqual({
    facts: { sheet: "ticket", issuer: "landlord", paid: "yes", shown: "yes" },
    particulars: { "found-on": "2025-12-24" },
  });
  expect(caseOf(change(answered, { kind: "fact", id: "paid" }, "no"))).toEqual({
    facts: { sheet: "ticket", issuer: "town", paid: "no" },
    particulars: {},
  });
  expect(caseOf(change(answered, { kind: "fact", id: "sheet" }, undefined)).facts).toEqual({});
});

test("an answer that a change has made impossible goes, though its question is still to be asked", () => {
  const table = fourFacts(
    {},
    {
      impossible: [{ when: where({ a: "v1", b: "v0" }), because: "it cannot be" }],
      rules: [rule("r0", where({})), rule("r1", where({ b: "v1" }), { overrides: ["r0"] })],
      notices: { n: { when: where({ a: "v1" }), says: "?", urgent: false, everywhere: false, cite: [] } },
    },
  );
  const a = { kind: "fact", id: "a" } as const;
  const answered = withAnswer(withAnswer(start(table), a, "v0"), { kind: "fact", id: "b" }, "v0");
  const changed = change(answered, a, "v1");
  expect(caseOf(changed).facts).toEqual({ a: "v1" });
  expect(nextQuestion(changed)).toMatchObject({ kind: "fact", id: "b", values: ["v1", "v2"] });
});

test("no other date is asked for where nobody knows from which day a deadline runs", () => {
  const unpaid = { sheet: "ticket", issuer: "town", paid: "no" };
  expect(nextQuestion(parked(unpaid))?.id).toBe("issued-on");
  expect(nextQuestion(parked({ ...unpaid, "issued-on": "2025-12-24" }))?.id).toBe("stated-day");
  expect(nextQuestion(parked({ ...unpaid, "issued-on": "?" }))).toBeUndefined();
});
