import { createRequire } from "node:module";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { formatGithub } from "../../src/format/github.js";
import { formatSarif } from "../../src/format/sarif.js";
import { type CheckData, checkData } from "../../src/report/check/data.js";
import type { TableStamp } from "../../src/report/table/stamp.js";
import { edited, ferry, flawsOf, lineIn, TODAY } from "./edited.js";

// the schema that OASIS published, as a package ships it; draft 4 differs from draft 7 only in words it does not use
const require = createRequire(import.meta.url);
const { $schema, id, ...schema } = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");

function validSarif(data: unknown): { readonly valid: boolean; readonly errors: unknown } {
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return { valid: validate(data), errors: validate.errors };
}

function checked(text: string, file = "rules.yaml"): CheckData {
  return checkData({ stamp: stamp(file), version: "1.2.3", asOf: TODAY, flaws: flawsOf(text), isUsable: false });
}

function stamp(file: string): TableStamp {
  return { file, table: "ferry", edition: "7", digest: "0123456789abcdef" };
}

const doubtful = edited(
  ferry,
  ["    when: { animal: yes }\n    says", "    when: { muzzled: yes }\n    says"],
  ["do: Wait for the blue flag.", "do: Ignore the red flag."],
  ["because: Everybody who walks may board.", "because: >-\n      Everybody who walks\n      may board."],
);
const broken = edited(ferry, [
  "overrides: [anything-else]\n    verdict: likely-unlawful\n    headline: Leave",
  "verdict: likely-unlawful\n    headline: Leave",
]);

test.each([
  ["without a flaw", ferry, 0],
  ["with warnings", doubtful, 2],
  ["with an error", broken, 1],
  ["that is no table", "rules: [\n", 1],
])("the SARIF of a file %s is valid by the official schema", (_, text, results) => {
  const log = JSON.parse(formatSarif(checked(text)));
  expect(validSarif(log)).toEqual({ valid: true, errors: null });
  expect(log.runs[0].results).toHaveLength(results);
});

test("the official schema is one that refuses", () => {
  const log = JSON.parse(formatSarif(checked(doubtful)));
  log.runs[0].results[0].level = "fatal";
  expect(validSarif(log).valid).toBe(false);
});

test("SARIF names the rule of each result, its place and its situations", () => {
  const [run] = JSON.parse(formatSarif(checked(doubtful, "law/our rules#1.yaml"))).runs;
  const line = lineIn(doubtful, "when: { muzzled: yes }");
  expect(run.tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual(["OT322", "OT342"]);
  expect(run.tool.driver.rules[0].shortDescription.text).toBe(
    "A rule, a notice, a form or a paper depends on the answer to a question in situations in which that question is not asked.",
  );
  expect(run.results[0]).toMatchObject({
    ruleId: "OT322",
    ruleIndex: 0,
    level: "warning",
    properties: { situations: "10", witness: { vehicle: "car", animal: "no", muzzled: "yes" } },
  });
  expect(run.results[0].message.text).toMatch(/^the notice `lead` turns.*\nhelp: .*\nwhere:\n.*\none of them/);
  expect(run.results[0].locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: "law/our%20rules%231.yaml" },
        region: { startLine: line, startColumn: 13, endLine: line, endColumn: 20 },
      },
    },
  ]);
  expect(run.results[1].ruleIndex).toBe(1);
});

test("SARIF says which table was checked, even where nothing is wrong with it", () => {
  const [run] = JSON.parse(formatSarif(checked(ferry))).runs;
  expect(run.properties).toEqual(stamp("rules.yaml"));
});

test.each([
  ["/srv/rules.yaml", "file:///srv/rules.yaml"],
  ["C:\\our practice\\rules.yaml", "file:///C:/our%20practice/rules.yaml"],
  ["\\\\nas\\practice\\rules.yaml", "file://nas/practice/rules.yaml"],
])("%s, a path that begins at the root, is a file's address", (path, uri) => {
  const [run] = JSON.parse(formatSarif(checked(broken, path))).runs;
  expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
});

interface SarifResult {
  readonly message: { readonly text: string };
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

function results(text: string, today: string): SarifResult[] {
  const data = checkData({
    stamp: stamp("rules.yaml"),
    version: "1",
    asOf: today,
    flaws: flawsOf(text, today),
    isUsable: false,
  });
  return JSON.parse(formatSarif(data)).runs[0].results;
}

const late = edited(
  doubtful,
  ["review-by: 2027-06-01", "review-by: 2026-01-01"],
  ["reviewed-on: 2026-06-01", "reviewed-on: 2025-06-01"],
  ["because: The crew know more than this table.", "because: The crew ignore more than this safe table."],
  [
    "because: A dog among people wears a muzzle.",
    "because: A dog that is lawful wears a muzzle.\n    do-not: Ignore nobody.",
  ],
  ["because: Who comes on foot has no tank.", "because: It is safe."],
);

test("SARIF knows a result again a day later, and after lines have moved", () => {
  const before = results(late, TODAY);
  const prints = before.map(({ partialFingerprints }) => partialFingerprints["orderTriage/v1"]);
  expect(prints).toEqual([
    "OT331 table/reviewed-on",
    "OT342 rules/anything-else/because",
    "OT330 rules/car-on-gas/review-by",
    "OT341 rules/dog-without-muzzle/because",
    "OT342 rules/dog-without-muzzle/do-not",
    "OT322 notices/lead/when/muzzled",
    "OT342 steps/wait/do",
  ]);
  const shuffled = late.replace(/(?<=^rules:\n)(?:.|\n)*(?=\nnotices:)/m, (rules) =>
    rules
      .split(/^(?= {2}- id: )/m)
      .reverse()
      .join("# a line\n"),
  );
  expect(shuffled).not.toBe(late);
  const told = (all: readonly SarifResult[]) =>
    all.map(({ message, partialFingerprints }) => [partialFingerprints["orderTriage/v1"], message.text]).sort();
  expect(told(results(late, "2026-11-23"))).toEqual(told(before));
  expect(told(results(shuffled, "2026-11-23"))).toEqual(told(before));
});

test("no two results of SARIF have the same fingerprint, and what is no table has one by its line", () => {
  const prints = (text: string) => results(text, TODAY).map((one) => one.partialFingerprints["orderTriage/v1"]);
  const twice = edited(ferry, ["when: { weather: storm }", "when: { weather: [gale, gale, squall] }"]);
  expect(prints(twice)).toEqual(["OT203 rules/red-flag/when/weather", "OT203 rules/red-flag/when/weather (2)"]);
  expect(prints("a: [1\nb: *x\n  # c\nd: *x\nb: *x")).toEqual([
    "OT125 a: [1",
    "OT110 b: *x",
    "OT110 d: *x",
    "OT110 b: *x (2)",
  ]);
});

test("how many situations there are is no part of a message in SARIF: any other edit of the table can change it", () => {
  const [one] = results(broken, TODAY);
  expect(one?.message.text).toMatch(
    /\nwhere:\nvehicle is car; fuel is gas; weather is calm\none of them, as a case file:\n/,
  );
  expect(one).toMatchObject({ properties: { situations: "4" } });
});

test("GitHub's annotations are one line each, with what would end a field escaped", () => {
  const line = lineIn(doubtful, "  wait: { do");
  const lines = formatGithub(checked(doubtful, "a,b:c.yaml")).trimEnd().split("\n");
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/^::notice title=rules check::a,b:c\.yaml \(ferry 7, digest 0123456789ab\): 2 warnings\. /);
  expect(lines[1]).toMatch(/^::warning file=a%2Cb%3Ac\.yaml,line=\d+,endLine=\d+,col=13,endColumn=20,title=OT322::/);
  expect(lines[2]).toBe(
    `::warning file=a%2Cb%3Ac.yaml,line=${line},endLine=${line},col=15,endColumn=21,title=OT342::\`Ignore\` reads as advice to defy a court or to be at ease%0Ahelp: say what to do instead, and whom to ask first`,
  );
});

test("the name of a file makes no annotation of its own", () => {
  const lines = formatGithub(checked(ferry, "::error::x\n::error::y.yaml")).trimEnd().split("\n");
  expect(lines).toEqual([
    expect.stringMatching(/^::notice title=rules check::::error::x%0A::error::y\.yaml \(ferry 7/),
  ]);
});

test("GitHub hears of errors first, and of a column only where a place is on one line", () => {
  const [first, second] = checked(doubtful).problems;
  if (first === undefined || second === undefined) throw new Error("two problems were expected");
  const problems = [
    { ...second, severity: "error" as const, line: 3, endLine: 5, message: "50% :: a,\r\nb" },
    {
      ...first,
      line: null,
      column: null,
      endLine: null,
      endColumn: null,
      count: null,
      region: null,
      witness: null,
      help: null,
    },
  ];
  const lines = formatGithub({ ...checked(doubtful), problems })
    .split("\n")
    .slice(1);
  expect(lines[0]).toMatch(/^::error file=rules\.yaml,line=3,endLine=5,title=OT342::50%25 :: a,%0D%0Ab%0Ahelp: /);
  expect(lines[1]).toBe(
    "::warning file=rules.yaml,title=OT322::the notice `lead` turns on `muzzled` where nobody is asked for it",
  );
});

test("errors come before warnings, each in the order of the file", () => {
  const flaws = [...flawsOf(doubtful), ...flawsOf(broken)];
  const { problems } = checkData({ stamp: stamp("rules.yaml"), version: "1", asOf: TODAY, flaws, isUsable: false });
  expect(problems.map(({ code }) => code)).toEqual(["OT304", "OT322", "OT342"]);
});
