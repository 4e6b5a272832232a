import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeEach, describe, expect, test } from "vitest";
import { SCHEMAS } from "../../src/commands/schema.js";
import { shippedTable } from "../law/shipped.js";
import { newFolder } from "./folder.js";
import { expectPrivate } from "./posix.js";
import { run } from "./run.js";

const PARKING = ["--rules", "tests/tables/parking.yaml"];
const ORDER = "examples/pre-charge-production-order.yaml";

let folder: string;
let record: string;
beforeEach(() => {
  folder = newFolder();
  record = join(folder, "record.json");
});

/** What a run shows, whatever the width of the text. */
const verify = async (...args: readonly string[]) => {
  const { exitCode, stdout, stderr } = await run(["verify", ...args]);
  return { exitCode, stderr, shown: String(stdout).replaceAll(/\s+/g, " ") };
};

const read = (path = record) => JSON.parse(readFileSync(path, "utf8"));
const keep = (...args: readonly string[]) => run(["assess", ...args, "--record", record]);

/** A file beside the record. */
function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/** The record with a piece of its text replaced. */
function altered(from: string | RegExp, to: string): string {
  return file("altered.json", readFileSync(record, "utf8").replace(from, to));
}

describe("assess --record", () => {
  test("keeps the case and the whole answer in a file of one's own, and shows the answer as ever", async () => {
    const plain = await run(["assess", ORDER, "--as-of", "2026-11-22", "--format", "json"]);
    const kept = await keep(ORDER, "--as-of", "2026-11-22", "--format", "json");
    expect(kept).toMatchObject({ exitCode: 20, stdout: plain.stdout, stderr: `Record kept in ${record}.` });
    const answer = JSON.parse(String(plain.stdout));
    const { id, edition, digest } = answer.table;
    expect(read()).toEqual({
      schema: "order-triage/record@1",
      asOf: "2026-11-22",
      presumptions: true,
      table: { id, edition, digest },
      tool: answer.tool,
      case: { facts: answer.facts, particulars: answer.particulars },
      answer,
    });
    expectPrivate(record);
    expect(readdirSync(folder)).toEqual(["record.json"]);
  });

  test("takes the place of no file unless told to, and whoever has no record is told so", async () => {
    writeFileSync(record, "mine");
    const taken = await keep(ORDER, "--as-of", "2026-11-22");
    expect([taken.exitCode, taken.stderr]).toEqual([
      73,
      `error: no record was kept. ${record} is there already; --force replaces it.`,
    ]);
    expect(String(taken.stdout)).toMatch(/^Order likely unlawful/);
    expect(readFileSync(record, "utf8")).toBe("mine");
    expect(await keep(ORDER, "--force")).toMatchObject({ exitCode: 20 });
    expect(read()).toMatchObject({ schema: "order-triage/record@1" });
    const nowhere = await run(["assess", ORDER, "--record", join(folder, "no/record.json")]);
    expect(nowhere).toMatchObject({
      exitCode: 73,
      stderr: expect.stringMatching(/^error: no record was kept\. .*no folder/),
    });
  });

  test("is written neither over the case that was read nor where the answer goes, even where files are replaced", async () => {
    const own = file("own.yaml", "facts: { instrument: court-order }\n");
    const overCase = await run(["assess", own, "--record", own, "--force"]);
    expect(overCase).toMatchObject({ exitCode: 64, stderr: expect.stringContaining("the case and --record name the") });
    expect(readFileSync(own, "utf8")).toBe("facts: { instrument: court-order }\n");
    const both = await keep(ORDER, "--output", record, "--force");
    expect(both).toMatchObject({
      exitCode: 64,
      stderr: expect.stringContaining("--output and --record name the same"),
    });
    expect(existsSync(record)).toBe(false);
  });

  test("keeps none where there is no answer, and one where the answer is not as expected", async () => {
    expect(await keep("examples/none.yaml")).toMatchObject({ exitCode: 66 });
    expect(await keep(file("wrong.yaml", "facts: { instrument: papyrus }"))).toMatchObject({ exitCode: 65 });
    expect(existsSync(record)).toBe(false);
    const unmet = file("unmet.yaml", "facts: { sheet: leaflet }\nexpect: { verdict: appears-lawful }");
    expect(await keep(unmet, ...PARKING)).toMatchObject({ exitCode: 60 });
    expect(await run(["verify", record, ...PARKING])).toMatchObject({ exitCode: 0 });
  });

  test("keeps no record that could not be read again", async () => {
    const parts = Array.from({ length: 40 }, (_, index) => `  - { label: part ${index} }`).join("\n");
    const huge = await keep(file("huge.yaml", `facts: {}\nparts:\n${parts}\n`));
    expect(huge).toMatchObject({
      exitCode: 73,
      stderr: expect.stringContaining("The answer is too large for a record"),
    });
    expect(existsSync(record)).toBe(false);
  });

  test.each([
    ["batch", ORDER],
    ["explain", "cannot-say"],
    ["verify", "record.json"],
  ])("means nothing to %s", async (...command) => {
    expect(await run([...command, "--record", record])).toMatchObject({
      exitCode: 64,
      stderr: expect.stringContaining("option '--record' means nothing to this command"),
    });
  });

  test.each([
    ["--output", 20],
    ["--save", 64],
  ])("is not written over by %s", async (option) => {
    const same = await keep(ORDER, option, `${folder}/./record.json`, "--force");
    expect(same).toMatchObject({ exitCode: 64, stdout: "" });
    expect(existsSync(record)).toBe(false);
  });
});

describe("verify", () => {
  test.each([
    [ORDER],
    [ORDER, "--no-presumptions", "--as-of", "2019-05-01"],
    ["examples/two-children.yaml"],
    ["examples/facts-missing.yaml", "--maker", "circuit-judge,other-court", "--reference", "A-1"],
    ["--instrument", "request"],
  ])("finds the same answer in a record just kept: %s", async (...args) => {
    await keep(...args);
    const { exitCode, stdout, stderr } = await run(["verify", record]);
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(String(stdout)).toContain("The table is the same, and gives the same answer to the letter.");
  });

  test("goes by the law of the day of the record, and not by that of today", async () => {
    await keep("--instrument", "court-order", "--as-of", "2019-05-01");
    expect(read().asOf).toBe("2019-05-01");
    expect(await run(["verify", record, "--as-of", "2026-11-22"])).toMatchObject({ exitCode: 64 });
    expect(await run(["verify", record])).toMatchObject({ exitCode: 0 });
  });

  test("goes by the table that is named, and says which one is wanted", async () => {
    await keep("--sheet", "leaflet", ...PARKING);
    expect(await run(["verify", record, ...PARKING])).toMatchObject({ exitCode: 0 });
    const { exitCode, shown: stdout } = await verify(record);
    expect(exitCode).toBe(65);
    expect(stdout).toContain("OT413 (line 6, column 11): this is a record of an answer under the table `parking`");
    expect(stdout).toContain("help: name the file of `parking` with --rules");
    expect(await run(["verify", record, "--rules", file("bad.yaml", "rules: []")])).toMatchObject({ exitCode: 78 });
  });

  test("says where a record was altered, in every format", async () => {
    await keep("--sheet", "leaflet", ...PARKING);
    const path = altered("A leaflet is not a ticket", "A leaflet is a ticket");
    const text = await run(["verify", path, ...PARKING]);
    expect(text).toMatchObject({ exitCode: 60, stdout: expect.stringContaining("answer.rule.because") });
    const json = await run(["verify", path, ...PARKING, "--format", "json"]);
    expect(json.exitCode).toBe(60);
    expect(JSON.parse(String(json.stdout))).toMatchObject({
      schema: "order-triage/verify@1",
      table: "parking",
      records: [
        {
          file: path,
          result: "another-answer",
          exitCode: 60,
          record: { asOf: read().asOf, answer: { verdict: "refer" } },
          differences: [
            { path: "answer.rule.because", recorded: "A leaflet is a ticket.", now: "A leaflet is not a ticket." },
          ],
        },
      ],
    });
    const out = join(folder, "verified.md");
    expect(await run(["verify", path, ...PARKING, "--output", out])).toMatchObject({ exitCode: 60 });
    expect(readFileSync(out, "utf8")).toMatch(/^# .*parking.*: NOT the same answer$/m);
  });

  test.each<[string, () => string, RegExp]>([
    [
      "a case file",
      () => "examples/pre-charge-production-order.yaml",
      /OT411 \(line 1, column 1\): this is no record of an answer - help: .*--record/,
    ],
    ["another JSON file", () => file("a.json", "[1]"), /OT411 .*: this is no record of an answer/],
    [
      "the answer alone",
      () => file("a.json", JSON.stringify(read().answer)),
      /OT411 .*: this is an answer, and not the record of one - help: .*--record/,
    ],
    [
      "a later form",
      () => altered("record@1", "record@2"),
      /OT412 \(line 2, column 13\): .*`order-triage\/record@2` - help: verify it with .* or with a later one/,
    ],
    [
      "a later form of answer",
      () => altered("assessment@2", "assessment@3"),
      /OT412 \(line \d+, column 15\): .*`order-triage\/assessment@3`/,
    ],
    [
      "what no answer is called",
      () => altered("order-triage/assessment@2", "a letter"),
      /OT205 .*: `a letter` is not the schema of an answer/,
    ],
    ["one cut short", () => file("a.json", readFileSync(record, "utf8").slice(0, 900)), /OT1\d\d \(line \d+/],
    [
      "an unknown field",
      () => altered('"asOf"', '"signedBy": "x", "asOf"'),
      /OT202 \(line 3, column 3\): unknown field `signedBy`/,
    ],
    [
      "a misspelt field",
      () => altered('"presumptions"', '"presumption"'),
      /OT202 .*: unknown field `presumption` - help: did you mean `presumptions`\?/,
    ],
    [
      "a misspelt field of a part",
      () => altered('"case": {', '"case": { "parts": [{"label": "a", "factss": {}}, {"label": "b"}],'),
      /unknown field `factss` - help: did you mean `facts`\?/,
    ],
    [
      "an unknown field of the answer",
      () => altered('"headline"', '"title": "x", "headline"'),
      /OT202 .*: unknown field `title`/,
    ],
    [
      "no day",
      () => altered(/"asOf": "[^"]*"/, '"asOf": "yesterday"'),
      /OT205 \(line 3, column 11\): `yesterday` is not a date/,
    ],
    ["no digest", () => altered(/"digest": "[^"]*"/, '"digest": "abc"'), /OT205 .*: `abc` is no digest/],
    ["a field twice", () => altered('"tool"', '"tool": "x", "tool"'), /OT114 .*`tool` stands twice/],
    [
      "a fact of no table",
      () => altered('"sheet": "leaflet"', '"sheet": "leaflet", "colour": "red"'),
      /OT202 \(line \d+, column \d+\): unknown field `colour` in `facts`/,
    ],
    ["a value of none", () => altered('"sheet": "leaflet"', '"sheet": "papyrus"'), /OT203 .*`papyrus` is not one of/],
  ])("tells what is wrong with %s, where, and what to do", async (_, path, told) => {
    await keep("--sheet", "leaflet", ...PARKING);
    const { exitCode, shown, stderr } = await verify(path(), ...PARKING);
    expect([exitCode, stderr]).toEqual([65, ""]);
    expect(shown).toMatch(told);
  });

  test("a record that its own table does not understand was altered", async () => {
    await keep("--sheet", "leaflet", ...PARKING);
    const { shown } = await verify(altered('"sheet": "leaflet"', '"sheet": "papyrus"'), ...PARKING);
    expect(shown).toContain("gives no answer to this case: somebody has altered the record");
  });

  test("tells of each of several files, and ends as the worst of them", async () => {
    await keep("--sheet", "leaflet", ...PARKING);
    const copy = join(folder, "copy.json");
    copyFileSync(record, copy);
    const wrong = altered("A leaflet is not a ticket", "A leaflet is a ticket");
    const none = join(folder, "none.json");
    const bad = file("bad.json", "{}");
    const codes = async (...files: readonly string[]) => (await run(["verify", ...files, ...PARKING])).exitCode;
    expect(await codes(record, copy)).toBe(0);
    expect(await codes(record, wrong, copy)).toBe(60);
    expect(await codes(wrong, none)).toBe(66);
    expect(await codes(none, bad, wrong)).toBe(65);
    expect(await codes(file("empty.json", ""))).toBe(66);
    const { stdout } = await run(["verify", record, wrong, none, bad, ...PARKING]);
    for (const name of [record, wrong, none, bad]) expect(String(stdout).replaceAll("\n", " ")).toContain(`${name}:`);
    const piped = await run(["verify", "-", ...PARKING], { stdin: "pipe", input: readFileSync(record, "utf8") });
    expect(piped).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("standard input: the same answer") });
    expect(await run(["verify", ...PARKING])).toMatchObject({ exitCode: 64 });
  });
});

describe("records that were kept", () => {
  const fits = new Ajv2020({ strict: true, allowUnionTypes: true });
  addFormats.default(fits);
  const isRecord = fits.compile(SCHEMAS.record());
  const names = readdirSync("tests/records").filter((name) => name.endsWith(".json"));

  test.each(names)("fit the published JSON Schema: %s", (name) => {
    expect([isRecord(read(join("tests/records", name))), isRecord.errors]).toEqual([true, null]);
  });

  test("are the same answer for ever while their table is the same", async () => {
    const { exitCode, stdout } = await run([
      "verify",
      "tests/records/parking-1.json",
      "--rules",
      "tests/records/parking-1.yaml",
    ]);
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining("to the letter")]);
  });

  test("of the shipped table are still read, and told of as what they are", async () => {
    const files = names.filter((name) => name.startsWith("england-wales")).map((name) => join("tests/records", name));
    const { exitCode, stdout } = await run(["verify", ...files, "--format", "json"]);
    const { records } = JSON.parse(String(stdout)) as {
      records: { file: string; result: string; record: { table: { digest: string } } }[];
    };
    expect([exitCode, records.length]).toEqual([65, 3]);
    const { digest } = shippedTable();
    for (const { file: name, result, record: kept } of records) {
      if (kept.table.digest === digest) expect([name, result]).toEqual([name, "same-answer"]);
      else if (name.includes("former-values")) expect([name, result]).toEqual([name, "not-understood"]);
      else expect([name, ["changed", "nothing-changed"].includes(result)]).toEqual([name, true]);
    }
  });

  test("of an earlier edition say what has changed and which rules changed it", async () => {
    const { exitCode, stdout } = await run(["verify", "tests/records/england-wales-2026.11.json", "--format", "json"]);
    const [told] = JSON.parse(String(stdout)).records;
    expect([exitCode, told.result, told.changes[0].recorded]).toEqual([
      0,
      "changed",
      expect.objectContaining({ verdict: "appears-lawful", rule: "crown-court-summons-in-a-case" }),
    ]);
    expect(told.changes[0].rules).toEqual([{ id: "crown-court-summons-in-a-case", now: "may-decide" }]);
  });

  test("with a value that is gone say what to write instead", async () => {
    const { exitCode, shown } = await verify("tests/records/england-wales-2026.11-former-values.json");
    expect(exitCode).toBe(65);
    expect(shown).toMatch(
      /OT208 \(line 14, column 16\): `asker`: `crime` is no longer one of its values - help: write `police`/,
    );
  });
});
