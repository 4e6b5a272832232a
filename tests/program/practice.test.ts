import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "./run.js";

let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "order-triage-practice-"));
  writeFileSync(
    at("practice.yaml"),
    "name: The Surgery\ncontacts: { mdo: 020 7946 0958, caldicott-guardian: 020 7946 0100 }\nfacts: { holder-role: nhs-body, records-held: england }\n",
  );
  writeFileSync(at("other.json"), '{ "facts": { "holder-role": "private" } }');
  writeFileSync(at("bad.yaml"), "facts: { patient: deceased }\n");
  writeFileSync(at("empty.yaml"), "\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CASE = ["--instrument", "request", "--asker", "safeguarding", "--safeguarding-request", "section-47"];
const ASSESS = ["assess", ...CASE, "--risk", "none", "--as-of", "2026-11-22"];
const env = (practice: string) => ({ env: { NO_COLOR: "1", ORDER_TRIAGE_PRACTICE: practice } });

test("its facts count, its numbers stand with whom to call, and the answer says where each came from", async () => {
  const { stdout } = await run([...ASSESS, "--practice", at("practice.yaml")]);
  const text = String(stdout).replaceAll(/\s+/g, " ");
  expect(text).toContain("trust legal team: 020 7946 0958 (from the practice file)");
  expect(text).toContain("Your Caldicott guardian: 020 7946 0100 (from the practice file)");
  expect(text).toContain("From the practice file - We are an NHS trust, a health board or another public body.");
  const json = JSON.parse(
    String((await run([...ASSESS, "--practice", at("practice.yaml"), "--format", "json"])).stdout),
  );
  expect(json).toMatchObject({ practice: "The Surgery", facts: { "holder-role": "nhs-body" } });
  expect(json.fromPractice.map(({ id }: { id: string }) => id).sort()).toEqual(["holder-role", "records-held"]);
  const { stdout: without } = await run(ASSESS);
  expect(String(without)).not.toContain("practice file");
});

test("what had no part in an answer is not told", async () => {
  const args = ["assess", "examples/pre-charge-production-order.yaml", "--as-of", "2026-11-22"];
  const { stdout } = await run([...args, "--practice", at("practice.yaml")]);
  expect(String(stdout)).not.toMatch(/We are an NHS trust|From the practice file\n/);
  expect(String(stdout)).not.toContain("What are you, as the holder");
});

test("the flag goes before the environment, where an empty variable names none", async () => {
  const role = async (args: readonly string[], practice: string) =>
    JSON.parse(String((await run([...ASSESS, "--format", "json", ...args], env(practice))).stdout)).facts[
      "holder-role"
    ];
  expect(await role([], at("practice.yaml"))).toBe("nhs-body");
  expect(await role(["--practice", at("other.json")], at("practice.yaml"))).toBe("private");
  expect(await role([], "")).toBeUndefined();
  expect(await role(["--holder-role", "nhs-contract"], at("practice.yaml"))).toBe("nhs-contract");
});

test("a case that cannot be so in this practice is noted", async () => {
  const { stderr } = await run([...ASSESS, "--records-held", "wales", "--practice", at("practice.yaml")]);
  expect(stderr).toBe(
    "note: records-held: the case says `wales`, and goes before the practice file, which says `england`",
  );
});

test.each<[string, number, string]>([
  ["nowhere.yaml", 66, "there is no such file"],
  ["empty.yaml", 66, "OT104"],
  ["bad.yaml", 65, "bad.yaml:1:10"],
])("without %s, which was named, there is no verdict", async (name, exitCode, told) => {
  for (const args of [ASSESS, ["batch", "examples"]]) {
    for (const options of [{ flags: ["--practice", at(name)] }, { flags: [], ...env(at(name)) }]) {
      const { flags, ...environment } = options;
      const outcome = await run([...args, ...flags], environment);
      expect([outcome.exitCode, outcome.stdout]).toEqual([exitCode, ""]);
      expect(String(outcome.stderr)).toContain(told);
      expect(String(outcome.stderr)).toContain("No verdict was given.");
    }
  }
});

test("commands that assess nothing refuse it, and read none", async () => {
  expect((await run(["explain", "refer", "--practice", at("practice.yaml")])).exitCode).toBe(64);
  expect((await run(["explain", "refer"], env(at("bad.yaml")))).exitCode).toBe(0);
});

test("a batch takes from it what a record does not say, and tells so", async () => {
  const line = (facts: object): string => JSON.stringify({ facts });
  const facts = { instrument: "request", asker: "safeguarding", "safeguarding-request": "section-47", risk: "none" };
  const input = [facts, { ...facts, "holder-role": "private" }].map(line).join("\n");
  const args = ["batch", "-", "--input-format", "ndjson", "--as-of", "2026-11-22", "--practice", at("practice.yaml")];
  const { stdout, stderr } = await run([...args, "--explain"], { stdin: "pipe", input });
  const records = String(stdout)
    .split("\n")
    .map((one) => JSON.parse(one));
  expect(records.map(({ assessment }) => assessment.facts["holder-role"])).toEqual(["nhs-body", "private"]);
  expect(records.map(({ assessment }) => assessment.contacts[0].own)).toEqual(["020 7946 0958", "020 7946 0958"]);
  expect(String(stderr)).toContain("where a record does not say, the practice file does: holder-role, records-held");
});
