import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { CertificateData } from "../../src/report/table/export/certificate.js";
import { sharedFolder } from "../program/folder.js";
import { run } from "../program/run.js";
import { partsOfVerifier } from "./verifier.js";

const VERIFIER = join(process.cwd(), "verify-certificate.mjs");
const folder = sharedFolder();

/** The ferry, with a promise of every kind. */
const FERRY = readFileSync("tests/tables/ferry.yaml", "utf8")
  .replace(
    "\nsteps:",
    `
papers:
  pass: { title: Pass, use: For the ramp., when: { weather: calm }, sections: [{ says: [Let them board.] }] }

steps:`,
  )
  .concat(`
  - id: dogs-are-led
    when: { animal: yes }
    always-notice: lead
  - id: storm-keeps-everybody
    when: { weather: storm }
    always-step: wait
    never-step: [ask, board]
    never-paper: pass
  - id: no-lead-without-a-dog
    when: { animal: no }
    never-notice: lead
`);

type Written<T> = { -readonly [Field in keyof T]: Written<T[Field]> };
type Certificate = Written<CertificateData>;

async function certificateOf(path: string): Promise<Certificate> {
  const { stdout, stderr } = await run(["rules", "certify", path]);
  expect(stderr).toBe("");
  return JSON.parse(String(stdout));
}

let made: Promise<Certificate> | undefined;

async function ofFerry(): Promise<Certificate> {
  made ??= certificateOf(write("ferry.yaml", FERRY));
  return structuredClone(await made);
}

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function verify(rules: string, certificate: string) {
  return execa(process.execPath, [VERIFIER, rules, certificate], { reject: false });
}

async function verifyTexts(rules: string, certificate: string) {
  const { exitCode, stdout } = await verify(write("rules.yaml", rules), write("certificate.json", certificate));
  return { exitCode, said: stdout.split("\n") };
}

describe("the certificate of a small table", () => {
  test("is checked without the program", async () => {
    const certificate = await ofFerry();
    expect(await verifyTexts(FERRY, JSON.stringify(certificate))).toEqual({
      exitCode: 0,
      said: [
        `yes: ferry 1, SHA-256 ${digestOf(FERRY)}`,
        "rules: 6, of which exactly one decides each situation that can exist; periods: 2",
        "situations: 48 in each period, in 19 boxes; the counts add up",
        "promises: 4, all kept",
        "not looked at: presumptions, judgements, forms, deadlines, sources, wording",
      ],
    });
  });

  test("counts what each rule decides in each period", async () => {
    const { situations, impossible, from, rules, promises } = await ofFerry();
    expect([situations, from]).toEqual(["48", ["0000-01-01", "2026-05-01"]]);
    expect(impossible).toEqual(["8", "8"]);
    expect(Object.fromEntries(rules.map(({ id, decides }) => [id, decides]))).toEqual({
      "anything-else": ["6", "3"],
      "red-flag": ["20", "20"],
      "car-on-gas": ["4", "4"],
      "car-on-petrol": ["4", "4"],
      "dog-without-muzzle": ["0", "3"],
      "on-foot": ["6", "6"],
    });
    expect(promises[0]).toEqual({ id: "no-gas-on-board", rules: ["red-flag", "car-on-gas"] });
  });

  test("is that of a table which one rule decides", async () => {
    const [head = ""] = FERRY.split("  - id: red-flag");
    const [, tail = ""] = FERRY.split("\nnotices:");
    const rules = `${head}\nnotices:${tail.split("\ninvariants:")[0]}`.replace(/impossible:[\s\S]*rules:/, "rules:");
    const certificate = await certificateOf(write("one.yaml", rules));
    expect([certificate.root, certificate.nodes]).toEqual([-2, []]);
    expect((await verifyTexts(rules, JSON.stringify(certificate))).exitCode).toBe(0);
  });
});

/** Alters a certificate, or the table that it is of. */
type Forgery = (certificate: Certificate, rules: { text: string }) => unknown;

const FORGED: Readonly<Record<string, readonly [place: string, Forgery]>> = {
  "another digest": ["digest", (it) => Object.assign(it, { digest: "0".repeat(64) })],
  "another edition": ["table", (it) => Object.assign(it.table, { edition: "2" })],
  "another form": ["certificate", (it) => Object.assign(it, { certificate: 2 })],
  "a count": ["counts, car-on-gas", (it) => it.rules[2]?.decides.splice(0, 1, "5")],
  "a count of what cannot exist": ["counts, impossible", (it) => it.impossible.splice(1, 1, "7")],
  "the count of all": ["situations", (it) => Object.assign(it, { situations: "49" })],
  "a count left out": ["counts, red-flag", (it) => it.rules[1]?.decides.pop()],
  "a rule left out": ["rules", (it) => it.rules.pop()],
  "a value left out": ["facts", (it) => it.facts[0]?.[1].pop()],
  "the values of an edge": ["rules, ", (it) => it.nodes.at(-1)?.push(...(it.nodes.at(-1) ?? []).splice(1, 1))],
  "the rules at two ends": ["rules, car-on-", (it) => exchange(it, -4, -5)],
  "a rule where nothing can exist": ["counts, ", (it) => exchange(it, -1, -3)],
  "a way left out": ["nodes, ", (it) => it.nodes.at(-1)?.pop()],
  "a way that comes back": ["nodes, 1", (it) => it.nodes[1]?.splice(1, 1, it.nodes.length - 1)],
  "a fact asked twice": ["nodes, ", askAgain],
  "a beginning that is nowhere": ["root", (it) => Object.assign(it, { root: it.nodes.length })],
  "a period left out": ["from", (it) => it.from.pop()],
  "a period moved": ["from", (it) => it.from.splice(1, 1, "2026-05-02")],
  "a promise left out": ["promises", (it) => it.promises.pop()],
  "a reason with a rule too many": ["promises, no-gas-on-board", (it) => it.promises[0]?.rules.push("on-foot")],
  "a reason with a rule too few": ["promises, no-gas-on-board", (it) => it.promises[0]?.rules.pop()],
  "a table edited since": ["digest", (_, it) => Object.assign(it, { text: `${it.text}\n` })],
  "the condition of a rule": ["rules, ", edited("animal: yes, muzzled: no", "animal: yes, muzzled: yes")],
  "a gap": ["rules, anything-else", edited("when: {}\n    verdict: refer", "when: { animal: no }\n    verdict: refer")],
  "a way into nowhere": ["nodes, ", (it) => it.nodes[1]?.splice(1, 1, it.nodes.length)],
  "an end that no rule has": ["nodes, ", (it) => it.nodes[1]?.splice(1, 1, -2 - it.rules.length)],
  "an override taken away": ["rules, ", edited(/ {4}overrides.*\n(?=.*likely.*\n.*Keep)/, "")],
  "a rule that overrides all": ["rules, ", edited("overrides: all\n", "overrides: anything-else\n")],
  "the condition of a finding": ["rules, ", edited("fuel: gas }\n    cite", "fuel: petrol }\n    cite")],
  "a day of law": ["from", edited("from: 2026-05-01", "from: 2026-05-02")],
  "a day of law taken away": ["rules, ", edited("    from: 2026-05-01\n", "")],
  "what cannot exist": ["rules, ", edited("vehicle: none, fuel: gas", "vehicle: none, fuel: petrol")],
  "what cannot exist taken away": ["impossible", edited(/impossible:\n.*\n.*\n/, "")],
  "a fact that is not there": ["rules, on-foot", edited("animal: no }\n    over", "animals: no }\n    over")],
  "a value that is not there": ["rules, on-foot", edited("animal: no }\n    over", "animal: none }\n    over")],
  "a field that is not known": ["rules, on-foot", edited("animal: no }\n", "animal: no }\n    unless: {}\n")],
  "a promise of a verdict": ["promises, no-gas-on-board", edited("never: appears-lawful", "never: likely-unlawful")],
  "a verdict that was barred": ["promises, no-gas", edited(/likely-unlawful(?=\n.*Leave)/, "appears-lawful")],
  "a step that was promised": ["promises, storm", edited("steps: [wait]\n  - id", "steps: []\n  - id")],
  "a step that was barred": ["promises, storm", edited("steps: [wait]\n  - id", "steps: [wait, ask]\n  - id")],
  "a notice that was promised": ["promises, dogs", edited("animal: yes }\n    says", "muzzled: yes }\n    says")],
  "a notice kept back": ["promises, dogs-are-led", edited("    everywhere: yes\n", "")],
  "a notice that was barred": ["promises, no-lead", edited("{ animal: yes }\n    says", "{}\n    says")],
  "a paper that was barred": ["promises, storm", edited("For the ramp., when: { weather: calm }", "For the ramp.")],
  "a word that is not known": ["notices, lead", edited("everywhere: yes", "everywhere: Yes")],
  "a verdict that is none": [
    "rules, on-foot",
    edited(/(id: on-foot\n(?:.*\n)*? {4}verdict: )appears-lawful/, "$1lawful"),
  ],
  "a promise of a verdict that is none": ["invariants, no-gas", edited("never: appears-lawful", "never: lawful")],
  "a rule twice": ["rules: an id", edited("id: on-foot", "id: red-flag")],
  "an override of nothing": ["rules, on-foot", edited(/(id: on-foot\n.*\n {4}overrides: )\S+/, "$1nothing")],
  "an override of itself": ["rules, on-foot", edited(/(id: on-foot\n.*\n {4}overrides: )\S+/, "$1on-foot")],
  "a condition that says more than `not`": [
    "rules, on-foot",
    edited("animal: no }\n    over", "animal: { not: yes, and: no } }\n    over"),
  ],
  "no condition": ["promises, no-gas", edited(/(id: no-gas-on-board\n {4}when: ).*/, "$1anything")],
  "a step of a promise that is not there": ["promises, storm", edited("[ask, board]\n    never", "[bord]\n    never")],
};

function exchange(certificate: Certificate, one: number, other: number): void {
  const swap = (to: number): number => (to === one ? other : to === other ? one : to);
  certificate.nodes = certificate.nodes.map(([fact = 0, ...edges]) => [fact, ...edges.map(swap)]);
}

function askAgain(certificate: Certificate): void {
  const { nodes, root } = certificate;
  const [fact = 0, ...edges] = nodes[root] ?? [];
  certificate.root = nodes.push([fact, ...edges.map(() => root)]) - 1;
}

/** An edit of the table, with the digest mended. */
function edited(before: string | RegExp, after: string): Forgery {
  return (certificate, rules) => {
    const text = rules.text.replace(before, after);
    expect(text).not.toBe(rules.text);
    rules.text = text;
    certificate.digest = digestOf(text);
  };
}

describe("a forged certificate is refused, with the place", () => {
  test.each(Object.entries(FORGED))("%s", async (_, [place, forge]) => {
    const certificate = await ofFerry();
    const rules = { text: FERRY };
    forge(certificate, rules);
    const { exitCode, said } = await verifyTexts(rules.text, JSON.stringify(certificate));
    expect(said).toEqual([expect.stringContaining(`no: ${place}`)]);
    expect(exitCode).toBe(1);
  });
});

describe("what cannot be read proves nothing", () => {
  const UNREAD = {
    "an anchor": FERRY.replace("steps: [board]", "steps: &some [board]"),
    "a field twice": FERRY.replace("from: 2026-05-01", "from: 2026-05-01\n    from: 2026-05-02"),
    "a field twice within braces": FERRY.replace("fuel: gas }\n    cite", "fuel: gas, fuel: petrol }\n    cite"),
    "a number": FERRY.replace('edition: "1"', "edition: 1"),
    "a text of several lines": FERRY.replace("One of", "").replace("Drive on board", "Drive on\n      board"),
    "a list that goes on": FERRY.replace("vehicle: [bicycle, none]", "vehicle: [bicycle,\n      none]"),
    "a blank at the end of a line": FERRY.replace("verdict: refer", "verdict: refer "),
    "a lone carriage return": FERRY.replace("Drive on board", "Drive on board\r    everywhere: yes"),
    "a blank that does not break": FERRY.replace("verdict: refer", "verdict: refer\u00a0"),
    "a sign for a terminal": FERRY.replace('edition: "1"', 'edition: "1\u001b[2K"'),
    "a wide gap behind a dash": FERRY.replace("  - id: on-foot", "  -   id: on-foot"),
    "a line too far in": FERRY.replace("    review-by", "      review-by"),
  };

  test.each(Object.entries(UNREAD))("%s in the table", async (_, rules) => {
    expect(rules).not.toBe(FERRY);
    const certificate = await ofFerry();
    certificate.digest = digestOf(rules);
    const { exitCode, said } = await verifyTexts(rules, JSON.stringify(certificate));
    expect(said).toEqual([expect.stringMatching(/^not read: rules file, line \d+: /)]);
    expect(exitCode).toBe(2);
  });

  test("a certificate that is no JSON, one that has not its form, a file that is not there, no file", async () => {
    expect((await verifyTexts(FERRY, "no")).exitCode).toBe(2);
    expect((await verifyTexts(FERRY, "{}")).exitCode).toBe(1);
    expect((await verify("tests/tables/ferry.yaml", join(folder, "none.json"))).exitCode).toBe(2);
    expect((await execa(process.execPath, [VERIFIER], { reject: false })).exitCode).toBe(2);
  });
});

test.each([
  "rules.yaml",
  "tests/tables/ferry.yaml",
  "tests/tables/lost-property.yaml",
  "tests/tables/parking.yaml",
])("%s is read as YAML is", async (path) => {
  const { readYaml } = await partsOfVerifier();
  const text = readFileSync(path, "utf8");
  expect(JSON.stringify(readYaml(text))).toBe(JSON.stringify(parse(text)));
});

test("the verifier can be read at one sitting, and needs nothing but Node", () => {
  const lines = readFileSync(VERIFIER, "utf8").trimEnd().split("\n");
  expect(lines.length).toBeLessThan(300);
  expect(lines.filter((line) => line.startsWith("import "))).toEqual([
    'import { createHash } from "node:crypto";',
    'import { readFileSync } from "node:fs";',
  ]);
});

test("the shipped table has a certificate, and it is true", async () => {
  const path = join(folder, "shipped.json");
  const { exitCode } = await run(["rules", "certify", "rules.yaml", "--output", path]);
  expect(exitCode).toBe(0);
  expect(readFileSync(path).length).toBeLessThan(1_000_000);
  const { stdout } = await verify("rules.yaml", path);
  expect(stdout).toMatch(
    /^yes: england-wales .*\nrules: \d{3}, .*\nsituations: \d{20,} .*\npromises: \d{3}, all kept\n/,
  );
});

test("a table with a fault has no certificate", async () => {
  const rules = write("faulty.yaml", FERRY.replace("never: appears-lawful", "never: likely-unlawful"));
  const { exitCode, stdout, stderr } = await run(["rules", "certify", rules]);
  expect([exitCode, stdout]).toEqual([78, ""]);
  expect(stderr).toContain("break the promise `no-gas-on-board`");
});
