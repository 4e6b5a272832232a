import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { readRevision } from "../../src/cli/system/git.js";
import { systemIo } from "../../src/cli/system/io.js";
import type { CaseIo } from "../../src/commands/io.js";
import type { Answered, Outcome } from "../../src/commands/outcome.js";
import { type DiffOptions, diffRules } from "../../src/commands/rules/diff.js";
import { formatText } from "../../src/format/text.js";
import { assess, type Case, loadTable, readCase } from "../../src/index.js";
import { problemText } from "../../src/report/code-frame.js";
import { noPaint } from "../../src/report/paint.js";
import type { DiffReport } from "../../src/report/report.js";
import { newFolder, sharedFolder } from "./folder.js";

const DAY = "2026-11-22";
const root = process.cwd();
const parking = readFileSync("tests/tables/parking.yaml", "utf8");
const worded = parking.replace("Pay the town by its day", "Pay the town");
const edited = worded.replace("verdict: appears-lawful\n    headline", "verdict: refer\n    headline");
const leafletRule = / {2}- id: leaflet\n(?: {4}.*\n)+/.exec(parking)?.[0] as string;
const scratch = sharedFolder();
const path = process.env["PATH"];

/** A repository with the table in a folder: three commits, then an edit that is in none of them. */
beforeAll(async () => {
  process.chdir(scratch);
  mkdirSync("law");
  await git("init", "--quiet", "--initial-branch=main");
  await commit("first", parking);
  await commit("broken", parking.replace("verdict: refer", "verdict: perhaps"));
  await commit("worded", worded);
  await git("tag", "reviewed");
  writeFileSync("law/rules.yaml", edited);
  writeFileSync("HEAD", worded);
});

afterEach(() => {
  process.chdir(scratch);
  process.env["PATH"] = path;
});

afterAll(() => process.chdir(root));

function git(...args: string[]) {
  const env = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  const author = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"];
  return execa("git", [...author, ...args], { cwd: scratch, env });
}

async function commit(message: string, text: string): Promise<void> {
  writeFileSync("law/rules.yaml", text);
  await git("add", ".");
  await git("commit", "--quiet", "--message", message);
}

const io: CaseIo = {
  ...systemIo((name) => readFileSync(join(root, name))),
  today: DAY,
  list: async (folder) => {
    try {
      const entries = readdirSync(folder, { withFileTypes: true });
      return {
        ok: true,
        entries: entries.map((entry) => ({
          name: entry.name,
          path: `${folder}/${entry.name}`,
          isFolder: entry.isDirectory(),
        })),
      };
    } catch {
      return { ok: false, why: `${folder}: there is no such folder.` };
    }
  },
};

function diff(old: string | undefined, options: Partial<DiffOptions> = {}): Promise<Outcome<DiffReport>> {
  const every = {
    old,
    new: undefined,
    rules: undefined,
    front: "law/rules.yaml",
    days: [],
    cases: undefined,
    exitCode: false,
    strict: false,
  };
  return diffRules(io, readRevision, { ...every, ...options });
}

/** As the first line of a comparison has it. */
function digest(table: string): string {
  return createHash("sha256").update(table).digest("hex").slice(0, 12);
}

function answered(outcome: Outcome<DiffReport>): Answered<DiffReport> {
  if (outcome.kind === "failed") throw new Error(outcome.closing);
  return outcome;
}

function text(outcome: Outcome<DiffReport>): string {
  return formatText(answered(outcome).report.page, 80, noPaint);
}

// biome-ignore lint/suspicious/noExplicitAny: what a program that reads JSON would see
function data(outcome: Outcome<DiffReport>): any {
  return JSON.parse(JSON.stringify(answered(outcome).report.data));
}

async function closing(outcome: Promise<Outcome<DiffReport>>): Promise<string> {
  const failure = await outcome;
  if (failure.kind === "answered") throw new Error("it was answered");
  return `${failure.exitCode}: ${failure.closing}`;
}

const change = ["town-ticket-unpaid", "appears-lawful", "refer", "1"];
const changesOf = (outcome: Outcome<DiffReport>): unknown[] =>
  data(outcome).decisions.map((one: ReturnType<typeof data>) => [
    one.new.rule,
    one.old.verdict,
    one.new.verdict,
    one.situations,
  ]);

test.each([
  ["a revision", "main", "law/rules.yaml at main"],
  ["a revision by its distance", "HEAD~0", "law/rules.yaml at HEAD~0"],
  ["a tag", "reviewed", "law/rules.yaml at reviewed"],
  ["a file of a revision", "main:law/rules.yaml", "law/rules.yaml at main"],
  ["a file of a revision, from here", "main:./law/rules.yaml", "law/rules.yaml at main"],
  ["what is staged", ":law/rules.yaml", "law/rules.yaml at the index"],
  ["a file, although a revision has its name", "HEAD", "HEAD"],
])("%s is compared with the table as it is", async (_, old, name) => {
  const outcome = await diff(old);
  expect(data(outcome).old.name).toBe(name);
  expect(changesOf(outcome)).toEqual([change]);
});

test("a revision is of the file on the other side, and otherwise of the table in use", async () => {
  writeFileSync("law/other.yaml", parking);
  expect(await closing(diff("main", { new: "law/other.yaml" }))).toMatch(/^66: .*no file other.yaml in it/);
  expect(changesOf(await diff("law/rules.yaml", { new: "main" }))).toEqual([
    ["town-ticket-unpaid", "refer", "appears-lawful", "1"],
  ]);
  const both = data(await diff("main~2", { new: "main" }));
  expect([both.old.name, both.new.name]).toEqual(["law/rules.yaml at main~2", "law/rules.yaml at main"]);
  expect(both.decisions.map((one: ReturnType<typeof data>) => one.differsIn)).toEqual([["headline"]]);
});

test("a table in a folder below is found from within that folder", async () => {
  process.chdir("law");
  expect(changesOf(await diff("main", { front: "rules.yaml" }))).toEqual([change]);
  expect(changesOf(await diff("main:./rules.yaml", { new: "rules.yaml" }))).toEqual([change]);
});

test.each([
  ["nowhere", "66: nowhere: there is no such file. Git knows no revision `nowhere`. Nothing was compared."],
  ["HEAD~9", "66: HEAD~9: there is no such file. Git knows no revision `HEAD~9`. Nothing was compared."],
  ["law", "66: law: this is a folder, not a file. Git knows no revision `law`. Nothing was compared."],
  [
    "main:rules.yaml",
    "66: main:rules.yaml: there is no such file. Git knows the revision, but no file rules.yaml in it. Nothing was compared.",
  ],
  [
    "main:law",
    "66: main:law: there is no such file. Git knows the revision, but no file law in it. Nothing was compared.",
  ],
  ["", "66: : there is no such file. `` is not a revision either. Nothing was compared."],
])("%j is nothing that could be read", async (name, said) => {
  expect(await closing(diff(name))).toBe(said);
});

test.each(["--output=stolen", "-x", "--textconv", "--batch"])("%s is not handed to git as an option", async (name) => {
  expect(await closing(diff(name))).toBe(
    `66: ${name}: there is no such file. \`${name}\` is not a revision either. Nothing was compared.`,
  );
  expect(existsSync("stolen") || existsSync("law/stolen")).toBe(false);
});

test("without a repository, or without git, there are still files", async () => {
  const outside = newFolder();
  writeFileSync(join(outside, "rules.yaml"), parking);
  const rules = join(outside, "rules.yaml");
  expect(await closing(diff("main", { rules }))).toBe(
    `66: main: there is no such file. As a revision it cannot be read: ${outside} is not in a git repository. Nothing was compared.`,
  );
  process.env["PATH"] = outside;
  expect(await closing(diff("main"))).toBe(
    "66: main: there is no such file. As a revision it cannot be read: git is not installed here. Nothing was compared.",
  );
  expect(data(await diff(rules)).decidesDifferently).toBe(true);
});

test("a version with problems is refused, each at its place in that version", async () => {
  const outcome = await diff("main~1");
  if (outcome.kind === "answered") throw new Error("it was answered");
  expect([outcome.exitCode, outcome.closing]).toEqual([
    78,
    "law/rules.yaml at main~1: 1 problem. Nothing was compared.",
  ]);
  expect(outcome.problems.map((problem) => problemText(problem)).join()).toContain(
    "--> law/rules.yaml at main~1:55:14",
  );
});

test("nothing in the repository is touched", async () => {
  const before = await git("status", "--porcelain");
  const index = statSync(".git/index").mtimeMs;
  await diff("main");
  // looked at before git is asked again, which may refresh its index
  expect(statSync(".git/index").mtimeMs).toBe(index);
  expect((await git("status", "--porcelain")).stdout).toBe(before.stdout);
});

test("only with --exit-code does a change show in the exit code", async () => {
  const exitCode = async (old: string, exits: boolean): Promise<number> =>
    answered(await diff(old, { exitCode: exits })).exitCode;
  expect(await exitCode("main", false)).toBe(0);
  expect(await exitCode("main", true)).toBe(60);
  expect(await exitCode("law/rules.yaml", true)).toBe(0);
  writeFileSync("said.yaml", edited.replace("The town may ask for money", "A town may ask for money"));
  expect(await exitCode("said.yaml", true)).toBe(0);
  writeFileSync("noticed.yaml", edited.replace("when: { issuer: landlord }\n    says", "when: { paid: no }\n    says"));
  expect(await exitCode("noticed.yaml", true)).toBe(60);
});

test("the cases that come to something else are named, with what they come to", async () => {
  const facts = "facts: { sheet: ticket, issuer: town, paid: no }";
  const expected = "expect: { verdict: appears-lawful, rule: town-ticket-unpaid }";
  mkdirSync("tests/cases", { recursive: true });
  writeFileSync(
    "tests/cases/town.yaml",
    `title: The town is paid\n${facts}\n${expected}\n---\ntitle: A leaflet\nfacts: { sheet: leaflet }\nexpect: { verdict: refer }\n`,
  );
  const said = {
    rule: "town-ticket-unpaid",
    headline: "Pay the town",
    steps: ["pay"],
    deadlines: [{ id: "payment", day: null }],
    contacts: ["town-hall"],
    notices: [],
  };
  const told = {
    lookedAt: 2,
    affected: [
      {
        file: "tests/cases/town.yaml",
        line: 1,
        title: "The town is paid",
        expected: { verdict: "appears-lawful", rule: "town-ticket-unpaid" },
        unmet: [{ what: "verdict", expected: "appears-lawful", got: "refer" }],
        differsIn: ["verdict", "do-not"],
        old: { ...said, verdict: "appears-lawful", doNot: "Do not let the day pass." },
        new: { ...said, verdict: "refer", doNot: "Do not pay yet." },
      },
      expect.objectContaining({ title: "A leaflet", unmet: [], differsIn: ["would-change"] }),
    ],
  };
  expect(data(await diff("main")).cases).toEqual(told);
  expect(data(await diff("main", { cases: "tests/cases/town.yaml" })).cases).toEqual(told);
  writeFileSync("tests/cases/strange.yaml", "title: Strange\nfacts: { colour: red }\nexpect: { verdict: refer }\n");
  const left = answered(await diff("main"));
  expect([data(left).cases, left.exitCode, left.remarks.length]).toEqual([undefined, 0, 1]);
  expect(await closing(diff("main", { cases: "tests/cases" }))).toMatch(/^65: /);
  expect(await closing(diff("main", { cases: "nowhere" }))).toMatch(/^66: /);
  rmSync("tests", { recursive: true });
});

describe("a case is affected by whatever a person reads of it", () => {
  const unpaid = `title: Unpaid
facts: { sheet: ticket, issuer: town, paid: no }
particulars: { issued-on: 2026-11-02 }
expect: { verdict: appears-lawful, deadline: 2026-11-09 }
`;
  const paid = `title: Paid
facts: { sheet: ticket, issuer: landlord, paid: yes, shown: yes }
particulars: { found-on: 2026-11-02 }
expect: { verdict: likely-unlawful }
`;
  const open = "title: Open\nfacts: { sheet: ticket }\nexpect: { verdict: cannot-say }\n";

  async function affectedBy(...edits: [from: string, to: string][]) {
    for (const [from] of edits) expect(parking).toContain(from);
    const next = edits.reduce((text, [from, to]) => text.replace(from, to), parking);
    writeFileSync("before.yaml", parking);
    writeFileSync("after.yaml", next);
    writeFileSync("three.yaml", [unpaid, paid, open].join("---\n"));
    return diff("before.yaml", { new: "after.yaml", cases: "three.yaml" });
  }

  test.each<[string, [string, string], Record<string, string[]>, string]>([
    [
      "the days of a deadline",
      ["after: 7 days,", "after: 4 days,"],
      { Unpaid: ["steps", "deadlines"] },
      "payment: 3 days earlier (9 November 2026 → 6 November 2026)",
    ],
    [
      "a headline",
      ["Pay the town by its day", "Pay at once"],
      { Unpaid: ["headline"], Open: ["reasons"] },
      "headline: “Pay the town by its day” → “Pay at once”",
    ],
    [
      "the words of a step",
      ["Pay at the town hall.", "Pay in cash."],
      { Unpaid: ["steps"] },
      "steps: other words in pay",
    ],
    [
      "what not to do",
      ["Pay it, do-not: Do not let the day pass.", "Pay it, do-not: Do not wait."],
      { Unpaid: ["do-not"] },
      "do not: “Do not let the day pass.” → “Do not wait.”",
    ],
    [
      "whom to call",
      ["by: payment, contact: town-hall", "by: payment"],
      { Unpaid: ["contacts"] },
      "contacts: no longer town-hall",
    ],
    [
      "that a step has a date",
      ["by: payment, contact: town-hall", "contact: town-hall"],
      { Unpaid: ["steps"] },
      "- Unpaid (three.yaml:1) - steps",
    ],
    [
      "how to reach somebody",
      ["find: On the market place.", "find: By the river."],
      { Unpaid: ["contacts"], Open: ["contacts"] },
      "2 cases: contacts: other words in town-hall",
    ],
    [
      "the words of a notice",
      ["A landlord has to prove", "Landlords have to prove"],
      { Paid: ["notices"] },
      "notices: other words in landlord",
    ],
    [
      "a notice that is no longer shown",
      ["when: { issuer: landlord }\n", "when: { issuer: landlord, paid: no }\n"],
      { Paid: ["notices"] },
      "notices: no longer landlord",
    ],
    [
      "the reason of a rule",
      ["The town may ask for money where none was paid.", "It may."],
      { Unpaid: ["reasons"] },
      "1 of 3 cases is affected, only in the reasons given.",
    ],
    [
      "what is to be found out first",
      ["ask: Who issued it?", "ask: Whose ticket is it?"],
      { Unpaid: ["would-change"], Open: ["headline", "not-known", "would-change"] },
      "to be found out: other words in issuer",
    ],
    [
      "when a source was read",
      ["owes nothing., read-on: 2026-01-01", "owes nothing., read-on: 2026-01-02"],
      { Paid: ["sources"], Open: ["sources"] },
      "2 cases: sources",
    ],
    [
      "what nobody reads of them",
      ["headline: Ask somebody, do-not", "headline: Ask, do-not"],
      {},
      "None of 3 cases is affected.",
    ],
  ])("%s", async (_, edit, differsIn, told) => {
    const outcome = await affectedBy(edit);
    const { affected } = data(outcome).cases;
    expect(Object.fromEntries(affected.map((one: ReturnType<typeof data>) => [one.title, one.differsIn]))).toEqual(
      differsIn,
    );
    expect(text(outcome).replaceAll(/\n */g, " ")).toContain(told);
  });

  test("with what its author expects and no longer gets, as rules test would say it", async () => {
    const outcome = await affectedBy(["after: 7 days,", "after: 4 days,"]);
    expect(data(outcome).cases.affected[0].unmet).toEqual([
      { what: "deadline", expected: "2026-11-09", got: "2026-11-06" },
    ]);
    expect(text(outcome)).toContain("no longer as expected: deadline");
  });

  test("another rule stands for whatever follows from it, and those that are alike stand together", async () => {
    const outcome = await affectedBy([
      "when: { sheet: ticket, issuer: town, paid: no }",
      "when: { sheet: ticket, issuer: town, paid: no, shown: yes }",
    ]);
    expect(text(outcome)).toContain(`Cases affected
  - Unpaid (three.yaml:1)
    - Appears lawful (town-ticket-unpaid) → Take advice first (ticket)
    - also: headline, steps, what not to do, deadlines, reasons
    - no longer as expected: verdict, deadline
`);
  });

  test("on two days nothing but the law counts: not how far off a date is, nor that it lies ahead", async () => {
    writeFileSync("three.yaml", [unpaid, paid, open].join("---\n"));
    const days = ["2026-01-01", "2027-01-01"];
    expect(data(await diff("main~2", { new: "main~2", days, cases: "three.yaml" })).cases.affected).toEqual([]);
  });
});

test("cases that only the old table understands are read in its words", async () => {
  const renamed = edited
    .replaceAll("issuer:", "sender:")
    .replaceAll("landlord: A", "private: A")
    .replaceAll("sender: landlord", "sender: private");
  writeFileSync("renamed.yaml", renamed);
  writeFileSync(
    "old-case.yaml",
    "title: Unpaid\nfacts: { sheet: ticket, issuer: town, paid: no }\nexpect: { verdict: appears-lawful }\n",
  );
  const { cases, facts, values } = data(
    await diff("main:law/rules.yaml", { new: "renamed.yaml", cases: "old-case.yaml" }),
  );
  expect(facts.renamed).toEqual([{ from: "issuer", to: "sender" }]);
  expect(values.renamed).toEqual([{ fact: "sender", from: "landlord", to: "private" }]);
  expect(cases.affected.map((one: ReturnType<typeof data>) => [one.old.verdict, one.new.verdict])).toEqual([
    ["appears-lawful", "refer"],
  ]);
});

test("a person reads how much changes, where, in what, and an example", async () => {
  expect(text(await diff("main"))).toBe(`law/rules.yaml at main (parking 1, digest ${digest(worded)}) → law/rules.yaml
(parking 1, digest ${digest(edited)}): 1 situation decided differently

12 situations compared under the law of 22 November 2026. 1 situation is decided
differently (8.3%).

Warnings
  - OT333 (line 4): the table has changed, and its edition is still \`1\`
    - help: give it another edition
  - OT334 (line 5): the table has changed, and was last read on 2026-01-01
    - help: read it against its sources, and write the day of that

Appears lawful → Take advice first: 1 situation (8.3%)
  - town-ticket-unpaid: 1 situation (8.3%)
    - where sheet is ticket; issuer is town; paid is no
    - do not: “Do not let the day pass.” → “Do not pay yet.”
    - such as { facts: { sheet: ticket, issuer: town, paid: "no" } }

Written differently
  - Rule town-ticket-unpaid
    - verdict: “appears-lawful” → “refer”
`);
});

describe("what a table says of itself should move with it", () => {
  const said = ["The town may ask for money where none was paid.", "It may."] as const;
  const edition = ['edition: "1"', 'edition: "2"'] as const;
  const reviewed = ["reviewed-on: 2026-01-01", "reviewed-on: 2026-11-20"] as const;
  const seen = [
    ["  shown:\n", "  seen:\n"],
    ["{ paid: yes, shown: yes }", "{ paid: yes, seen: yes }"],
    ["{ paid: yes, shown: no }", "{ paid: yes, seen: no }"],
    ["{ paid: no, shown: yes }", "{ paid: no, seen: yes }"],
  ] as const;
  const told = ["particulars:\n", 'former-facts: { shown: { instead: "write `seen`" } }\nparticulars:\n'] as const;
  const owner = [
    ["landlord: A landlord }", "owner: Whoever owns the place }"],
    ["{ issuer: landlord, sheet", "{ issuer: owner, sheet"],
    ["when: { issuer: landlord }", "when: { issuer: owner }"],
  ] as const;
  const fines = "    why: Only the town can fine anybody.\n";
  const toldValue = [fines, `${fines}    former-values: { landlord: "write \`owner\`" }\n`] as const;

  test.each<[string, readonly (readonly [string, string])[], string[]]>([
    ["neither does", [said], ["OT333", "OT334"]],
    ["the edition does", [said, edition], ["OT334"]],
    ["the day of review does", [said, reviewed], ["OT333"]],
    ["both do", [said, edition, reviewed], []],
    ["a disclaimer is text of the table too", [["Only an example.", "An example."], edition], ["OT334"]],
    ["a fact with another name is another table", seen, ["OT333", "OT334", "OT335"]],
    ["a fact that is gone is told to whoever states it", [...seen, told, edition, reviewed], []],
    ["and so is a value", [...owner, edition, reviewed], ["OT335"]],
    ["by what to write instead", [...owner, toldValue, edition, reviewed], []],
    ["only the two move", [edition, reviewed], []],
    ["a comment is none of what it says", [["\nfacts:\n", "\n# what is asked\nfacts:\n"]], []],
    [
      "nor is how it is written",
      [["    cite: [by-law-1]\n    steps: [pay]\n", "    steps:\n      - pay\n    cite: [by-law-1]\n"]],
      [],
    ],
    [
      "nor is the place of a rule",
      [
        [leafletRule, ""],
        ["rules:\n", `rules:\n${leafletRule}`],
      ],
      [],
    ],
    ["two tables are not versions of one", [said, ["id: parking", "id: camping"]], []],
  ])("%s", async (_, edits, codes) => {
    for (const [from] of edits) expect(parking).toContain(from);
    writeFileSync("before.yaml", parking);
    writeFileSync(
      "after.yaml",
      edits.reduce((text, [from, to]) => text.replace(from, () => to), parking),
    );
    const outcome = await diff("before.yaml", { new: "after.yaml", strict: true });
    expect(data(outcome).warnings.map(({ code }: { code: string }) => code)).toEqual(codes);
    expect(answered(outcome).exitCode).toBe(codes.length > 0 ? 60 : 0);
    expect(answered(await diff("before.yaml", { new: "after.yaml" })).exitCode).toBe(0);
  });

  test("who reads a table twice on one day has read it", async () => {
    const read = parking.replace("reviewed-on: 2026-01-01", `reviewed-on: ${DAY}`);
    writeFileSync("before.yaml", read);
    writeFileSync("after.yaml", read.replace(...edition).replace(...said));
    expect(data(await diff("before.yaml", { new: "after.yaml" })).warnings).toEqual([]);
  });

  test("one table on two days has not changed", async () => {
    const outcome = await diff("main", { new: "main", days: ["2026-06-30", "2026-07-01"], strict: true });
    expect([answered(outcome).exitCode, data(outcome).warnings]).toEqual([0, []]);
  });
});

describe("what only one table has", () => {
  const withBank = parking
    .replace("landlord: A landlord }", "landlord: A landlord, bank: A bank }")
    .replace(
      leafletRule,
      `  - id: bank-ticket
    when: { sheet: ticket, issuer: bank, paid: yes }
    overrides: all
    verdict: out-of-scope
    headline: Not a matter for this table
    because: A bank is no landlord.
    cite: []
    steps: [ask]
${leafletRule}`,
    )
    .replace(
      "  refer: { headline: Ask somebody,",
      "  out-of-scope: { headline: Ask, do-not: Wait., steps: [ask] }\n  refer: { headline: Ask somebody,",
    );

  test("a new value is told by where it makes a difference, the new rule first", async () => {
    writeFileSync("before.yaml", parking);
    writeFileSync("after.yaml", withBank);
    const outcome = await diff("before.yaml", { new: "after.yaml" });
    expect(text(outcome)).toContain(`Rules that are new or gone
  - Rule bank-ticket is new: it decides 2 situations (11%), as “Not covered
    here”
    - where sheet is ticket; issuer is bank; paid is yes
    - all of them with a value that the old table does not know
    - such as { facts: { sheet: ticket, issuer: bank, paid: "yes" } }

Facts and values
  - Value bank of issuer is new: it makes a difference in 3 of 6 situations
    - where sheet is ticket; issuer is bank
    - decided by bank-ticket (Not covered here): 2 situations
    - decided by ticket (Take advice first): 1 situation
    - such as { facts: { sheet: ticket, issuer: bank, paid: "yes" } }
`);
    const [value] = data(outcome).values.oneSided;
    expect(value.dependOnIt).toMatchObject({ situations: "3", regions: [{ sheet: ["ticket"], issuer: ["bank"] }] });
    expect(value.dependOnIt.case).toBe(`title: bank of issuer
facts:
  sheet: ticket
  issuer: bank
  paid: "yes"
expect:
  verdict: out-of-scope
  rule: bank-ticket
`);
  });

  test("a rule that is gone is told by what it is left to, and a value by what it was", async () => {
    const outcome = await diff("after.yaml", { new: "before.yaml" });
    const told = text(outcome).replaceAll(/\n */g, " ");
    expect(told).toContain("Rule bank-ticket is gone: it decided 2 situations (11%), as “Not covered here”");
    expect(told).toContain("Value bank of issuer is no longer possible: it made a difference in 3 of 6 situations");
    expect(told).toContain("- until now decided by bank-ticket (Not covered here): 2 situations");
  });

  test("a rule among known answers is told by the rules that it takes from", async () => {
    writeFileSync(
      "after.yaml",
      withBank.replace("bank: A bank", "other: Other").replace("issuer: bank, paid", "issuer: [town, other], paid"),
    );
    const outcome = await diff("before.yaml", { new: "after.yaml" });
    expect(text(outcome)).toContain(`
    - taken from ticket-although-paid (Likely unlawful): 1 situation
    - taken from ticket (Take advice first): 1 situation
    - 2 of them with a value that the old table does not know
`);
    expect(data(outcome).rules).toMatchObject([
      { rule: "bank-ticket", knownTo: "new", verdict: "out-of-scope", decides: { situations: "4" } },
    ]);
    const back = await diff("after.yaml", { new: "before.yaml" });
    expect(text(back)).toContain("- left to ticket-although-paid (Likely unlawful): 1 situation");
  });
});

test("that nothing changes is said with how much was compared", async () => {
  expect(
    text(await diff("law/rules.yaml")),
  ).toBe(`law/rules.yaml (parking 1, digest ${digest(edited)}): everything decided as before

12 situations compared under the law of 22 November 2026. All of them are
decided as before.
`);
});

test("two days of one table", async () => {
  const dated = edited.replace("  - id: town-ticket-unpaid\n", "  - id: town-ticket-unpaid\n    from: 2026-07-01\n");
  writeFileSync("dated.yaml", dated);
  const days = ["2026-06-30", "2026-07-01"];
  const outcome = await diff("dated.yaml", { days, exitCode: true });
  expect(answered(outcome).exitCode).toBe(60);
  expect(text(outcome)).toMatch(
    /^dated.yaml \(parking 1, digest [\da-f]{12}\), 30 June 2026 → 1 July 2026: 1\nsituation decided differently\n.*ticket → town-ticket-unpaid.*town-ticket-unpaid \(rules\) comes into force/s,
  );
  expect(data(await diff(undefined, { front: "dated.yaml", days })).changed).toBe("1");
  expect(data(await diff(undefined, { front: "dated.yaml", days: days.toReversed() })).changed).toBe("1");
  expect(data(await diff("dated.yaml", { new: "dated.yaml", days: ["2026-07-01"] })).changed).toBe("0");
});

test("somebody who names nothing to compare, or too much, is told how", async () => {
  expect(await closing(diff(undefined))).toMatch(/^64: Nothing to compare/);
  expect(await closing(diff(undefined, { days: [DAY] }))).toMatch(/^64: Nothing to compare/);
  expect(await closing(diff("main", { days: [DAY, DAY, DAY] }))).toMatch(/^64: Only two days/);
});

test("the case file of a change is one that assess reads and both tables confirm", async () => {
  const [decision] = data(await diff("main")).decisions;
  for (const [side, rules] of [
    ["old", worded],
    ["new", edited],
  ] as const) {
    const table = loadTable({ name: "rules.yaml", text: rules });
    if (!table.ok) throw new Error("the table has problems");
    const read = readCase({ name: "case.yaml", text: decision.case[side] }, table.value);
    if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join());
    const said = assess(table.value, read.value as Case, DAY);
    expect(said.ok && [said.value.verdict, said.value.rule?.id]).toEqual([
      read.value.expect?.verdict,
      read.value.expect?.rule,
    ]);
  }
});
