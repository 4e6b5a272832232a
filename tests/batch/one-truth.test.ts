import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BatchRecord, isUnreadable } from "../../src/batch/record.js";
import { assess, assessGiven } from "../../src/commands/assess.js";
import { type Assessment, type CompiledTable, loadTable, type Problem } from "../../src/index.js";
import { positionOf } from "../../src/source/text.js";
import { decide, isContradiction } from "../../src/triage/decide.js";
import { type Practice, withPractice } from "../../src/triage/practice/practice.js";
import { casesIn } from "../law/cases.js";
import { shippedTable } from "../law/shipped.js";
import { noIo, runBatch, TODAY } from "./run-batch.js";

const tables = ["tests/tables/parking.yaml", "tests/tables/ferry.yaml", "rules.yaml"].map((name) => {
  const loaded = loadTable({ name, text: readFileSync(name, "utf8") });
  if (!loaded.ok) throw new Error(name);
  return [name, loaded.value] as const;
});

/** What `assess` says of one record, put as `batch` puts it. */
async function told(table: CompiledTable, at: string, written: string, presume: boolean): Promise<unknown> {
  const bytes = Buffer.from(written);
  const io = { ...noIo, read: async () => ({ ok: true as const, name: "case.json", bytes }) };
  const outcome = await assess(io, table, { file: "case.json", flags: [], asOf: TODAY, presume });
  if (outcome.kind === "failed") return { at, errors: errors(outcome.problems) };
  const { reference, verdict, exitCode, headline, rule, deadlines, notKnown, takenForGranted } = outcome.report
    .data as Assessment;
  return {
    ...{ at, reference, verdict, exitCode, headline, rule: rule?.id ?? null },
    deadlines: deadlines.map(({ id, day, ifSo, embargo, chance }) => ({
      ...{ id, day },
      ...(ifSo ? { ifSo } : {}),
      ...(embargo ? { embargo } : {}),
      ...(chance ? { chance } : {}),
    })),
    presumed: takenForGranted.map(({ fact }) => fact),
    unknown: notKnown.map(({ fact }) => fact),
    ...(/"expect"/.test(written) ? { unmet: outcome.exitCode === 60 } : {}),
  };
}

function errors(problems: readonly Problem[]): unknown[] {
  return problems.map(({ code, at }) => ({ code, column: at && positionOf(at.source, at.span.start).column }));
}

/** Messages name lines and files as the reader knows them; what counts is what is wrong, and where. */
function comparable(record: BatchRecord): unknown {
  if (!isUnreadable(record)) return record.unmet ? { ...record, unmet: record.unmet.length > 0 } : record;
  const column = (at: string | null): number | undefined => (at === null ? undefined : Number(at.split(":")[2]));
  return { at: record.at, errors: record.errors.map(({ code, at }) => ({ code, column: column(at) })) };
}

describe.each(tables)("with %s", (_, table) => {
  test("a batch says of every record what assess says, however the bytes come in", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(record(table), { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom("\n", "\r\n", "\n \n"),
        fc.boolean(),
        fc.boolean(),
        async (lines, sizes, lineEnd, isEnded, presume) => {
          const text = lines.join(lineEnd) + (isEnded ? lineEnd : "");
          const { records, summary } = await runBatch(table, "a.ndjson", Buffer.from(text), { presume }, sizes);
          const step = lineEnd.split("\n").length - 1;
          const expected = await Promise.all(
            lines.map((line, index) => told(table, `a.ndjson:${1 + index * step}`, line, presume)),
          );
          expect(lines.length === 0 ? [] : records.map(comparable)).toEqual(expected);
          expect(summary.records).toBe(lines.length);
        },
      ),
      { numRuns: 400 },
    );
  });
});

test("notices are expected of what is taken for granted too, as assess shows them", async () => {
  const table = shippedTable();
  const { facts: known } = table.table;
  const left = casesIn("tests/cases", table).map(({ facts, particulars }) => {
    const stated = Object.entries(facts).filter(([id]) => known[id]?.presume === undefined);
    return { facts: Object.fromEntries(stated), particulars };
  });
  const lines = left.flatMap((given) => {
    const decision = decide(table, given, TODAY);
    if (isContradiction(decision) || decision.presumed.length === 0) return [];
    const { verdict, notices } = decision;
    return [JSON.stringify({ ...given, expect: { verdict, notices } })];
  });
  expect(lines.length).toBeGreaterThan(300);
  const { summary, records } = await runBatch(table, "a.ndjson", Buffer.from(lines.join("\n")));
  expect(records.filter((record) => "unmet" in record && record.unmet?.length !== 0)).toEqual([]);
  expect([summary.expecting, summary.unreadable]).toEqual([lines.length, 0]);
});

/** Cases as programs write them, and what goes wrong with them. */
function record(compiled: CompiledTable): fc.Arbitrary<string> {
  const { facts, particulars, rules, notices } = compiled.table;
  const several = (id: string): fc.Arbitrary<string> =>
    fc
      .tuple(
        fc.subarray(Object.keys(facts[id]?.values ?? {})),
        fc.constantFrom("is", "not", "not bare"),
        fc.constantFrom(",", ", ", ",  "),
      )
      .map(([some, how, comma]) => {
        const list = `[${some.map((one) => JSON.stringify(one)).join(comma)}]`;
        if (how === "is") return list;
        return `{"not":${how === "not bare" && some.length === 1 ? JSON.stringify(some[0]) : list}}`;
      });
  const value = (id: string): fc.Arbitrary<string> =>
    fc.oneof(
      { weight: 7, arbitrary: several(id) },
      {
        weight: 20,
        arbitrary: fc.constantFrom(...Object.keys(facts[id]?.values ?? {}).map((one) => JSON.stringify(one))),
      },
      { weight: 3, arbitrary: fc.constantFrom('"unknown"', "true", "false") },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '["yes","no"]',
          '{"not":"yes"}',
          '{"not":[]}',
          '"YES"',
          '" no "',
          '"nonsense"',
          "null",
          "7",
          '""',
          "[]",
          '"\\u0079es"',
          '"a,b}"',
          '["yes","yes"]',
          '["yes"],"charged":["nobody"]',
          '{"not":"yes","not":"no"}',
          '["yes","no"',
          '[["yes"]]',
          '{"not":["yes"],"or":1}',
        ),
      },
    );
  const pair = (id: string, values: fc.Arbitrary<string>) => values.map((one) => [JSON.stringify(id), one] as const);
  const fact = fc.constantFrom(...Object.keys(facts)).chain((id) => pair(id, value(id)));
  const detail = fc
    .constantFrom(...Object.entries(particulars))
    .chain(([id, { kind }]) => pair(id, kind === "date" ? day : text));
  const odd = fc.constantFrom(
    ['"patient"', '"x"'],
    ['"\\u0063harged"', '"nobody"'],
    ['"__proto__"', '"x"'],
    ['""', "1"],
  );
  const members = (one: fc.Arbitrary<readonly [string, string]>, maxLength: number) =>
    fc.array(
      fc.oneof({ weight: 60, arbitrary: one }, { weight: 1, arbitrary: odd as fc.Arbitrary<[string, string]> }),
      { maxLength },
    );
  const expectation = fc.oneof(
    fc.constantFrom('{"verdict":"refer"}', '{"deadline":"none"}', '{"notices":[]}', "{}"),
    fc.constantFrom(...rules).map(({ id }) => JSON.stringify({ rule: id })),
    fc.subarray(Object.keys(notices), { maxLength: 1 }).map((ids) => JSON.stringify({ notices: ids })),
  );
  const spaces = fc.constantFrom([",", ":"], [", ", ": "], [" , ", " : "], [",  ", ":  "]);
  return fc
    .tuple(
      unique(members(fact, 14)),
      unique(members(detail, 4)),
      spaces,
      fc.nat(9),
      fc.nat(60),
      fc.constantFrom("", "}", "\0", "é", '"', ",", "{"),
      expectation,
    )
    .map(([given, details, [comma, colon], order, at, dirt, expected]) => {
      const map = (pairs: readonly (readonly [string, string])[]) =>
        `{${pairs.map((one) => one.join(colon)).join(comma)}}`;
      const sections = [`"facts"${colon}${map(given)}`, `"particulars"${colon}${map(details)}`];
      if (order > 6) sections.reverse();
      if (order === 3) sections.unshift(`"title"${colon}"Some case"`);
      if (order === 4) sections.pop();
      if (order === 5) sections.push(sections[0] as string);
      if (order === 6) sections.push(`"expect"${colon}${expected}`);
      const line = `{${sections.join(comma)}}`;
      return at > line.length || at > 6 ? line : line.slice(0, at * 9) + dirt + line.slice(at * 9);
    });
}

/** Mostly each name once; now and then twice. */
function unique(pairs: fc.Arbitrary<(readonly [string, string])[]>) {
  return fc.tuple(pairs, fc.nat(30)).map(([all, twice]) => (twice === 0 ? all : [...new Map(all).entries()]));
}

const day = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .date({ min: new Date("2018-01-01"), max: new Date("2060-12-31"), noInvalidDate: true })
      .map((one) => JSON.stringify(one.toISOString().slice(0, 10))),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '"2017-12-31"',
      '"2061-01-01"',
      '"2026-02-29"',
      '"2028-02-29"',
      '"2026-04-31"',
      '"2026-1-2"',
      '"2026-13-01"',
      '"22/11/2026"',
      "20261122",
      '"2026-00-10"',
    ),
  },
);
const text = fc.oneof(
  fc.integer({ min: 1 }).map((one) => `"GP-${one}"`),
  fc.constantFrom(
    '"é"',
    '"a\\"b"',
    "7",
    "0.50",
    '" x"',
    '"x "',
    '" "',
    '""',
    '"=1+1"',
    '"\\u202e"',
    '"\u202e"',
    '"\u{e0041}"',
    '"\u007f"',
    '"a/b"',
    '"😀"',
  ),
);

test("with a practice file a batch says of every record what assess says in that practice", async () => {
  const table = shippedTable();
  const practice: Practice = {
    contacts: {},
    facts: { "holder-role": "nhs-body", "records-held": ["wales", "not-ours", "patient-uncertain"] },
  };
  const cases = casesIn("tests/cases", table).filter((_, index) => index % 7 === 0);
  const left = cases.map(({ facts: { "records-held": _, "holder-role": __, ...facts }, particulars }, index) => ({
    facts: index % 3 === 0 ? { ...facts, "records-held": "england" } : facts,
    particulars,
  }));
  const text = left.map((given) => JSON.stringify(given)).join("\n");
  const { records } = await runBatch(table, "a.ndjson", Buffer.from(text), { practice });
  const expected = left.map((given) => {
    const outcome = assessGiven(table, { case: withPractice(given, practice), practice, remarks: [] }, TERMS);
    return outcome.kind === "failed" ? undefined : outcome.exitCode;
  });
  expect(records.map((one) => (isUnreadable(one) ? undefined : one.exitCode))).toEqual(expected);
  const without = await runBatch(table, "a.ndjson", Buffer.from(text));
  expect(records).not.toEqual(without.records);
});

const TERMS = { asOf: TODAY, presume: true };
