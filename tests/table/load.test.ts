import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { assess, type Case, type CompiledTable, loadTable, type Problem, readCase } from "../../src/index.js";
import { lawOn } from "../../src/table/compiled.js";

const parking = readFileSync("tests/tables/parking.yaml", "utf8");

/** The small table with one text replaced by another. */
function edited(from: string, to: string): string {
  if (parking.split(from).length !== 2) throw new Error(`not once in the table: ${from}`);
  return parking.replace(from, to);
}

/** A problem as `code "underlined text" message (help)`. */
function told({ code, message, help, at }: Problem): string {
  const underlined = at?.source.text.slice(at.span.start, at.span.end).split("\n")[0];
  return `${code} "${underlined}" ${message}${help === undefined ? "" : ` (${help})`}`;
}

function problems(text: string): string[] {
  const loaded = loadTable({ name: "rules.yaml", text });
  return loaded.ok ? [] : loaded.problems.map(told);
}

test("the small table has no fault", () => {
  expect(problems(parking)).toEqual([]);
});

describe("a fault is told at its place", () => {
  test.each<[string, string, string, string[]]>([
    [
      "a misspelt fact",
      "{ sheet: ticket, issuer: town, paid: no }",
      "{ sheet: ticket, isuer: town, paid: no }",
      ['OT301 "isuer" `isuer` is not a fact or a finding of this table (did you mean `issuer`?)'],
    ],
    [
      "a misspelt value",
      "issuer: town, paid: no",
      "issuer: towm, paid: no",
      ['OT203 "towm" `towm` is not a value of `issuer`; it has `town`, `landlord` (did you mean `town`?)'],
    ],
    [
      "a test for unknown",
      "issuer: town, paid: no",
      "issuer: unknown, paid: no",
      [
        'OT203 "unknown" `unknown` is not a value of `issuer`; it has `town`, `landlord` (leave the test out: a rule cannot wait for a fact to be unknown)',
      ],
    ],
    [
      "a source that is not there",
      "cite: [by-law-3]\n    steps: [object]",
      "cite: [by-law-4]\n    steps: [object]",
      ['OT301 "by-law-4" `by-law-4` does not stand under `sources:` (did you mean `by-law-1`?)'],
    ],
    [
      "a step that is not there",
      "steps: [pay]\n    deadlines",
      "steps: [paay]\n    deadlines",
      ['OT301 "paay" `paay` does not stand under `steps:` (did you mean `pay`?)'],
    ],
    [
      "a deadline that is not there",
      "deadlines: [payment]",
      "deadlines: [paiment]",
      ['OT301 "paiment" `paiment` does not stand under `deadlines:` (did you mean `payment`?)'],
    ],
    [
      "a contact that is not there",
      "contact: town-hall }\n  pay",
      "contact: townhall }\n  pay",
      ['OT301 "townhall" `townhall` does not stand under `contacts:` (did you mean `town-hall`?)'],
    ],
    [
      "a date that is not there",
      "from: issued-on",
      "from: reference",
      ['OT301 "reference" `reference` does not stand under `particulars:` of kind `date`'],
    ],
    [
      "a rule that is not there",
      "overrides: [ticket]\n    verdict: appears-lawful",
      "overrides: [tickets]\n    verdict: appears-lawful",
      ['OT301 "tickets" `tickets` does not stand under `rules:` (did you mean `ticket`?)'],
    ],
    [
      "a misspelt verdict",
      "verdict: refer\n    headline: A leaflet",
      "verdict: reffer\n    headline: A leaflet",
      [
        'OT203 "reffer" `reffer` is not one of `appears-lawful`, `statutory-duty`, `likely-unlawful`, `refer`, `may-disclose`, `consent-first`, `not-an-order-yet`, `out-of-scope` (did you mean `refer`?)',
      ],
    ],
    [
      "a verdict that only the engine gives",
      "verdict: refer\n    headline: A leaflet",
      "verdict: cannot-say\n    headline: A leaflet",
      [
        'OT203 "cannot-say" `cannot-say` is not one of `appears-lawful`, `statutory-duty`, `likely-unlawful`, `refer`, `may-disclose`, `consent-first`, `not-an-order-yet`, `out-of-scope`',
      ],
    ],
    [
      "a verdict without words",
      "verdict: refer\n    headline: A leaflet",
      "verdict: may-disclose\n    headline: A leaflet",
      ['OT301 "may-disclose" `may-disclose` does not stand under `verdicts:`'],
    ],
    [
      "a misspelt field",
      "    because: A leaflet is not a ticket.",
      "    becuase: A leaflet is not a ticket.",
      ['OT202 "becuase" unknown field `becuase` (did you mean `because`?)'],
    ],
    ["a field left blank", "headline: A leaflet asks for nothing", "headline:", ['OT204 "" `headline` is left blank']],
    ["an empty text", "headline: A leaflet asks for nothing", 'headline: " "', ['OT205 "" "" `headline` is empty']],
    [
      "an empty verdict",
      "verdict: refer\n    headline: A leaflet",
      'verdict: ""\n    headline: A leaflet',
      ['OT205 """" `verdict` is empty'],
    ],
    [
      "an empty list of values",
      "when: { sheet: leaflet }",
      "when: { sheet: [] }",
      ['OT205 "[]" `sheet` is not a value, a list of values, or `{ not: … }`'],
    ],
    [
      "a list where text belongs",
      "headline: A leaflet asks for nothing",
      "headline: [A leaflet]",
      ['OT205 "[A leaflet]" `headline` is to be text'],
    ],
    [
      "a condition that is no condition",
      "when: { sheet: leaflet }",
      "when: { sheet: { is: leaflet } }",
      ['OT205 "{ is: leaflet }" `{"is":"leaflet"}` is not a value, a list of values, or `{ not: … }`'],
    ],
    [
      "a date that is no date",
      "reviewed-on: 2026-01-01",
      "reviewed-on: 2026-02-30",
      ['OT205 "2026-02-30" `2026-02-30` is not a date: write it as 2026-11-22'],
    ],
    [
      "an id that is no id",
      "id: landlord-ticket",
      "id: Landlord ticket",
      [
        'OT205 "Landlord ticket" `Landlord ticket` is not an id: write small letters, figures and single hyphens, starting with a letter',
      ],
    ],
    [
      "a section that is missing",
      "\ncontacts:\n  town-hall: { name: Town hall, find: On the market place. }\n",
      "\n",
      [
        'OT301 "town-hall" `town-hall` does not stand under `contacts:`; it is named 2 times, in `ask` and `pay` (put it back, or take it out wherever it is named)',
      ],
    ],
    [
      "an id used twice",
      "id: town-ticket-unpaid",
      "id: landlord-ticket",
      ['OT302 "landlord-ticket" the id `landlord-ticket` is already taken (an id is used once)'],
    ],
    [
      "a finding with the id of a fact",
      "  paid-and-shown:\n    says",
      "  paid:\n    says: Twice.\n    when: { shown: yes }\n    cite: [by-law-3]\n  paid-and-shown:\n    says",
      ['OT302 "paid" the id `paid` is already taken by a fact (an id is used once)'],
    ],
    [
      "a finding used above its place",
      "findings:\n",
      "findings:\n  settled: { says: Settled., when: { paid-and-shown: yes }, cite: [by-law-1] }\n",
      [
        'OT308 "paid-and-shown" `paid-and-shown` is used before it is concluded (a finding may use only findings that stand above it)',
      ],
    ],
    [
      "overrides in a circle",
      "    verdict: refer\n    headline: Ask somebody about this ticket",
      "    overrides: [landlord-ticket]\n    verdict: refer\n    headline: Ask somebody about this ticket",
      [
        'OT305 "overrides" rules override one another in a circle: `ticket` gives way to `landlord-ticket` gives way to `ticket` (take one of them out, so that one rule wins)',
      ],
    ],
    [
      "a gap",
      "when: { sheet: leaflet }",
      "when: { sheet: leaflet, issuer: town }",
      [
        'OT303 "issuer" there are situations that no rule decides; one of them is { sheet: leaflet, issuer: landlord, paid: yes } (`leaflet` would decide them but for this test; widen it, or add a rule)',
      ],
    ],
    [
      "a gap in a far corner",
      "when: { sheet: leaflet }",
      "when: { sheet: leaflet, any: [{ issuer: town }, { paid: yes }, { shown: yes }] }",
      [
        'OT303 "sheet" there are situations that no rule decides; one of them is { sheet: leaflet, issuer: landlord, paid: no, shown: no } (`landlord-ticket` would decide them but for this test; widen it, or add a rule)',
      ],
    ],
    [
      "a conflict",
      "    overrides: [ticket]\n    verdict: likely-unlawful\n    headline: Object to the ticket\n    because: Only",
      "    verdict: likely-unlawful\n    headline: Object to the ticket\n    because: Only",
      [
        'OT304 "landlord-ticket" `landlord-ticket` and `ticket` both decide some situations; one of them is { sheet: ticket, issuer: landlord, shown: no } (let the special one, `landlord-ticket`, say `overrides: [ticket]`)',
      ],
    ],
    [
      "a broken promise",
      "never: appears-lawful",
      "never: [appears-lawful, likely-unlawful]",
      [
        'OT309 "paid-is-paid" some situations break the promise `paid-is-paid`; one of them is { sheet: ticket, paid: yes, shown: yes } (mend the rules, or the promise)',
      ],
    ],
    [
      "a step that is promised and missing from a rule",
      "never: appears-lawful",
      "always-step: [ask, pay]",
      [
        'OT309 "paid-is-paid" some situations break the promise `paid-is-paid`; one of them is { sheet: ticket, paid: yes, shown: yes } (mend the rules, or the promise)',
      ],
    ],
    [
      "a notice that is promised and not shown",
      "never: appears-lawful",
      "never: appears-lawful\n    always-notice: [landlord, receipt-hidden]",
      [
        'OT309 "paid-is-paid" some situations break the promise `paid-is-paid`; one of them is { issuer: town, paid: yes, shown: yes } (mend the rules, or the promise)',
      ],
    ],
    [
      "a step that is promised never to be there, and is",
      "never: appears-lawful",
      "never-step: [pay, object]",
      [
        'OT309 "paid-is-paid" some situations break the promise `paid-is-paid`; one of them is { sheet: ticket, paid: yes, shown: yes } (mend the rules, or the promise)',
      ],
    ],
    [
      "a notice that is promised never to be shown, and is",
      "never: appears-lawful",
      "never-notice: [receipt-hidden, landlord]",
      [
        'OT309 "paid-is-paid" some situations break the promise `paid-is-paid`; one of them is { issuer: landlord, paid: yes, shown: yes } (mend the rules, or the promise)',
      ],
    ],
    [
      "steps and notices barred that there are not",
      "never: appears-lawful",
      "never-step: [paying]\n    never-notice: [landlords]",
      [
        'OT301 "paying" `paying` does not stand under `steps:`',
        'OT301 "landlords" `landlords` does not stand under `notices:` (did you mean `landlord`?)',
      ],
    ],
    [
      "a promise of steps and notices that there are not",
      "never: appears-lawful",
      "always-step: [paying]\n    always-notice: [landlords]",
      [
        'OT301 "paying" `paying` does not stand under `steps:`',
        'OT301 "landlords" `landlords` does not stand under `notices:` (did you mean `landlord`?)',
      ],
    ],
    [
      "a promise of nothing",
      "\n    never: appears-lawful",
      "",
      [
        'OT205 "paid-is-paid" `paid-is-paid` promises nothing: add `never`, `always-step`, `always-notice`, `never-step`, `never-notice` or `never-paper`',
      ],
    ],
    [
      "a verdict on what nobody has read",
      "establishes: The town may fine., read-on: 2026-01-01, verified: yes",
      "establishes: The town may fine., verified: no",
      [
        'OT307 "cite" `ticket` says `refer` on sources that nobody has read (cite a source that somebody has read, at least in part)',
        'OT307 "cite" `town-ticket-unpaid` says `appears-lawful` on no source that is marked `verified: yes` and in force (cite a source whose text was read, or say `verdict: refer`)',
        'OT307 "cite" `landlord-ticket` says `likely-unlawful` on no source that is marked `verified: yes` and in force (cite a source whose text was read, or say `verdict: refer`)',
      ],
    ],
    [
      "a firm verdict on nothing that was read",
      "establishes: Who has paid owes nothing., read-on: 2026-01-01, verified: yes",
      "establishes: Who has paid owes nothing., verified: partly",
      [
        'OT307 "cite" `ticket-although-paid` says `likely-unlawful` on no source that is marked `verified: yes` and in force (cite a source whose text was read, or say `verdict: refer`)',
      ],
    ],
    [
      "a firm verdict on what is not yet in force",
      "establishes: Who has paid owes nothing.,",
      "establishes: Who has paid owes nothing., from: 2026-10-01,",
      [
        'OT307 "cite" `ticket-although-paid` says `likely-unlawful` on no source that is marked `verified: yes` and in force (cite a source whose text was read, or say `verdict: refer`)',
      ],
    ],
    [
      "everything impossible",
      "when: { paid: no, shown: yes }",
      "when: {}",
      ['OT311 "impossible" no situation is left that could exist (narrow what is impossible)'],
    ],
  ])("%s", (_, from, to, expected) => {
    expect(problems(edited(from, to))).toEqual(expected);
  });
});

describe("what would be passed over or taken for something else is refused", () => {
  // where each can be written: in a condition of every kind, as a field, as an id
  const conditions: readonly (readonly [string, string])[] = [
    ["a rule", "when: { sheet: leaflet }"],
    ["a finding", "when: { paid: yes, shown: yes }"],
    ["what is impossible", "when: { paid: no, shown: yes }"],
    ["a notice", "when: { issuer: landlord }"],
    ["a question", "asked-when: { sheet: ticket, paid: yes }"],
    ["a promise", "when: { paid-and-shown: yes }"],
  ];

  test.each(
    conditions.flatMap(([what, when]) =>
      ["toString", "constructor", "hasOwnProperty", "valueOf"].map((word) => [word, what, when] as const),
    ),
  )("`%s` in the condition of %s", (word, _, when) => {
    expect(problems(edited(when, when.replace(" }", `, ${word}: yes }`)))).toEqual([
      `OT301 "${word}" \`${word}\` is not a fact or a finding of this table`,
    ]);
  });

  test.each([
    ...conditions.map(([, when]): [string, string] => [when, when.replace(" }", ", __proto__: yes }")]),
    ["facts:\n", "facts:\n  __proto__: { ask: What?, why: So., values: { yes: Yes } }\n"],
    ["values: { ticket: A ticket,", "values: { __proto__: None, ticket: A ticket,"],
    ["  - id: leaflet\n", "  - id: leaflet\n    __proto__: { overrides: all }\n"],
    ["\nsteps:\n", "\nsteps:\n  __proto__: { do: Nothing. }\n"],
    ["verdicts:\n", "verdicts:\n  __proto__: { headline: None, do-not: Nothing., steps: [] }\n"],
    ["table:\n", "__proto__: { facts: {} }\ntable:\n"],
  ])("`__proto__` in place of %j", (from, to) => {
    expect(problems(edited(from, to))).toEqual(['OT202 "__proto__" unknown field `__proto__`']);
  });

  test.each<[string, string, string, string]>([
    ["a value `unknown`", "leaflet: A leaflet }", "leaflet: A leaflet, unknown: Who knows }", "unknown"],
    ["a rule `all`", "id: landlord-ticket", "id: all", "all"],
    ["a fact `any`", "  sheet:\n    ask", "  any: { ask: A?, why: B., values: { a: A } }\n  sheet:\n    ask", "any"],
    ["a finding `any`", "findings:\n", "findings:\n  any: { says: A., when: {}, cite: [] }\n", "any"],
    ["a fact that is an option", "facts:\n", "facts:\n  output: { ask: A?, why: B., values: { a: A } }\n", "output"],
    ["a date that is an option", "  found-on: {", "  as-of: { ask: A?, kind: date }\n  found-on: {", "as-of"],
    ["a fact `no-…`", "facts:\n", "facts:\n  no-car: { ask: A?, why: B., values: { a: A } }\n", "no-car"],
    ["a fact `title`", "facts:\n", "facts:\n  title: { ask: A?, why: B., values: { a: A } }\n", "title"],
    ["a step `constructor`", "\nsteps:\n", "\nsteps:\n  constructor: { do: Nothing. }\n", "constructor"],
  ])("%s", (_, from, to, id) => {
    const [problem, ...others] = problems(edited(from, to));
    expect(problem).toMatch(
      new RegExp(`^OT312 "${id}" \`${id}\` cannot be the id of a \\w+: .* \\(choose another id\\)$`),
    );
    expect(others).toEqual([]);
  });

  test("a fact `any` that is tested, with a word about why", () => {
    expect(problems(edited("when: { sheet: leaflet }", "when: { sheet: leaflet, any: yes }"))).toEqual([
      'OT205 "yes" `any` is to be a list (it begins the alternatives of a condition, so no fact and no finding can be called that)',
    ]);
  });

  test.each<[string, string, string, string]>([
    [
      "a fact and a particular with one id",
      "  found-on: {",
      "  paid: { ask: A?, kind: text }\n  found-on: {",
      'OT302 "paid" the id `paid` is already taken by a fact (an id is used once)',
    ],
    [
      "two flags that are one",
      "facts:\n",
      "facts:\n  a-1: { ask: A?, why: B., values: { a: A } }\n  a1: { ask: A?, why: B., values: { a: A } }\n",
      'OT302 "a1" the command line cannot tell `--a1` from `--a-1` (choose another id)',
    ],
    [
      "a fact without an answer",
      "facts:\n",
      "facts:\n  hat: { ask: A?, why: B., values: {} }\n",
      'OT205 "{}" `values` is empty: a fact needs answers',
    ],
    [
      "an address that is no web page",
      "establishes: The town may fine.,",
      "establishes: The town may fine., url: javascript:alert(1),",
      'OT205 "javascript:alert(1)" `javascript:alert(1)` is not an address that begins with `https://`',
    ],
  ])("%s", (_, from, to, expected) => {
    expect(problems(edited(from, to))).toEqual([expected]);
  });
});

describe("one slip is told once", () => {
  test("an id that is gone, with how often and where it is named, and no guess that is no slip of the pen", () => {
    const text = edited("  - id: ticket\n", "  - id: packet-refused\n").replaceAll("[ticket]", "[ticket-general]");
    expect(problems(text)).toEqual([
      'OT301 "ticket-general" `ticket-general` does not stand under `rules:`; it is named 3 times, in `town-ticket-unpaid`, `ticket-although-paid` and `landlord-ticket` (put it back, or take it out wherever it is named)',
    ]);
  });

  test("a fact that is gone, and beside it another slip", () => {
    const text = edited("  issuer:\n    ask", "  giver:\n    ask").replace(
      "cite: [by-law-3]\n    steps",
      "cite: [by-law-5]\n    steps",
    );
    expect(problems(text).map((one) => one.replace(/ \(.*/, ""))).toEqual([
      'OT301 "issuer" `issuer` is not a fact or a finding of this table; it is named 3 times, in `town-ticket-unpaid`, `landlord-ticket` and `landlord`',
      'OT301 "by-law-5" `by-law-5` does not stand under `sources:`',
    ]);
  });

  test.each<[string, string, string, string[]]>([
    [
      "a section that is indented, so that what belongs to it stands beside it",
      "\nparticulars:\n",
      "\n  particulars:\n",
      ['OT204 "" `particulars` is left blank (indent what belongs to it further than it is itself)'],
    ],
    [
      "a field that is not indented enough, and so belongs elsewhere",
      "    values: { ticket: A ticket",
      "  values: { ticket: A ticket",
      [
        'OT201 "sheet" `values` is missing',
        'OT205 "values" `values` has none of the fields that belong here (here belong `ask`, `why`, `values` and 7 more; perhaps a line is not indented as was meant)',
      ],
    ],
  ])("%s", (_, from, to, expected) => {
    expect(problems(edited(from, to))).toEqual(expected);
  });

  test("what is left blank hides nothing further down", () => {
    const text = edited("\nparticulars:\n", "\n  particulars:\n").replace(
      "contacts:\n",
      "contacts:\n  nobody: { find: Nowhere. }\n",
    );
    expect(problems(text)).toEqual([
      'OT204 "" `particulars` is left blank (indent what belongs to it further than it is itself)',
      'OT201 "nobody" `name` is missing',
    ]);
  });

  test("a file that is something else", () => {
    expect(problems("title: A case\nfacts_known: { sheet: ticket }\n")).toEqual([
      expect.stringMatching(/^OT205 .* the file has none of the fields that belong to a table \(here belong `table`, /),
    ]);
  });

  test("a promise is not said to be broken where no rule decides, or two do", () => {
    const gap = edited(
      "when: { sheet: ticket, paid-and-shown: yes }",
      "when: { sheet: ticket, paid-and-shown: yes, issuer: town }",
    )
      .replace("when: { sheet: ticket }\n    verdict", "when: { sheet: ticket, paid-and-shown: no }\n    verdict")
      .replace(
        "when: { paid-and-shown: yes }\n    never: appears-lawful",
        "when: { sheet: ticket, paid-and-shown: yes }\n    always-step: [object]",
      );
    expect(problems(gap).map((one) => one.slice(0, 5))).toEqual(["OT303"]);
    const conflict = edited("when: { sheet: ticket, issuer: town, paid: no }", "when: { sheet: ticket, issuer: town }");
    expect(problems(conflict).map((one) => one.slice(0, 5))).toEqual(["OT304"]);
  });
});

test("several faults are told at once, in the order of the file", () => {
  const text = edited("issuer: town, paid: no", "isuer: town, paid: maybe").replace(
    "cite: [by-law-3]\n    steps: [object]",
    "cite: [none]\n    steps: [object]",
  );
  expect(problems(text).map((one) => one.slice(0, 14))).toEqual(['OT301 "isuer" ', 'OT203 "maybe" ', 'OT301 "none" `']);
});

test("the situation of a gap is one that its own table cannot decide", () => {
  const loaded = loadTable({
    name: "rules.yaml",
    text: edited("when: { sheet: leaflet }", "when: { sheet: leaflet, issuer: town }"),
  });
  const message = loaded.ok ? "" : (loaded.problems[0]?.message ?? "");
  const facts = message.slice(message.indexOf("{"));
  const whole = loadTable({ name: "rules.yaml", text: parking });
  if (!whole.ok) throw new Error("the small table has a fault");
  const given = readCase({ name: "witness", text: `facts: ${facts}` }, whole.value);
  if (!given.ok) throw new Error("the witness is not a case");
  const answer = assess(whole.value, given.value as Case, "2026-11-22");
  expect(answer.ok && answer.value.rule?.id).toBe("leaflet");
});

test("the law of a day is that of its period", () => {
  const text = edited("  - id: leaflet\n", "  - id: leaflet\n    from: 2026-06-01\n").replace(
    "notices:\n",
    `  - id: old-leaflet
    when: { sheet: leaflet }
    overrides: all
    to: 2026-05-31
    verdict: refer
    headline: An old leaflet
    because: Leaflets were different once.
    cite: []
    steps: [ask]

notices:
`,
  );
  const loaded = loadTable({ name: "rules.yaml", text });
  if (!loaded.ok) throw new Error(loaded.problems.map(told).join("\n"));
  const ruleOn = (table: CompiledTable, day: string) => {
    const answer = assess(table, { facts: { sheet: "leaflet" }, particulars: {} }, day);
    return answer.ok ? answer.value.rule?.id : undefined;
  };
  expect(["2020-01-01", "2026-05-31", "2026-06-01", "2040-01-01"].map((day) => ruleOn(loaded.value, day))).toEqual([
    "old-leaflet",
    "old-leaflet",
    "leaflet",
    "leaflet",
  ]);
  expect(lawOn(loaded.value, "2026-05-31")).not.toBe(lawOn(loaded.value, "2026-06-01"));
});
