import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { beforeEach, describe, expect, test } from "vitest";
import { inside } from "../../src/cli/system/inside.js";
import type { CaseIo, FolderRead } from "../../src/commands/io.js";
import { type TestOptions, testRules } from "../../src/commands/rules/test.js";
import { formatJunit } from "../../src/format/junit.js";
import { formatText } from "../../src/format/text.js";
import { noPaint } from "../../src/report/paint.js";
import type { TestData } from "../../src/report/test/data.js";
import { positionOf } from "../../src/source/text.js";
import { junitFaults } from "../format/valid-junit.js";
import { newFolder } from "./folder.js";

const parking = readFileSync("tests/tables/parking.yaml", "utf8");

let folder: string;
beforeEach(() => {
  folder = newFolder();
  put("rules.yaml", parking);
});

function put(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** The temporary folder as the world: paths are reckoned from it. */
const io: CaseIo = {
  today: "2026-11-22",
  shippedRules: () => ({ ok: false, why: "none" }),
  stored: () => undefined,
  clock: () => 0,
  read: async (path) => {
    try {
      return { ok: true, name: path, bytes: readFileSync(join(folder, path)) };
    } catch {
      return { ok: false, why: `${path}: there is no such file.` };
    }
  },
  list: async (path): Promise<FolderRead> => {
    try {
      const entries = readdirSync(join(folder, path), { withFileTypes: true });
      return {
        ok: true,
        entries: entries.map((one) => ({ name: one.name, path: inside(path, one.name), isFolder: one.isDirectory() })),
      };
    } catch {
      return { ok: false, why: `${path} is no folder.` };
    }
  },
};

/** What says which table was tried. */
const STAMP = `rules.yaml (parking 1, digest ${createHash("sha256").update(parking).digest("hex").slice(0, 12)})`;

const USUAL: TestOptions = {
  rules: "rules.yaml",
  paths: [],
  asOf: "2026-11-22",
  coverage: false,
  mutants: false,
  suggest: false,
};

/** Runs the command and tells what it says, whichever way it ends. */
async function run(options: Partial<TestOptions> = {}) {
  const outcome = await testRules(io, { ...USUAL, ...options });
  const { exitCode } = outcome;
  if (outcome.kind === "failed") {
    const problems = outcome.problems.map(({ message, at }) => {
      const position = at === undefined ? undefined : positionOf(at.source, at.span.start);
      return `${at?.source.name}:${position?.line}:${position?.column}: ${message}`;
    });
    return { exitCode, said: outcome.closing, problems, data: undefined, text: undefined };
  }
  const { page, data, text } = outcome.report;
  return {
    exitCode,
    said: formatText(page, 200, noPaint),
    problems: [],
    data: data as TestData,
    text: text?.(noPaint, (line) => line),
  };
}

const paid = `title: Nobody pays twice
facts: { sheet: ticket, issuer: town, paid: yes, shown: yes }
expect: { verdict: likely-unlawful, rule: ticket-although-paid }
`;
const leaflet = `title: A leaflet asks for nothing
facts: { sheet: leaflet }
expect: { verdict: refer, rule: leaflet }
`;

describe("which cases are tried", () => {
  test("those of the usual folder and of every folder in it, several to a file, and nothing hidden", async () => {
    put("tests/cases/b/paid.yml", `---\n${paid}---\n# the other kind of paper\n${leaflet}...\n---\n`);
    put("tests/cases/a.json", '{"title":"JSON","facts":{"sheet":"leaflet"},"expect":{"verdict":"refer"}}');
    put("tests/cases/.hidden.yaml", "nonsense");
    put("tests/cases/.git/config.yaml", "nonsense");
    put("tests/cases/notes.txt", "nonsense");
    const { exitCode, said, data } = await run();
    expect([exitCode, said]).toEqual([0, `${STAMP}: 3 cases in 2 files: all come out as expected\n`]);
    expect(
      data?.files.flatMap(({ cases }) => cases).map(({ title, file, line }) => `${file}:${line}: ${title}`),
    ).toEqual([
      "tests/cases/a.json:1: JSON",
      "tests/cases/b/paid.yml:2: Nobody pays twice",
      "tests/cases/b/paid.yml:7: A leaflet asks for nothing",
    ]);
  });

  test("a path named twice is read once", async () => {
    put("cases/paid.yaml", paid);
    const { exitCode, data } = await run({ paths: ["cases", "cases/", "cases/paid.yaml"] });
    expect([exitCode, data?.cases]).toEqual([0, 1]);
  });

  test("without a path there has to be the usual folder", async () => {
    const { exitCode, said } = await run();
    expect([exitCode, said]).toEqual([
      64,
      "Name the case files or folders to test: there is no folder tests/cases here.",
    ]);
  });

  test("no case at all is never a success", async () => {
    put("cases/readme.md", paid);
    put("cases/empty.yaml", "---\n# to be written\n");
    const { exitCode, said } = await run({ paths: ["cases"] });
    expect([exitCode, said]).toEqual([66, "There is no case in cases: case files are called *.yaml, *.yml or *.json."]);
  });

  test("a file that is not there is nothing to read", async () => {
    const { exitCode, said } = await run({ paths: ["cases/gone.yaml"] });
    expect([exitCode, said]).toEqual([66, "cases/gone.yaml: there is no such file. No case was tried."]);
  });

  test("rules that cannot be used give no verdict to compare", async () => {
    put("rules.yaml", parking.replace("issuer: town, paid: no", "issuer: towm, paid: no"));
    put("tests/cases/paid.yaml", paid);
    const { exitCode, problems } = await run();
    expect(exitCode).toBe(78);
    expect(problems[0]).toContain("`towm` is not a value of `issuer`");
  });
});

describe("every problem keeps its true place in a file of several cases", () => {
  test.each<[string, string, string[]]>([
    [
      "a misspelt value",
      "title: A\nfacts: { sheet: tickte }\nexpect: { verdict: refer }\n",
      ["cases.yaml:7:17: `sheet`: `tickte` is not one of `ticket`, `leaflet`, `unknown`"],
    ],
    [
      "a missing expectation and title",
      "facts: { sheet: ticket }\n",
      ["cases.yaml:6:1: a case to be tested needs `title`", "cases.yaml:6:1: a case to be tested needs `expect`"],
    ],
    [
      "a field written twice, named with its first line",
      "title: A\ntitle: B\nexpect: { verdict: refer }\n",
      ["cases.yaml:7:1: the field `title` stands twice, first on line 6"],
    ],
    ["broken YAML", "title: A\nfacts: [sheet\nexpect: { verdict: refer }\n", ["cases.yaml:7:8: `[` is not closed"]],
    ["a title that is taken", paid, ["cases.yaml:6:8: this title is already taken, at cases.yaml:2"]],
    [
      "facts that cannot all be true",
      "title: A\nfacts: { paid: no, shown: yes }\nexpect: { verdict: refer }\n",
      ["cases.yaml:7:16: these facts cannot all be true: `paid`, `shown`. There was no receipt to be seen."],
    ],
  ])("%s", async (_, second, expected) => {
    // a blank line and a Windows line end before it, and a case after it
    put("cases.yaml", `\r\n${paid}---\n${second}---\n${leaflet}`);
    const { exitCode, problems } = await run({ paths: ["cases.yaml"] });
    expect([exitCode, problems]).toEqual([65, expected]);
  });
});

describe("a case that does not come out as expected", () => {
  const failing = async (text: string): Promise<readonly string[]> => {
    put("case.yaml", text);
    const { exitCode, said } = await run({ paths: ["case.yaml"] });
    expect(exitCode).toBe(60);
    return said
      .split("\n")
      .slice(4, -1)
      .map((line) => line.trim());
  };

  test("shows where it stands, what it expected and got, and the fact that made the difference", async () => {
    const text = paid.replace("paid: yes, shown: yes", "paid: yes, shown: no");
    expect(await failing(`# first\n${text}`)).toEqual([
      "- case.yaml:2",
      "- verdict: expected likely-unlawful, got refer",
      "- rule: expected ticket-although-paid, got ticket",
      "- it would be as expected if `shown` were `yes`, not `no`",
    ]);
  });

  test("names the unknown fact that would have to be known", async () => {
    expect(await failing(paid.replace(", shown: yes", ""))).toEqual([
      "- case.yaml:1",
      "- verdict: expected likely-unlawful, got cannot-say",
      "- rule: expected ticket-although-paid, got none",
      "- it would be as expected if `shown` were known to be `yes`",
    ]);
  });

  test("names the stated fact that would have to be unknown", async () => {
    const text =
      "title: A\nfacts: { sheet: ticket, issuer: town, paid: yes, shown: yes }\nexpect: { verdict: cannot-say }\n";
    expect(await failing(text)).toContain("- it would be as expected if `shown` were `unknown`, not `yes`");
  });

  test("says which rule takes the place of the expected one", async () => {
    const text =
      "title: A\nfacts: { sheet: ticket, issuer: town, paid: no }\nexpect: { verdict: refer, rule: ticket }\n";
    expect(await failing(text)).toContain("- the expected rule applies, and gives way to `town-ticket-unpaid`");
  });

  test("says so where no single fact makes the difference", async () => {
    const text =
      "title: A\nfacts: { sheet: leaflet, issuer: town, paid: yes, shown: yes }\nexpect: { verdict: appears-lawful }\n";
    expect(await failing(text)).toEqual([
      "- case.yaml:1",
      "- verdict: expected appears-lawful, got refer",
      "- no single fact, if it were otherwise, would bring that",
    ]);
  });

  test("compares notices and dates as well", async () => {
    const text =
      "title: A\nfacts: { sheet: ticket, issuer: town, paid: no, shown: no }\nparticulars: { issued-on: 2026-11-18 }\n" +
      "expect: { verdict: appears-lawful, notices: [landlord], deadline: 2026-11-24 }\n";
    expect(await failing(text)).toEqual([
      "- case.yaml:1",
      "- notices: expected landlord, got none",
      "- deadline: expected 2026-11-24, got 2026-11-25",
    ]);
  });
});

describe("whether the cases would notice", () => {
  test("a mistake that none notices fails, with its place, its reach and a case that would tell", async () => {
    put("tests/cases/some.yaml", `${paid}---\n${leaflet}`);
    const { exitCode, said, data } = await run({ mutants: true });
    const survivor = data?.mutants?.survivors.find(
      ({ change }) => change === "notice `receipt-hidden` without its test of `shown`",
    );
    const line = parking.split("\n").findIndex((text) => text.includes("when: { paid: yes, shown: no }")) + 1;
    expect([exitCode, survivor?.line, survivor?.column, survivor?.isNoticeOnly, survivor?.situations]).toEqual([
      60,
      line,
      24,
      true,
      "4",
    ]);
    expect(said).toContain(`rules.yaml:${line}:24: notice \`receipt-hidden\` without its test of \`shown\``);
    expect(said).toMatch(/a case that would notice: \{ facts: \{ .* \}, expect: \{ .*notices: \[/);
  });

  test("coverage names the rules and the sides of tests that no case shows", async () => {
    put("tests/cases/some.yaml", `${paid}---\n${leaflet}`);
    const { exitCode, data } = await run({ coverage: true });
    expect([exitCode, data?.coverage?.undecided]).toEqual([0, ["ticket", "town-ticket-unpaid", "landlord-ticket"]]);
    expect(data?.coverage?.missing).toContainEqual(
      expect.objectContaining({
        rule: "ticket-although-paid",
        test: "paid-and-shown",
        inside: "shown",
        outside: "missing",
      }),
    );
  });

  test("what is suggested, once it has titles, leaves nothing to be noticed", async () => {
    put("tests/cases/some.yaml", paid);
    const { exitCode, text } = await run({ suggest: true });
    expect(exitCode).toBe(0);
    expect(text).toMatch(/^# rules\.yaml \(parking 1, digest [\da-f]{12}\): \d+ cases missing\n# It shows:\n# - /);
    let number = 0;
    put(
      "tests/cases/more.yaml",
      (text ?? "").replace(/^title: .*$/gm, () => `title: Case ${++number}`),
    );
    const after = await run({ mutants: true, coverage: true });
    expect([after.exitCode, after.data?.mutants?.survivors, after.data?.coverage?.missing]).toEqual([0, [], []]);
    const again = await run({ suggest: true });
    expect([again.said, again.text]).toEqual([`${STAMP}: no case is missing\n`, undefined]);
  });

  test("a case that fails is not counted on to notice anything", async () => {
    put("tests/cases/some.yaml", paid.replace("rule: ticket-although-paid", "rule: ticket"));
    const { exitCode, data } = await run({ coverage: true });
    expect([exitCode, data?.failed]).toEqual([60, 1]);
    expect(data?.coverage?.undecided).toContain("ticket-although-paid");
  });
});

describe("JUnit XML", () => {
  /** Every element with its attributes and text, as a strict parser reads it. */
  function elements(
    xml: string,
  ): { readonly name: string; readonly attributes: Record<string, string>; text: string }[] {
    const found: ReturnType<typeof elements> = [];
    const parser = new SaxesParser();
    parser.on("error", (error) => {
      throw error;
    });
    parser.on("opentag", ({ name, attributes }: SaxesTagPlain) => {
      found.push({ name, attributes, text: "" });
    });
    parser.on("text", (text) => {
      const last = found.at(-1);
      if (last !== undefined && text.trim() !== "") last.text += text;
    });
    parser.write(xml).close();
    return found;
  }

  test("is well formed whatever a title holds, with a suite for each file and a failure for each that fails", async () => {
    const odd = String.raw`"<b> & \"quotes\" ]]> \u0001\u0000\u001b[31m\uffff \ud800 \u0085 é 🚗\nnext line"`;
    put(
      "cases/a.yaml",
      `${paid}---\n${leaflet.replace("A leaflet asks for nothing", odd).replace("rule: leaflet", "rule: ticket")}`,
    );
    put("cases/b & c.yaml", leaflet);
    const { exitCode, data } = await run({ paths: ["cases"] });
    const xml = formatJunit(data as TestData);
    const all = elements(xml).filter(({ name }) => !name.startsWith("propert"));
    expect(await junitFaults(xml)).toEqual([]);
    expect(exitCode).toBe(60);
    expect(all.map(({ name }) => name)).toEqual([
      "testsuites",
      ...["testsuite", "testcase", "testcase", "failure"],
      ...["testsuite", "testcase"],
    ]);
    expect(all[0]?.attributes).toMatchObject({ tests: "3", failures: "1", errors: "0" });
    expect(all[1]?.attributes).toMatchObject({ name: "cases/a.yaml", file: "cases/a.yaml", tests: "2", failures: "1" });
    expect(all[3]?.attributes).toEqual({
      classname: "cases/a.yaml",
      name: '<b> & "quotes" ]]> [31m   é 🚗\nnext line',
    });
    expect(all[4]?.attributes["message"]).toBe("rule: expected ticket, got leaflet");
    expect(all[4]?.text).toMatch(/^rule: expected ticket, got leaflet\n(.+\n)*at cases\/a\.yaml:5$/);
    expect(all[5]?.attributes["name"]).toBe("cases/b & c.yaml");
  });

  test("has a failure for each mistake that no case notices", async () => {
    put("tests/cases/some.yaml", paid);
    const { data } = await run({ mutants: true });
    const xml = formatJunit(data as TestData);
    const all = elements(xml);
    expect(await junitFaults(xml)).toEqual([]);
    const suite = all.findIndex(({ attributes }) => attributes["name"] === "mutants");
    expect(all[suite]?.attributes["failures"]).toBe(String(data?.mutants?.survivors.length));
    expect(all.filter(({ name }) => name === "failure").length).toBe(data?.mutants?.survivors.length);
  });

  test("says of each suite which table was tried", async () => {
    put("tests/cases/some.yaml", paid);
    const { data } = await run({ mutants: true });
    const properties = elements(formatJunit(data as TestData)).filter(({ name }) => name === "property");
    const about = [
      { name: "rules", value: "rules.yaml" },
      { name: "table", value: "parking" },
      { name: "edition", value: "1" },
      { name: "digest", value: data?.digest },
    ];
    expect(properties.map(({ attributes }) => attributes)).toEqual([...about, ...about]);
  });
});
