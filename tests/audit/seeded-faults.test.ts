import { describe, expect, test } from "vitest";
import type { Extent } from "../../src/audit/extent.js";
import { type Case, loadTable, readCase } from "../../src/index.js";
import { caseFileText } from "../../src/report/case-file.js";
import { decide, isContradiction } from "../../src/triage/decide.js";
import { agrees, canBe, deciding, everyFacts, type Facts } from "../table/small-tables.js";
import { edited, ferry, flawsOf, lineIn, parking, tableOf, told } from "./edited.js";

type Edit = readonly [from: string, to: string];

const LONG = `${"Wait for the blue flag, ".repeat(6)}and go.`;

interface Seeded {
  readonly edits: readonly Edit[];
  /** A passage that begins on the line of the flaw. */
  readonly line: string;
  /** What is told; `#` stands for the number of that line. */
  readonly told: string;
}

/** A flaw about situations: which they are, read off the table by a person, and which rule decides the witness. */
interface SeededRegion extends Seeded {
  readonly concerns: (facts: Facts) => boolean;
  readonly decidedBy: string;
}

const byFoot = ({ vehicle }: Facts): boolean => vehicle !== "car";

const REGIONS: Record<string, SeededRegion> = {
  "a rule that others override wherever it applies": {
    edits: [["animal: no }\n    overrides", "animal: no, weather: storm }\n    overrides"]],
    line: "id: on-foot",
    told: 'OT310 # "on-foot" the rule `on-foot` never decides: whatever meets its condition is decided by `red-flag`',
    concerns: (facts) => byFoot(facts) && facts["animal"] === "no" && facts["weather"] === "storm",
    decidedBy: "red-flag",
  },
  "a test that a finding has made already": {
    edits: [["when: { gas-on-deck: yes }", "when: { gas-on-deck: yes, fuel: gas }"]],
    line: "when: { gas-on-deck: yes",
    told: 'OT320 # "fuel" this test of `fuel` changes nothing in `car-on-gas`: whatever can exist and meets the rest of the condition meets it too',
    concerns: ({ vehicle, fuel }) => vehicle === "car" && fuel === "gas",
    decidedBy: "car-on-gas,red-flag",
  },
  "a test of what another rule decides in any event": {
    edits: [["animal: no }\n    overrides", "animal: no, weather: calm }\n    overrides"]],
    line: "when: { vehicle: [bicycle, none], animal: no, weather",
    told: 'OT320 # "weather" this test of `weather` changes nothing in `on-foot`: what it tells apart is decided by `red-flag` in any event',
    concerns: (facts) => byFoot(facts) && facts["animal"] === "no" && facts["weather"] === "storm",
    decidedBy: "red-flag",
  },
  "an alternative within another": {
    edits: [
      [
        "when: { vehicle: car, gas-on-deck: no }",
        "when: { gas-on-deck: no, any: [{ vehicle: car }, { vehicle: car, animal: yes }] }",
      ],
    ],
    line: "when: { gas-on-deck: no, any",
    told: 'OT320 # "{ vehicle: car, animal: yes }" this alternative changes nothing in `car-on-petrol`: whatever can exist and meets the rest of the condition meets it too',
    concerns: ({ vehicle, fuel }) => vehicle === "car" && fuel === "petrol",
    decidedBy: "car-on-petrol,red-flag",
  },
  "alternatives that leave nothing out": {
    edits: [
      [
        "    when: { animal: yes }\n    says",
        "    when: { animal: yes, any: [{ fuel: gas }, { fuel: petrol }] }\n    says",
      ],
    ],
    line: "when: { animal: yes, any",
    told: 'OT320 # "any" what stands under this `any` changes nothing in the notice `lead`: whatever can exist and meets the rest meets it too',
    concerns: ({ animal }) => animal === "yes",
    decidedBy: "car-on-gas,car-on-petrol,red-flag",
  },
  "a test in a finding of what is impossible otherwise": {
    edits: [
      ["when: { vehicle: car, fuel: gas }\n    cite", "when: { vehicle: car, fuel: gas, muzzled: yes }\n    cite"],
      [
        "when: { vehicle: none, fuel: gas }",
        "when: { any: [{ vehicle: none, fuel: gas }, { fuel: gas, muzzled: no }] }",
      ],
    ],
    line: "when: { vehicle: car, fuel: gas, muzzled",
    told: 'OT320 # "muzzled" this test of `muzzled` changes nothing in the finding `gas-on-deck`: whatever can exist and meets the rest meets it too',
    concerns: ({ vehicle, fuel }) => vehicle === "car" && fuel === "gas",
    decidedBy: "car-on-gas,red-flag",
  },
  "a test in the condition of a question": {
    edits: [["asked-when: { animal: yes }", "asked-when: { animal: yes, vehicle: [car, bicycle, none] }"]],
    line: "asked-when: { animal: yes, vehicle",
    told: 'OT320 # "vehicle" this test of `vehicle` changes nothing in the question `muzzled`: whatever can exist and meets the rest meets it too',
    concerns: ({ animal }) => animal === "yes",
    decidedBy: "car-on-gas,car-on-petrol,red-flag",
  },
  "an override of a rule that another overrides there too": {
    edits: [
      [
        "when: { vehicle: car, gas-on-deck: no }\n    overrides: [anything-else]",
        "when: { vehicle: car }\n    overrides: [anything-else]",
      ],
      [
        "when: { gas-on-deck: yes }\n    overrides: [anything-else]",
        "when: { gas-on-deck: yes }\n    overrides: [anything-else, car-on-petrol]",
      ],
    ],
    line: "overrides: [anything-else, car-on-petrol]",
    told: 'OT321 # "anything-else" that `car-on-gas` overrides `anything-else` changes nothing: wherever both apply the same rule decides without it',
    concerns: ({ vehicle, fuel }) => vehicle === "car" && fuel === "gas",
    decidedBy: "car-on-gas,red-flag",
  },
  "a rule that turns on an answer nobody was asked for": {
    edits: [
      ["animal: yes, muzzled: no }", "muzzled: no }"],
      ["    from: 2026-05-01\n    overrides: [anything-else]", "    overrides: [anything-else, on-foot]"],
    ],
    line: "when: { vehicle: [bicycle, none], muzzled: no }",
    told: 'OT322 # "muzzled" the rule `dog-without-muzzle` turns on `muzzled` where nobody is asked for it',
    concerns: (facts) =>
      byFoot(facts) && facts["animal"] === "no" && facts["muzzled"] === "no" && facts["weather"] === "calm",
    decidedBy: "dog-without-muzzle",
  },
  "a notice that turns on an answer nobody was asked for": {
    edits: [["    when: { animal: yes }\n    says", "    when: { muzzled: yes }\n    says"]],
    line: "when: { muzzled: yes }",
    told: 'OT322 # "muzzled" the notice `lead` turns on `muzzled` where nobody is asked for it',
    concerns: ({ animal, muzzled }) => animal === "no" && muzzled === "yes",
    decidedBy: "car-on-gas,car-on-petrol,red-flag",
  },
  "a notice that through a finding turns on an answer nobody was asked for": {
    edits: [
      [
        "\nimpossible:",
        "  loud:\n    says: The dog can bite.\n    when: { muzzled: no }\n    cite: [order-7]\n\nimpossible:",
      ],
      ["    when: { animal: yes }\n    says", "    when: { loud: yes }\n    says"],
    ],
    line: "when: { loud: yes }",
    told: 'OT322 # "loud" the notice `lead` turns on `muzzled` (through `loud`) where nobody is asked for it',
    concerns: ({ animal, muzzled }) => animal === "no" && muzzled === "no",
    decidedBy: "car-on-gas,car-on-petrol,red-flag",
  },
};

/** What somebody comes with, taken for granted. */
function presuming(values: string, source: string): Edit {
  const answers = "    values: { car: A car, bicycle: A bicycle, none: Nothing }\n";
  const presume = `values: ${values}, says: So most come., because: They do., check: Look., cite: [${source}]`;
  return [answers, `${answers}    presume: { ${presume} }\n`];
}

const PLACES: Record<string, Seeded> = {
  "a rule whose condition nothing meets": {
    edits: [["when: { vehicle: [bicycle, none], animal: no }", "when: { vehicle: none, fuel: gas }"]],
    line: "id: on-foot",
    told: 'OT310 # "on-foot" the rule `on-foot` never decides: nothing that can exist ever meets its condition',
  },
  "a rule that ended before it began": {
    edits: [["from: 2026-05-01\n", "from: 2026-05-01\n    to: 2026-04-01\n"]],
    line: "id: dog-without-muzzle",
    told: 'OT310 # "dog-without-muzzle" the rule `dog-without-muzzle` never decides: nothing that can exist ever meets its condition',
  },
  "a notice that nothing meets": {
    edits: [["    when: { animal: yes }\n    says", "    when: { vehicle: none, fuel: gas }\n    says"]],
    line: "when: { vehicle: none, fuel: gas }\n    says",
    told: 'OT325 # "when" the condition of the notice `lead` never holds: nothing that can exist meets it',
  },
  "an override of a rule that it never meets": {
    edits: [
      ["animal: no }\n    overrides: [anything-else]", "animal: no }\n    overrides: [anything-else, car-on-gas]"],
    ],
    line: "overrides: [anything-else, car-on-gas]",
    told: 'OT321 # "car-on-gas" that `on-foot` overrides `car-on-gas` changes nothing: nothing that can exist meets both conditions',
  },
  "an override of all beside those of each": {
    edits: [["overrides: all", "overrides: [all, anything-else]"]],
    line: "overrides: [all",
    told: 'OT321 # "anything-else" that `red-flag` overrides `anything-else` changes nothing: wherever both apply the same rule decides without it',
  },
  "a finding that nothing tests": {
    edits: [
      [
        "\nimpossible:",
        "  calm:\n    says: It is calm.\n    when: { weather: calm }\n    cite: [order-1]\n\nimpossible:",
      ],
    ],
    line: "  calm:\n    says",
    told: 'OT323 # "calm" the finding `calm` is not used by anything',
  },
  "a step that nobody takes": {
    edits: [["  wait: { do", "  swim: { do: Swim. }\n  wait: { do"]],
    line: "  swim: {",
    told: 'OT323 # "swim" the step `swim` is not used by anything',
  },
  "a deadline that nothing has": {
    edits: [["boarding: { says", "waving: { says: Wave, from: booked-for, after: 1 day }\n  boarding: { says"]],
    line: "  waving: {",
    told: 'OT323 # "waving" the deadline `waving` is not used by anything',
  },
  "a contact that no step names": {
    edits: [["  crew: { name", "  gulls: { name: The gulls, find: Above you. }\n  crew: { name"]],
    line: "  gulls: {",
    told: 'OT323 # "gulls" the contact `gulls` is not used by anything',
  },
  "a source that nothing cites": {
    edits: [
      [
        "  order-7: { citation",
        '  order-3: { citation: "Harbour order, 3", establishes: Nothing., verified: no }\n  order-7: { citation',
      ],
    ],
    line: "  order-3: {",
    told: 'OT323 # "order-3" the source `order-3` is not used by anything',
  },
  "a fact that nothing tests": {
    edits: [
      [
        "  weather:\n    ask",
        "  hat:\n    ask: Do you wear a hat?\n    why: No reason.\n    values: { yes: A, no: B }\n  weather:\n    ask",
      ],
    ],
    line: "  hat:\n",
    told: 'OT324 # "hat" the fact `hat` is not tested by anything',
  },
  "answers that nothing tells apart": {
    edits: [
      [
        "values: { calm: A blue one, storm: A red one }",
        "values: { calm: A blue one, storm: A red one, none: No flag }",
      ],
    ],
    line: "values: { calm",
    told: 'OT326 # "values" nothing tells these answers to `weather` apart: `calm`, `none`',
  },
  "a review that is late": {
    edits: [["review-by: 2027-06-01", "review-by: 2026-11-21"]],
    line: "review-by: 2026-11-21",
    told: 'OT330 # "2026-11-21" the rule `car-on-gas` was due for review by 2026-11-21',
  },
  "a source that was to be looked at again": {
    edits: [["What stays on the quay., ", "What stays on the quay., review-by: 2026-11-21, "]],
    line: "order-7: {",
    told: 'OT330 # "2026-11-21" the source `order-7` was due for review by 2026-11-21',
  },
  "a table that nobody has read for a year": {
    edits: [["reviewed-on: 2026-06-01", "reviewed-on: 2025-11-21"]],
    line: "reviewed-on: 2025-11-21",
    told: 'OT331 # "2025-11-21" the table was last reviewed on 2025-11-21, more than a year ago',
  },
  "a source that nobody can have read yet": {
    edits: [["establishes: Who may board., read-on: 2026-06-01", "establishes: Who may board., read-on: 2026-11-23"]],
    line: "order-1: { citation",
    told: 'OT332 # "2026-11-23" the source `order-1` is said to have been read on 2026-11-23, a day that has not come yet',
  },
  "a table that nobody can have read yet": {
    edits: [["reviewed-on: 2026-06-01", "reviewed-on: 2036-11-22"]],
    line: "reviewed-on: 2036-11-22",
    told: 'OT332 # "2036-11-22" the table is said to have been read on 2036-11-22, a day that has not come yet',
  },
  "something taken for granted where anything else comes to the same": {
    edits: [presuming("[car, bicycle]", "order-1")],
    line: "    presume: { values",
    told: 'OT327 # "presume" to presume something of `vehicle` changes nothing: no other value of it lets another rule decide',
  },
  "a headline of thirteen words": {
    edits: [["headline: Walk on board", "headline: Walk on board - one two three four five six seven eight nine ten"]],
    line: "headline: Walk on board - one",
    told: 'OT340 # "Walk on board - one two three four five six seven eight nine ten" a headline of 13 words is too long to be read aloud',
  },
  "a flat word, on its own line": {
    edits: [
      [
        "because: Everybody who walks may board.",
        "because: >-\n      Everybody who walks may board, and\n      that appears lawful. It is lawful.",
      ],
    ],
    line: "      that appears lawful.",
    told: 'OT341 # "lawful" `lawful` says flatly what only a court decides',
  },
  "a word that invites defiance": {
    edits: [["do: Wait for the blue flag.", "do: Ignore the red flag."]],
    line: "  wait: { do",
    told: 'OT342 # "Ignore" `Ignore` reads as advice to defy a court or to be at ease',
  },
  "a step of more than two lines": {
    edits: [["do: Wait for the blue flag.", `do: "${LONG}"`]],
    line: "  wait: { do",
    told: `OT343 # ""${LONG}"" 151 signs are more than two lines of a terminal`,
  },
};

describe("the small table with one fault put in", () => {
  test("has none before", () => {
    expect(flawsOf(ferry)).toEqual([]);
  });

  test.each(Object.entries(PLACES))("%s", (_, seeded) => {
    const text = edited(ferry, ...seeded.edits);
    expect(flawsOf(text).map(told)).toEqual([seeded.told.replace("#", String(lineIn(text, seeded.line)))]);
  });

  test.each(Object.entries(REGIONS))("%s", (_, seeded) => {
    const text = edited(ferry, ...seeded.edits);
    const flaws = flawsOf(text);
    expect(flaws.map(told)).toEqual([seeded.told.replace("#", String(lineIn(text, seeded.line)))]);
    const extent = flaws[0]?.extent as Extent;
    expectExactly(text, extent, seeded.concerns);
    expect(decidersOf(text, extent)).toBe(seeded.decidedBy);
  });

  test("a test in what is impossible; the witness is a case that cannot be", () => {
    const text = edited(ferry, [
      "when: { vehicle: none, fuel: gas }",
      "when: { vehicle: none, fuel: gas, animal: [yes, no] }",
    ]);
    const flaws = flawsOf(text);
    const line = lineIn(text, "when: { vehicle: none, fuel: gas, animal");
    expect(flaws.map(told)).toEqual([
      `OT320 ${line} "animal" this test of \`animal\` changes nothing in what is impossible here: whatever can exist and meets the rest meets it too`,
    ]);
    const extent = flaws[0]?.extent as Extent;
    expect(extent.region.count).toBe(8n);
    expect(decidersOf(text, extent)).toBe("impossible");
  });

  test("what was law on another day is witnessed on that day", () => {
    const text = edited(ferry, [
      "    when: { animal: yes }\n    says",
      "    to: 2026-01-31\n    when: { muzzled: yes }\n    says",
    ]);
    const [flaw, ...others] = flawsOf(text);
    expect([flaw?.problem.code, flaw?.extent?.day, others]).toEqual(["OT322", "2026-01-31", []]);
  });

  test("what is taken for granted may matter on one day alone, and its source is used", () => {
    const source = "order-7: { citation";
    const own: Edit = [source, `order-9: { citation: Another, establishes: It., verified: no }\n  ${source}`];
    const matters = edited(ferry, presuming("[bicycle, none]", "order-9"), own);
    const onceMattered = edited(
      ferry,
      presuming("[car, bicycle]", "order-9"),
      own,
      ["    from: 2026-05-01\n    overrides", "    to: 2026-04-30\n    overrides"],
      ["[bicycle, none], animal: yes, muzzled: no }", "none, animal: yes, muzzled: no }"],
    );
    expect([matters, onceMattered].map((text) => flawsOf(text).map(told))).toEqual([[], []]);
  });

  test("what was read today was read in time", () => {
    const read = edited(ferry, ["reviewed-on: 2026-06-01", "reviewed-on: 2026-11-22"]);
    expect(flawsOf(read.replaceAll("read-on: 2026-06-01", "read-on: 2026-11-22"))).toEqual([]);
  });

  test("a review that is due today, or of what has ended, is not late", () => {
    const due = edited(ferry, ["review-by: 2027-06-01", "review-by: 2026-11-22"]);
    const ended = edited(ferry, ["review-by: 2027-06-01", "review-by: 2026-02-01\n    to: 2026-11-21"]);
    expect([flawsOf(due), flawsOf(ended)]).toEqual([[], []]);
  });
});

describe("an error about situations tells all of them", () => {
  test.each<[string, string, Edit, string, (facts: Facts) => boolean]>([
    [
      "a gap, where a rule was narrowed",
      parking,
      ["when: { sheet: leaflet }", "when: { sheet: leaflet, issuer: town }"],
      "OT303",
      ({ sheet, issuer }) => sheet === "leaflet" && issuer === "landlord",
    ],
    [
      "a gap in a far corner",
      parking,
      ["when: { sheet: leaflet }", "when: { sheet: leaflet, any: [{ issuer: town }, { paid: yes }, { shown: yes }] }"],
      "OT303",
      ({ sheet, issuer, paid }) => sheet === "leaflet" && issuer === "landlord" && paid === "no",
    ],
    [
      "a conflict, where an exception was removed",
      ferry,
      ["when: { gas-on-deck: yes }\n    overrides: [anything-else]\n", "when: { gas-on-deck: yes }\n"],
      "OT304",
      ({ vehicle, fuel, weather }) => vehicle === "car" && fuel === "gas" && weather === "calm",
    ],
    [
      "a broken promise",
      ferry,
      ["when: { vehicle: car, fuel: gas }\n    never", "when: { vehicle: car, animal: no }\n    never"],
      "OT309",
      (facts) =>
        facts["vehicle"] === "car" &&
        facts["animal"] === "no" &&
        facts["fuel"] === "petrol" &&
        facts["weather"] === "calm",
    ],
  ])("%s", (_, whole, edit, code, concerns) => {
    const text = edited(whole, edit);
    const flaws = flawsOf(text);
    expect(flaws.map(({ problem }) => problem.code)).toEqual([code]);
    expectExactly(text, flaws[0]?.extent as Extent, concerns);
  });

  test("the witness of a gap meets no rule, and that of a conflict two", () => {
    const gap = edited(parking, ["when: { sheet: leaflet }", "when: { sheet: leaflet, issuer: town }"]);
    const conflict = edited(parking, [
      "overrides: [ticket]\n    verdict: likely-unlawful\n    headline: Object to the ticket\n    because: Only",
      "verdict: likely-unlawful\n    headline: Object to the ticket\n    because: Only",
    ]);
    const decidingWitness = (text: string): string[][] => {
      const { witness } = (flawsOf(text)[0]?.extent as Extent).region;
      const whole = everyFacts(tableOf(text)).filter((facts) => agrees(facts, witness));
      return whole.map((facts) => deciding(tableOf(text), facts).map(({ id }) => id));
    };
    expect(new Set(decidingWitness(gap).flat())).toEqual(new Set());
    expect(new Set(decidingWitness(conflict).map(String))).toEqual(new Set(["ticket,landlord-ticket"]));
  });
});

/** The region of an extent is what plain reading says, to a situation, and its witness lies in it whatever else is so. */
function expectExactly(text: string, { region }: Extent, concerns: (facts: Facts) => boolean): void {
  const table = tableOf(text);
  const existing = everyFacts(table).filter((facts) => canBe(table, facts));
  const concerned = existing.filter(concerns);
  const inBoxes = existing.filter((facts) => region.boxes.some((box) => fits(box, facts)));
  expect(inBoxes).toEqual(concerned);
  expect(region.count).toBe(BigInt(concerned.length));
  const witnessed = everyFacts(table).filter((facts) => agrees(facts, region.witness));
  expect(witnessed.length).toBeGreaterThan(0);
  expect(witnessed.filter((facts) => !canBe(table, facts) || !concerns(facts))).toEqual([]);
}

function fits(box: Readonly<Record<string, readonly string[]>>, facts: Facts): boolean {
  return Object.entries(box).every(([id, values]) => values.includes(facts[id] as string));
}

/** The rules that can still decide the witness, saved as a case file and assessed. */
function decidersOf(text: string, { region, day }: Extent): string {
  const loaded = loadTable({ name: "rules.yaml", text });
  if (!loaded.ok) throw new Error("the table has an error");
  const file = caseFileText({ facts: region.witness, particulars: {} });
  const given = readCase({ name: "witness.yaml", text: file }, loaded.value);
  if (!given.ok) throw new Error(given.problems.map(({ message }) => message).join());
  const decision = decide(loaded.value, given.value as Case, day);
  return isContradiction(decision)
    ? "impossible"
    : decision.possible
        .map(({ id }) => id)
        .sort()
        .join();
}
