import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideTwice } from "../../src/audit/diff/cases.js";
import { findDateChanges } from "../../src/audit/diff/dates.js";
import { type DecisionChange, type Difference, diffLaws } from "../../src/audit/diff/diff.js";
import { bringer } from "../../src/audit/diff/laws.js";
import { findPartChanges } from "../../src/audit/diff/parts.js";
import type { FactBox } from "../../src/audit/region.js";
import { count } from "../../src/diagram/count.js";
import { and } from "../../src/diagram/logic.js";
import { type CompiledTable, loadTable } from "../../src/index.js";
import { draftLaw, packLaw } from "../../src/table/compile.js";
import { BEGINNING } from "../../src/table/in-force.js";
import type { Fact, Table } from "../../src/table/table.js";
import { decide, isContradiction } from "../../src/triage/decide.js";
import { canBe, deciding, emptyTable, everyFacts, type Facts, holds, rule, soundTable } from "../table/small-tables.js";

const DAY = "2026-11-22";
const shippedText = readFileSync("rules.yaml", "utf8");
const parkingText = readFileSync("tests/tables/parking.yaml", "utf8");
const shipped = compiled(shippedText);
const parking = compiled(parkingText);

function compiled(text: string): CompiledTable {
  const loaded = loadTable({ name: "rules.yaml", text });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  return loaded.value;
}

function edited(text: string, ...edits: readonly (readonly [string, string])[]): CompiledTable {
  for (const [from] of edits) expect(text).toContain(from);
  return compiled(edits.reduce((written, [from, to]) => written.replaceAll(from, to), text));
}

function compare(old: Table, next: Table, day = DAY): Difference {
  const difference = diffLaws({ table: old, day }, { table: next, day });
  if (difference === undefined) throw new Error("too tangled");
  return difference;
}

const between = ({ old, new: next }: DecisionChange): string =>
  `${old?.id ?? "impossible"} → ${next?.id ?? "impossible"}`;
const inBox = (box: FactBox, facts: Facts): boolean =>
  Object.entries(box).every(([id, values]) => values.includes(facts[id] as string));

/** What `assess` makes of a situation: the verdict and the one deciding rule, or that it cannot be. */
function assessed(table: CompiledTable, facts: Facts): string {
  const decision = decide(table, { facts, particulars: {} }, DAY);
  if (isContradiction(decision)) return "impossible";
  return decision.possible.length === 1 ? `${decision.verdict} ${decision.possible[0]?.id}` : decision.verdict;
}

interface CompiledLaw {
  readonly compiled: CompiledTable;
  readonly day: string;
}

const outcome = (decided: DecisionChange["old"]): string =>
  decided ? `${decided.verdict} ${decided.id}` : "impossible";

function confirmWitnesses(old: CompiledTable, next: CompiledTable, difference: Difference): void {
  for (const decision of difference.decisions) {
    expect(assessed(old, decision.witness.old)).toBe(outcome(decision.old));
    expect(assessed(next, decision.witness.new)).toBe(outcome(decision.new));
  }
}

/** How often each stands in a list. */
function tally<Item>(items: readonly Item[]): Map<Item, number> {
  return new Map(items.map((item) => [item, items.filter((one) => one === item).length]));
}

describe("against plain reading of small tables", () => {
  const withNotice = soundTable.chain((table) =>
    fc.tuple(fc.constantFrom(...table.rules), fc.boolean()).map(([{ when }, everywhere]): Table => {
      return { ...table, notices: { notice: { when, says: "notice", urgent: false, everywhere, cite: [] } } };
    }),
  );
  const anyTwo = fc.tuple(withNotice, withNotice);
  const edit = fc.tuple(withNotice, fc.nat({ max: 4 }), fc.boolean()).map(([table, at, drop]): [Table, Table] => {
    const index = at % table.rules.length;
    const rules = table.rules.flatMap((one, place) => {
      if (place !== index) return [one];
      return drop && index > 0 ? [] : [{ ...one, verdict: "out-of-scope" as const }];
    });
    const kept = rules.map((one) => ({
      ...one,
      overrides: one.overrides.filter((id) => rules.some((other) => other.id === id)),
    }));
    return [table, { ...table, rules: kept }];
  });
  const withoutPossibility = edit.map(([table, next]): [Table, Table] => [{ ...table, impossible: [] }, next]);

  /** Every situation made of the facts and values of both tables. */
  function everyFactsOf(old: Table, next: Table): Facts[] {
    const ids = [...new Set([...Object.keys(next.facts), ...Object.keys(old.facts)])];
    const facts = ids.map((id): [string, Fact] => {
      const values = { ...next.facts[id]?.values, ...old.facts[id]?.values };
      return [id, { ask: "?", why: "?", values }];
    });
    return everyFacts({ ...emptyTable(), facts: Object.fromEntries(facts) });
  }

  /** What plain reading comes to: a rule, that it cannot be, or that the table does not know one of the values. */
  function read(table: Table, facts: Facts): { readonly id: string; readonly verdict: string } | undefined | "unknown" {
    const known = Object.entries(facts).filter(([id]) => id in table.facts);
    if (known.some(([id, value]) => !(value in (table.facts[id]?.values ?? {})))) return "unknown";
    const own = Object.fromEntries(known);
    return canBe(table, own) ? deciding(table, own)[0] : undefined;
  }

  function compiledOf(table: Table): CompiledTable {
    return { table, digest: "", laws: [{ from: BEGINNING, law: packLaw(draftLaw(table, DAY)) }] };
  }

  const pairs = fc.oneof(anyTwo, edit, withoutPossibility);

  test("a situation is told as changed exactly where reading both tables comes to something else, and counted", () => {
    fc.assert(
      fc.property(pairs, ([old, next]) => {
        const expected = new Map<string, bigint>();
        let compared = 0n;
        for (const facts of everyFactsOf(old, next)) {
          const [before, after] = [read(old, facts), read(next, facts)];
          if (before === "unknown" || after === "unknown" || (before ?? after) === undefined) continue;
          compared += 1n;
          if (before?.id === after?.id && before?.verdict === after?.verdict) continue;
          const key = `${before?.id ?? "impossible"} → ${after?.id ?? "impossible"}`;
          expected.set(key, (expected.get(key) ?? 0n) + 1n);
        }
        const difference = compare(old, next);
        expect(new Map(difference.decisions.map((one) => [between(one), one.region.count]))).toEqual(expected);
        expect(difference.compared).toBe(compared);
        expect(difference.changed).toBe([...expected.values()].reduce((sum, count) => sum + count, 0n));
      }),
      { numRuns: 300 },
    );
  });

  test("boxes hold the situations of their change and no other one that is compared, and the rest is counted", () => {
    fc.assert(
      fc.property(pairs, ([old, next]) => {
        const { decisions } = compare(old, next);
        const all = everyFactsOf(old, next).map((facts) => ({ facts, old: read(old, facts), new: read(next, facts) }));
        const compared = all.filter((one) => one.old !== "unknown" && one.new !== "unknown" && (one.old ?? one.new));
        for (const { region, old: before, new: after } of decisions) {
          const isMember = (one: (typeof all)[number]): boolean =>
            one.old !== "unknown" && one.new !== "unknown" && one.old?.id === before?.id && one.new?.id === after?.id;
          const inside = compared.filter(({ facts }) => region.boxes.some((box) => inBox(box, facts)));
          expect(inside.filter((one) => !isMember(one))).toEqual([]);
          expect(region.beyond).toBe(region.count - BigInt(inside.length));
        }
      }),
      { numRuns: 200 },
    );
  });

  test("each change has a witness that both tables confirm", () => {
    fc.assert(
      fc.property(pairs, ([old, next]) => confirmWitnesses(compiledOf(old), compiledOf(next), compare(old, next))),
      { numRuns: 200 },
    );
  });

  test("a value that one table does not know is told apart, with what is decided where it holds", () => {
    fc.assert(
      fc.property(anyTwo, ([old, next]) => {
        for (const { fact, value, knownTo, count, deciding: rules } of compare(old, next).oneSided) {
          const [table, other] = knownTo === "new" ? [next, old] : [old, next];
          expect(Object.keys(other.facts)).toContain(fact);
          expect(Object.keys(other.facts[fact]?.values ?? {})).not.toContain(value);
          const decided = everyFactsOf(old, next).flatMap((facts) => {
            const found = facts[fact] === value ? read(table, facts) : undefined;
            return found === undefined || found === "unknown" ? [] : [found.id];
          });
          expect(count).toBe(BigInt(decided.length));
          for (const one of rules) expect(one.count).toBe(BigInt(decided.filter((id) => id === one.rule?.id).length));
        }
      }),
    );
  });

  test("a value that one table does not know makes a difference where another answer comes to something else", () => {
    fc.assert(
      fc.property(anyTwo, ([old, next]) => {
        for (const { fact, value, knownTo, own } of compare(old, next).oneSided) {
          const table = knownTo === "new" ? next : old;
          const said = (facts: Facts): string | undefined => {
            const found = read(table, facts);
            return found === "unknown" ? undefined : found?.id;
          };
          const depending = everyFactsOf(old, next).filter((facts) => {
            if (facts[fact] !== value || said(facts) === undefined) return false;
            const others = Object.keys(table.facts[fact]?.values ?? {}).filter((one) => one !== value);
            const possible = others.flatMap((other) => said({ ...facts, [fact]: other }) ?? []);
            return possible.length === 0 || possible.some((id) => id !== said(facts));
          });
          const expected = tally(depending.map(said));
          expect(own?.region.count ?? 0n).toBe(BigInt(depending.length));
          expect(new Map(own?.deciding.map(({ rule, count }) => [rule?.id, Number(count)]))).toEqual(expected);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a rule that one table does not have is told with what it decides, and what the other table makes of that", () => {
    fc.assert(
      fc.property(pairs, ([old, next]) => {
        for (const { rule: one, knownTo, own, possible, otherwise, beyond } of compare(old, next).rules) {
          const [table, other] = knownTo === "new" ? [next, old] : [old, next];
          expect(other.rules.map(({ id }) => id)).not.toContain(one.id);
          const all = everyFactsOf(old, next).map((facts) => [read(table, facts), read(other, facts)] as const);
          const decided = all.filter(([found]) => typeof found === "object" && found.id === one.id);
          expect(possible).toBe(BigInt(all.filter(([found]) => typeof found === "object").length));
          expect(own?.region.count ?? 0n).toBe(BigInt(decided.length));
          expect(beyond).toBe(BigInt(decided.filter(([, found]) => found === "unknown").length));
          const others = decided.flatMap(([, found]) => (found === "unknown" ? [] : [found?.id]));
          expect(new Map(otherwise.map(({ rule: by, count }) => [by?.id, Number(count)]))).toEqual(tally(others));
        }
      }),
      { numRuns: 300 },
    );
  });

  test("of what only one table knows there is a case that its table decides as told", () => {
    fc.assert(
      fc.property(pairs, ([old, next]) => {
        const { rules, oneSided } = compare(old, next);
        const told = [
          ...rules.map(({ knownTo, own, rule: by }) => ({ knownTo, own, by })),
          ...oneSided.map(({ knownTo, own }) => ({ knownTo, own, by: own?.deciding[0]?.rule })),
        ];
        for (const { knownTo, own, by } of told) {
          const table = compiledOf(knownTo === "new" ? next : old);
          if (own !== undefined) expect(assessed(table, own.witness)).toBe(outcome(by));
        }
      }),
      { numRuns: 200 },
    );
  });

  test("a notice appears and disappears exactly where reading both tables says so", () => {
    fc.assert(
      fc.property(pairs, ([old, next]) => {
        const shown = (table: Table, facts: Facts): boolean => {
          const { when, everywhere } = table.notices["notice"] as Table["notices"][string];
          const isElsewhere = deciding(table, facts).some(({ verdict }) => verdict === "out-of-scope");
          return holds(table, when, facts) && (everywhere || !isElsewhere);
        };
        const both = everyFactsOf(old, next).filter((facts) =>
          [old, next].every((table) => typeof read(table, facts) === "object"),
        );
        const counts = (change: string): bigint =>
          compare(old, next).notices.find((one) => one.change === change)?.region.count ?? 0n;
        expect(counts("appears")).toBe(BigInt(both.filter((facts) => shown(next, facts) && !shown(old, facts)).length));
        expect(counts("disappears")).toBe(
          BigInt(both.filter((facts) => shown(old, facts) && !shown(next, facts)).length),
        );
      }),
    );
  });

  test("a table compared with itself comes to the same everywhere", () => {
    fc.assert(
      fc.property(withNotice, (table) => {
        const { changed, decisions, notices, oneSided } = compare(table, table);
        expect([changed, decisions, notices, oneSided]).toEqual([0n, [], [], []]);
      }),
      { numRuns: 30 },
    );
  });
});

test("a diagram keeps its meaning where the facts stand in another order", () => {
  const backwards = (table: Table): Table => ({
    ...table,
    facts: Object.fromEntries(Object.entries(table.facts).toReversed()),
  });
  fc.assert(
    fc.property(soundTable, (table) => {
      const draft = draftLaw(table, DAY);
      const bring = bringer(draftLaw(backwards(table), DAY), draft);
      // equal diagrams are one
      expect(bring(({ outcome }) => outcome)).toBe(draft.outcome);
    }),
  );
});

describe("what counts as something else", () => {
  const aspectsOf = (...edits: [string, string][]): Record<string, readonly string[]> =>
    Object.fromEntries(
      compare(parking.table, edited(parkingText, ...edits).table).decisions.map((one) => [between(one), one.aspects]),
    );

  test.each<[string, [string, string], Record<string, string[]>]>([
    ["a headline", ["Pay the town by its day", "Pay at once"], { town: ["headline"] }],
    [
      "the steps of a rule",
      ["steps: [pay]\n    deadlines: [payment]", "steps: [pay, ask]\n    deadlines: [payment]"],
      { town: ["steps"] },
    ],
    ["the days of a deadline", ["after: 7 days,", "after: 8 days,"], { town: ["deadlines"] }],
    ["what limits a deadline", [", not-before: stated-day }", " }"], { town: ["deadlines"] }],
    [
      "a deadline of a step",
      ["{ do: Pay at the town hall., by: payment,", "{ do: Pay at the town hall.,"],
      { town: ["steps"] },
    ],
    [
      "what not to do, said beside the verdict",
      ["headline: Pay it, do-not: Do not let the day pass.", "headline: Pay it, do-not: Do not wait."],
      { town: ["do-not"] },
    ],
    ["whom a step says to call", ["by: payment, contact: town-hall }", "by: payment }"], { town: ["contacts"] }],
    [
      "the verdict of a rule",
      ["verdict: appears-lawful\n    headline: Pay the town", "verdict: refer\n    headline: Pay the town"],
      { town: ["verdict", "do-not"] },
    ],
    ["the words of a step", ["Pay at the town hall.", "Pay in cash."], {}],
    ["the words of a deadline", ["The money is due", "Money due"], {}],
    ["a reason", ["The town may ask for money where none was paid.", "It may."], {}],
    [
      "what is cited",
      ["    cite: [by-law-1]\n    steps: [pay]", "    cite: [by-law-1, by-law-3]\n    steps: [pay]"],
      {},
    ],
  ])("%s", (_, change, expected) => {
    const name = { town: "town-ticket-unpaid → town-ticket-unpaid" } as Record<string, string>;
    expect(aspectsOf(change)).toEqual(
      Object.fromEntries(Object.entries(expected).map(([id, aspects]) => [name[id], aspects])),
    );
  });

  test("a situation that could not exist and now can, and one that can no longer", () => {
    const freed = edited(parkingText, [
      "- when: { paid: no, shown: yes }",
      "- when: { paid: no, shown: yes, sheet: leaflet }",
    ]);
    const forth = compare(parking.table, freed.table);
    expect(forth.decisions.map((one) => [between(one), one.region.count])).toEqual([
      ["impossible → town-ticket-unpaid", 1n],
      ["impossible → landlord-ticket", 1n],
    ]);
    expect(forth.decisions[0]?.region.boxes).toEqual([{ issuer: ["town"], paid: ["no"], shown: ["yes"] }]);
    expect([forth.compared, compare(freed.table, parking.table).compared]).toEqual([14n, 14n]);
    expect(compare(freed.table, parking.table).decisions.map(between)).toContain("town-ticket-unpaid → impossible");
    confirmWitnesses(parking, freed, forth);
  });
});

describe("facts and values that only one table has", () => {
  const renaming: [string, string][] = [
    ["issuer: landlord", "sender: private"],
    ["issuer: town", "sender: town"],
    ["  issuer:\n", "  sender:\n"],
    ["landlord: A landlord }", "private: A landlord }"],
  ];

  test("another name for the same question or answer is no change, and is said", () => {
    const { changed, space, oneSided } = compare(parking.table, edited(parkingText, ...renaming).table);
    expect([changed, oneSided, space.added.facts, space.removed.facts]).toEqual([0n, [], [], []]);
    expect(space.renames.facts).toEqual([{ from: "issuer", to: "sender" }]);
    expect(space.renames.values).toEqual([{ fact: "sender", from: "landlord", to: "private" }]);
  });

  test("a witness is written in the words of each table", () => {
    const next = edited(parkingText, ...renaming, [
      "headline: Object to the ticket\n    because: Only",
      "headline: Object\n    because: Only",
    ]);
    const difference = compare(parking.table, next.table);
    expect(difference.decisions.map(({ witness }) => witness)).toEqual([
      {
        old: { sheet: "ticket", issuer: "landlord", shown: "no" },
        new: { sheet: "ticket", sender: "private", shown: "no" },
      },
    ]);
    confirmWitnesses(parking, next, difference);
  });

  test("a question that several facts ask is not taken for another name", () => {
    const facts = (...ids: string[]): Table => ({
      ...emptyTable(),
      facts: Object.fromEntries(ids.map((id) => [id, { ask: "Which?", why: "?", values: { yes: "Yes", no: "No" } }])),
      rules: [rule("only", { tests: [], any: [] })],
    });
    for (const [old, next] of [
      [["one"], ["two", "three"]],
      [["two", "three"], ["one"]],
    ] as const) {
      const { space } = compare(facts(...old), facts(...next));
      expect([space.renames.facts, space.added.facts, space.removed.facts]).toEqual([[], next, old]);
    }
  });

  test("a new value lies apart, without being mentioned wherever its fact is free", () => {
    const next = edited(
      parkingText,
      ["landlord: A landlord }", "landlord: A landlord, bank: A bank }"],
      ["headline: Ask somebody about this ticket", "headline: Ask about this ticket"],
      ["A leaflet asks for nothing", "Nothing is asked"],
    );
    const { decisions, oneSided, changed } = compare(parking.table, next.table);
    expect(oneSided.map(({ fact, value, knownTo, count }) => [fact, value, knownTo, count])).toEqual([
      ["issuer", "bank", "new", 6n],
    ]);
    expect(oneSided[0]?.deciding.map((one) => [one.rule?.id, one.count])).toEqual([
      ["leaflet", 3n],
      ["ticket", 2n],
      ["ticket-although-paid", 1n],
    ]);
    expect(decisions.map((one) => [between(one), one.region.boxes])).toEqual([
      ["leaflet → leaflet", [{ sheet: ["leaflet"] }]],
      ["ticket → ticket", [{ sheet: ["ticket"], issuer: ["town"], paid: ["yes"], shown: ["no"] }]],
    ]);
    expect(changed).toBe(7n);
  });

  test("a new fact divides what was decided alike", () => {
    const next = edited(
      parkingText,
      [
        "particulars:\n",
        '  night:\n    ask: Was it at night?\n    why: At night nobody pays.\n    values: { yes: "Yes", no: "No" }\n\nparticulars:\n',
      ],
      ["when: { sheet: ticket, issuer: town, paid: no }", "when: { sheet: ticket, issuer: town, paid: no, night: no }"],
    );
    const { decisions, compared, space } = compare(parking.table, next.table);
    expect(space.added.facts).toEqual(["night"]);
    expect(compared).toBe(24n);
    expect(decisions.map((one) => [between(one), one.region.count, one.region.boxes])).toEqual([
      ["town-ticket-unpaid → ticket", 1n, [{ sheet: ["ticket"], issuer: ["town"], paid: ["no"], night: ["yes"] }]],
    ]);
    expect(decisions[0]?.witness.old).not.toHaveProperty("night");
    confirmWitnesses(parking, next, { ...compare(parking.table, next.table) });
  });
});

describe("one line of the shipped table", () => {
  const next = edited(shippedText, [
    "access-conditions: [first, not-stated], charged: nobody }",
    "access-conditions: [first], charged: nobody }",
  ]);
  const difference = compare(shipped.table, next.table);

  test("gives its region, its count and a witness that both versions confirm", () => {
    const draft = draftLaw(shipped.table, DAY);
    const notStated = difference.decisions[0]?.region.boxes[0] as FactBox;
    const tests = Object.entries(notStated).map(([subject, values]) => ({ subject, values, negated: false }));
    const possible = and(draft.forest, draft.possible, draft.condition({ tests, any: [] }));
    expect(difference.compared).toBe(count(draft.forest, draft.possible));
    expect(difference.changed).toBe(count(draft.forest, possible));
    expect(difference.decisions.map((one) => [between(one), one.region.count, one.region.beyond])).toEqual([
      ["pace-order-before-charge → pace-order-to-check", difference.changed, 0n],
    ]);
    expect(difference.decisions[0]?.region.boxes).toEqual([
      {
        instrument: ["court-order"],
        power: ["pace-schedule-1"],
        "records-held": ["england", "wales"],
        maker: ["circuit-judge", "higher-court", "other-court"],
        "access-conditions": ["not-stated"],
        charged: ["nobody"],
        material: ["clinical", "mental-health", "counselling", "tissue"],
      },
    ]);
    confirmWitnesses(shipped, next, difference);
  });

  test("assessing sampled situations under both versions agrees with it", () => {
    const anywhere = fc.record(
      Object.fromEntries(
        Object.entries(shipped.table.facts).map(([id, { values }]) => [id, fc.constantFrom(...Object.keys(values))]),
      ),
    );
    const witness = difference.decisions[0]?.witness.new as Facts;
    // near the change: what is stated there, with a few facts as they come
    const near = fc
      .tuple(anywhere, fc.subarray(Object.keys(witness), { maxLength: 2 }))
      .map(
        ([facts, free]) =>
          ({ ...facts, ...witness, ...Object.fromEntries(free.map((id) => [id, facts[id]])) }) as Facts,
      );
    let changed = 0;
    fc.assert(
      fc.property(fc.oneof(anywhere, near), (facts) => {
        const [before, after] = [assessed(shipped, facts), assessed(next, facts)];
        const told = difference.decisions.filter(({ region }) => region.boxes.some((box) => inBox(box, facts)));
        if (before === "impossible" && after === "impossible") return;
        changed += Number(before !== after);
        expect(told.map((one) => [outcome(one.old), outcome(one.new)])).toEqual(
          before === after ? [] : [[before, after]],
        );
      }),
      { numRuns: 2_000 },
    );
    expect(changed).toBeGreaterThan(100);
  });

  test("a case is decided under both, in the words of each", () => {
    const given = { facts: { ...difference.decisions[0]?.witness.new, colour: "red" }, particulars: {} };
    const laws = [shipped, next].map((compiled) => ({ compiled, day: DAY })) as [CompiledLaw, CompiledLaw];
    const [twice, impossible] = decideTwice(difference.space.renames, ...laws, [
      { given, writtenFor: "new" },
      { given: { ...given, facts: { ...given.facts, charged: "perhaps" } }, writtenFor: "old" },
    ]);
    const decided = [twice?.old, twice?.new].map((one) => one?.decision.possible.map(({ id }) => id));
    expect(decided).toEqual([["pace-order-before-charge"], ["pace-order-to-check"]]);
    expect(twice?.new?.given.facts).toEqual(difference.decisions[0]?.witness.new);
    expect([impossible?.old, impossible?.new]).toEqual([undefined, undefined]);
  });
});

describe("one table on two days", () => {
  const dated = edited(parkingText, [
    "  - id: town-ticket-unpaid\n",
    "  - id: town-ticket-unpaid\n    from: 2026-07-01\n",
  ]);
  const laws = [
    { table: dated.table, day: "2026-06-30" },
    { table: dated.table, day: "2026-07-01" },
  ] as const;

  test("differs where a rule comes into force", () => {
    const difference = diffLaws(...laws);
    expect(difference?.decisions.map((one) => [between(one), one.region.count])).toEqual([
      ["ticket → town-ticket-unpaid", 1n],
    ]);
    expect(findDateChanges(...laws)).toEqual([
      { section: "rules", id: "town-ticket-unpaid", change: "comes into force" },
    ]);
    expect(findDateChanges(laws[1], laws[0])[0]?.change).toBe("lapses");
  });

  test("is the same on two days of one law", () => {
    expect(diffLaws(laws[0], { table: dated.table, day: "2025-01-01" })?.changed).toBe(0n);
  });
});

describe("what is only written differently", () => {
  test("is told by part and field, with the rules that rest on it", () => {
    const next = edited(
      parkingText,
      ["Pay at the town hall.", "Pay in cash."],
      ["Who has paid owes nothing.", "Nobody pays twice."],
      ["The place was paid for, and anybody could see it.", "Paid, and seen."],
    );
    const parts = findPartChanges(parking.table, next.table);
    expect(parts.map(({ section, id, change, rules }) => [section, id, change, rules])).toEqual([
      ["findings", "paid-and-shown", "changed", ["ticket-although-paid", "landlord-ticket"]],
      ["steps", "pay", "changed", ["town-ticket-unpaid"]],
      ["sources", "by-law-3", "changed", ["ticket-although-paid", "landlord-ticket"]],
    ]);
    expect(parts[1]?.fields).toEqual([{ field: "do", old: "Pay at the town hall.", new: "Pay in cash." }]);
    expect(compare(parking.table, next.table).changed).toBe(0n);
  });

  test("a part that is new or gone is told, a promise too", () => {
    const next = edited(parkingText, ["id: paid-is-paid", "id: paid-stays-paid"]);
    expect(findPartChanges(parking.table, next.table).map(({ id, change }) => [id, change])).toEqual([
      ["paid-stays-paid", "added"],
      ["paid-is-paid", "removed"],
    ]);
  });
});
