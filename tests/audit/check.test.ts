import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type CheckOptions, checkRules } from "../../src/commands/rules/check.js";
import { assess, loadTable } from "../../src/index.js";
import type { CheckData } from "../../src/report/check/data.js";
import { noPaint } from "../../src/report/paint.js";
import { edited, ferry, lineIn, TODAY } from "./edited.js";

interface Shown {
  readonly exitCode: number;
  readonly text: string | undefined;
  readonly title: string;
  readonly data: CheckData;
}

/** Runs the command on a text as though it were a file. */
async function check(text: string, options: Partial<CheckOptions> = {}): Promise<Shown> {
  let now = 0;
  const outcome = await checkRules(
    {
      today: TODAY,
      shippedRules: () => ({ ok: false, why: "none" }),
      stored: () => undefined,
      read: async (path) => ({ ok: true, name: path, bytes: new TextEncoder().encode(text) }),
      clock: () => ++now,
    },
    { path: "rules.yaml", asOf: TODAY, strict: false, verbose: false, ...options },
  );
  if (outcome.kind === "failed") throw new Error(outcome.closing);
  const { page, data, text: painted } = outcome.report;
  return {
    exitCode: outcome.exitCode,
    text: painted?.(noPaint, (line) => line),
    title: page.title,
    data,
  };
}

/** What the first line says of a sound table. */
function stamp(text: string): string {
  return `rules.yaml (ferry 1, digest ${digest(text)})`;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

const doubtful = edited(ferry, ["    when: { animal: yes }\n    says", "    when: { muzzled: yes }\n    says"]);
const broken = edited(ferry, [
  "when: { gas-on-deck: yes }\n    overrides: [anything-else]\n",
  "when: { gas-on-deck: yes }\n",
]);

test("a table without a flaw is said to have none, and to be whole", async () => {
  const { exitCode, text, title, data } = await check(ferry, { strict: true });
  expect([exitCode, text, title]).toEqual([0, undefined, `${stamp(ferry)}: no problems`]);
  expect(data).toMatchObject({ rules: 6, facts: 5, situations: "48", errors: 0, warnings: 0, problems: [], codes: {} });
});

describe("a warning", () => {
  test("is shown, with its situations and one of them as a case file, and fails only where it is asked to", async () => {
    const { exitCode, text } = await check(doubtful);
    const line = lineIn(doubtful, "when: { muzzled: yes }");
    expect(text).toBe(`${stamp(doubtful)}

warning[OT322]: the notice \`lead\` turns on \`muzzled\` where nobody is asked for it
   --> rules.yaml:${line}:13
    |
${line - 1} |   lead:
${line} |     when: { muzzled: yes }
    |             ^^^^^^^
    = help: widen the \`asked-when\` of \`muzzled\`, or test what makes somebody ask
    = 10 situations:
        animal is no; muzzled is yes
    = one of them, as a case file:
        facts:
          vehicle: car
          animal: "no"
          muzzled: "yes"

rules.yaml: 1 warning. 6 rules over 5 facts: each of 48 situations has one deciding rule or cannot exist.
`);
    expect([exitCode, (await check(doubtful, { strict: true })).exitCode]).toEqual([0, 60]);
  });

  test("is the same as data", async () => {
    const { data } = await check(doubtful);
    const line = lineIn(doubtful, "when: { muzzled: yes }");
    expect(data).toMatchObject({ schema: "order-triage/rules-check@1", asOf: TODAY, errors: 0, warnings: 1 });
    expect(data.problems).toEqual([
      {
        code: "OT322",
        severity: "warning",
        message: "the notice `lead` turns on `muzzled` where nobody is asked for it",
        help: "widen the `asked-when` of `muzzled`, or test what makes somebody ask",
        fingerprint: "OT322 notices/lead/when/muzzled",
        file: "rules.yaml",
        line,
        column: 13,
        endLine: line,
        endColumn: 20,
        count: "10",
        region: [{ animal: ["no"], muzzled: ["yes"] }],
        witness: { vehicle: "car", animal: "no", muzzled: "yes" },
        lawOf: TODAY,
      },
    ]);
    expect(Object.keys(data.codes)).toEqual(["OT322"]);
  });

  test("about the law of another day says which", async () => {
    const old = edited(doubtful, ["    when: { muzzled: yes }\n", "    to: 2026-01-31\n    when: { muzzled: yes }\n"]);
    const { text } = await check(old);
    expect(text).toContain("= 10 situations under the law of 31 January 2026:\n");
    expect(text).toContain("= one of them, as a case file:\n        # assess --as-of 2026-01-31\n        facts:\n");
  });

  test("about a review depends on the day of the check", async () => {
    expect((await check(ferry, { asOf: "2027-06-01" })).data.warnings).toBe(0);
    const { data } = await check(ferry, { asOf: "2027-06-02" });
    expect(data.problems.map(({ code }) => code)).toEqual(["OT331", "OT330"]);
  });
});

describe("an error", () => {
  test("fails, and tells its situations", async () => {
    const { exitCode, text, data } = await check(broken);
    expect(exitCode).toBe(60);
    expect(data).toMatchObject({ rules: 6, facts: 5, situations: "48", errors: 1, warnings: 0 });
    expect(text).toContain("   = 4 situations:\n       vehicle is car; fuel is gas; weather is calm\n");
    expect(text).toContain("   = one of them, as a case file:\n       facts:\n         vehicle: car\n");
    expect(text).toMatch(
      /\n\nrules\.yaml: 1 error\. 6 rules over 5 facts, 48 situations\. Until the errors are mended, this table gives no verdict\.\n$/,
    );
  });

  test("in the file itself leaves nothing to count", async () => {
    const { exitCode, text, data } = await check("rules: [\n");
    expect([exitCode, data.rules, data.situations, data.problems[0]?.code]).toEqual([60, null, null, "OT125"]);
    expect(text).toMatch(new RegExp(`^rules\\.yaml \\(digest ${digest("rules: [\n")}\\)\n\nerror`));
    expect(text).toMatch(/\n\nrules\.yaml: 1 error\. Until the errors are mended, this table gives no verdict\.\n$/);
  });
});

describe("a day of reading that has not come yet", () => {
  const early = edited(ferry, ["reviewed-on: 2026-06-01", "reviewed-on: 2026-11-23"]);

  test("fails the check, and keeps nobody from a verdict", async () => {
    const { exitCode, text, data } = await check(early);
    expect([exitCode, data.errors, data.usable]).toEqual([60, 1, true]);
    expect(text).toMatch(/one deciding rule or cannot exist\.\n$/);
    expect(loadTable({ name: "rules.yaml", text: early }).ok).toBe(true);
  });

  test("is told by the calendar, whatever day the law is looked at for", async () => {
    expect((await check(early, { asOf: "2027-01-01" })).data.problems.map(({ code }) => code)).toEqual(["OT332"]);
    expect((await check(ferry, { asOf: "2025-01-01" })).data.errors).toBe(0);
  });
});

const SPECIAL = `  - id: dog-in-the-car
    when: { vehicle: car, gas-on-deck: no, animal: yes }
    overrides: [anything-else]
    verdict: likely-unlawful
    headline: Take the dog out of the car
    because: No dog stays on the car deck.
    cite: [order-7]
    steps: [ask]
`;

test.each([
  ["above", (rule: string) => `${SPECIAL}${rule}`],
  ["below", (rule: string) => `${rule}${SPECIAL}`],
])("a special rule put %s the general one is told what to say, and then decides", async (_, put) => {
  const [rule = ""] = / {2}- id: car-on-petrol\n(?: {4}.*\n)+/.exec(ferry) ?? [];
  const text = ferry.replace(rule, put);
  const { data } = await check(text);
  expect(data.problems.map(({ code, line }) => [code, line])).toEqual([["OT304", lineIn(text, "id: dog-in-the-car")]]);
  const help = "let the special one, `dog-in-the-car`, say `overrides: [anything-else, car-on-petrol]`";
  expect(data.problems[0]?.help).toBe(help);
  const said = SPECIAL.replace(/overrides: .*/, /`(overrides: .*?)`/.exec(help)?.[1] as string);
  const mended = text.replace(SPECIAL, said);
  expect((await check(mended)).data.errors).toBe(0);
  const loaded = loadTable({ name: "rules.yaml", text: mended });
  if (!loaded.ok) throw new Error("the table has an error");
  const facts = { vehicle: "car", fuel: "petrol", animal: "yes", weather: "calm" };
  const answer = assess(loaded.value, { facts, particulars: {} }, TODAY);
  expect(answer.ok && answer.value.rule?.id).toBe("dog-in-the-car");
});

test("of hundreds of problems the first fifty are shown, and all are counted", async () => {
  const rules = [...Array(300).keys()].map((index) => `  - { id: r${index} }\n`).join("");
  const { text, data } = await check(`rules:\n${rules}`);
  expect(text?.match(/^error\[/gm)).toHaveLength(50);
  expect(data.errors).toBeGreaterThan(300);
  expect(text).toContain(`… and ${(data.errors - 50).toLocaleString("en-GB")} more problems.`);
});

test("--verbose tells the size of the diagrams, how far the general rules reach, and the time", async () => {
  const { text, data } = await check(doubtful, { verbose: true });
  expect(data.details).toEqual({
    milliseconds: 1,
    periods: [
      { from: "0000-01-01", nodes: expect.any(Number) },
      { from: "2026-05-01", nodes: expect.any(Number) },
    ],
    generalRules: [{ id: "anything-else", decides: "3" }],
  });
  expect(text).toMatch(
    /\nThe earliest law: \d+ nodes in the diagram\.\nLaw from 1 May 2026: \d+ nodes in the diagram\.\nThe general rule anything-else still decides 3 situations\.\nRead, compiled and checked in 1 ms\.\n$/,
  );
});
