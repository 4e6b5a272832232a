import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { execa } from "execa";
import { beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { newFolder } from "./folder.js";
import { expectPrivate, onPosix } from "./posix.js";
import { program, run, signalled } from "./run.js";

const example = "examples/pre-charge-production-order.yaml";
const written = parse(readFileSync(example, "utf8")) as {
  facts: Record<string, string>;
  particulars: Record<string, string>;
};
const flags = Object.entries({ ...written.facts, ...written.particulars }).flatMap(([id, value]) => [`--${id}`, value]);
const json = ["--format", "json", "--as-of", "2026-11-22"];

let folder: string;
beforeEach(() => {
  folder = newFolder();
});

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test("a file, flags alone and JSON on standard input give the same JSON to the byte, but for the reference", async () => {
  const { facts, particulars } = written;
  const other = JSON.stringify({ particulars: { ...particulars, reference: "another" }, facts });
  const fromFile = await run(["assess", example, ...json]);
  const fromFlags = await run(["assess", ...flags, ...json]);
  const fromInput = await run(["assess", "-", ...json], { stdin: "pipe", input: other });
  expect(fromFlags.stdout).toBe(fromFile.stdout);
  expect(fromInput.stdout).toBe((fromFile.stdout as string).replaceAll(particulars["reference"] as string, "another"));
  expect([fromFile, fromFlags, fromInput].map(({ exitCode }) => exitCode)).toEqual([20, 20, 20]);
  expect(JSON.parse(fromFile.stdout as string)).toMatchObject({
    schema: "order-triage/assessment@2",
    verdict: "likely-unlawful",
    exitCode: 20,
  });
});

test("the exit code is the same in every format", async () => {
  for (const format of ["text", "json", "markdown"]) {
    const { exitCode, stdout } = await run(["assess", example, "--format", format]);
    expect([format, exitCode]).toEqual([format, 20]);
    expect(stdout).toContain("Order likely unlawful pre-charge - seek discharge, contact MDO");
  }
});

test("a flag takes back a fact of the file when it says unknown", async () => {
  const { exitCode, stdout, stderr } = await run([
    "assess",
    "examples/police-email-request.yaml",
    "--consent",
    "unknown",
    ...json,
  ]);
  expect(JSON.parse(stdout as string)).toMatchObject({
    verdict: "cannot-say",
    facts: expect.not.objectContaining({ consent: expect.anything() }),
  });
  expect(stderr).toContain("note: consent: the flag says `unknown` and replaces `not-asked`");
  expect(exitCode).toBe(60); // the example expects otherwise
});

describe("facts that are missing", () => {
  test("and decide are named, with what each answer would lead to", async () => {
    const summons = "--instrument witness-summons --records-held england --maker circuit-judge".split(" ");
    const known = ["assess", ...summons, "--power", "crown-court-summons", ...json];
    const court = "--proceedings before-court --patient-heard yes".split(" ");
    const { exitCode, stdout } = await run([...known, ...court, "--early-production", "no"]);
    const { verdict, notKnown } = JSON.parse(stdout as string);
    expect([exitCode, verdict, notKnown]).toEqual([0, "appears-lawful", []]); // nobody has to be asked who is charged
    const open = await run(known);
    const answer = JSON.parse(open.stdout as string);
    expect([open.exitCode, answer.verdict]).toEqual([30, "cannot-say"]);
    expect(answer.notKnown.map(({ fact }: { fact: string }) => fact)).toEqual(["proceedings"]);
    expect(answer.notKnown[0].answers).toEqual([
      expect.objectContaining({ values: ["before-court"], verdicts: ["appears-lawful", "refer"] }),
      expect.objectContaining({ values: ["complaint"], verdicts: ["refer"] }),
      expect.objectContaining({ values: ["none"], verdicts: ["refer", "likely-unlawful"] }),
    ]);
  });

  test("and cannot matter leave the verdict as it is", async () => {
    const { exitCode, stdout } = await run(["assess", "--records-held", "scotland", ...json]);
    expect(exitCode).toBe(50);
    expect(JSON.parse(stdout as string)).toMatchObject({
      verdict: "out-of-scope",
      rule: { id: "holder-outside-england-and-wales" },
      notKnown: [],
    });
  });
});

describe("a case that cannot be read gives no verdict, a plain sentence, and no stack trace", () => {
  const bomb = `a: &a [x, x]\n${"bcdefghij"
    .split("")
    .map((id, index) => `${id}: &${id} [*${"abcdefghi"[index]}, *${"abcdefghi"[index]}]`)
    .join("\n")}\n`;
  test.each<[string, string, string | Uint8Array, number, RegExp]>([
    ["empty", "case.yaml", "", 66, /nothing|empty/],
    ["only comments", "case.yaml", "# nobody\n\n", 66, /empty, apart from blank lines and comments/],
    ["binary", "case.yaml", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 65, /not a text file/],
    ["a Word file's UTF-16", "case.yaml", new Uint8Array([0xff, 0xfe, 0x66, 0, 0x61, 0]), 65, /UTF-16/],
    ["50 MB", "case.yaml", Buffer.alloc(50 * 1024 * 1024, "a: b\n"), 65, /larger than 256 KB/],
    ["100,000 brackets deep", "case.yaml", `facts: ${"[".repeat(100_000)}`, 65, /levels deep/],
    ["100,000 JSON brackets deep", "case.json", "[".repeat(100_000) + "]".repeat(100_000), 65, /levels deep/],
    ["an alias bomb", "case.yaml", bomb, 65, /OT110/],
    ["a name", "case.yaml", "patient_name: J. Doe\nfacts: { charged: nobody }\n", 65, /must not identify a patient/],
    ["curly quotes from Word", "case.yaml", "facts:\n  charged: “nobody”\n", 65, /did you mean `nobody`\?/],
    ["an older YAML", "case.yaml", "%YAML 1.1\n---\nfacts: { held-in-confidence: no }\n", 65, /OT112/],
    ["a field written twice", "case.json", '{"facts":{"charged":"nobody","charged":"patient"}}', 65, /stands twice/],
    ["JSON with a comment", "case.json", '{"facts":{} // none\n}', 65, /OT130/],
    ["a list", "case.yaml", "- charged: nobody\n", 65, /a case is to be a map of fields/],
    ["a field outside its section", "case.yaml", "charged: nobody\n", 65, /facts stand under `facts:`/],
    [
      "words that every object has",
      "case.yaml",
      "toString: x\nconstructor: y\n",
      65,
      /unknown field `constructor`(?!.*stand)/s,
    ],
    [
      "a date in the American order",
      "case.yaml",
      "facts: {}\nparticulars: { order-date: 11/22/2026 }\n",
      65,
      /is not a date/,
    ],
    [
      "a date nobody can have meant",
      "case.yaml",
      "facts: {}\nparticulars: { order-date: 0206-11-22 }\n",
      65,
      /outside 2018 to 2060/,
    ],
    [
      "an expectation that nothing can meet",
      "case.yaml",
      "facts: {}\nexpect: { verdict: cannot-say, rule: no-such-rule }\n",
      65,
      /OT203/,
    ],
    [
      "thousands of problems",
      "case.yaml",
      `facts:\n${Array.from({ length: 5_000 }, (_, index) => `  x${index}: y\n`).join("")}`,
      65,
      /and 4,950 more/,
    ],
  ])("%s", async (_, name, content, exitCode, sentence) => {
    const result = await run(["assess", fileOf(name, content)]);
    expect(result.stderr).toMatch(sentence);
    expect(result.stderr).not.toMatch(/\n\s+at |node:internal/);
    expect(result.stdout).toBe("");
    expect(result.exitCode).toBe(exitCode);
  });

  test("nothing on standard input", async () => {
    expect((await run(["assess", "-"])).exitCode).toBe(66);
  });

  test.runIf(onPosix)("a file that may not be read", async () => {
    const path = fileOf("case.yaml", "facts: {}\n");
    chmodSync(path, 0);
    const { exitCode, stderr } = await run(["assess", path]);
    if (process.getuid?.() !== 0)
      expect([exitCode, stderr]).toEqual([66, expect.stringContaining("not allowed to read")]);
  });
});

describe("rules that have a fault give no verdict, and the place of the fault", () => {
  const rules = readFileSync("rules.yaml", "utf8");
  test.each<[string, string, string, string, RegExp]>([
    [
      "a misspelt fact",
      "access-conditions: [first, not-stated], charged: nobody }",
      "access-conditions: [first, not-stated], chraged: nobody }",
      "chraged",
      /OT301.*did you mean `charged`\?/s,
    ],
    [
      "a dangling id",
      "cite: [pace-1984-sch1-para-1, crimpr-2025-r47-4, crimpr-2025-r47-8, crimpr-2020-part-47, courts-act-2003-sch4]",
      "cite: [pace-1984-sch1-para-1, crimpr-2025-r47-5x, crimpr-2025-r47-8, crimpr-2020-part-47, courts-act-2003-sch4]",
      "crimpr-2025-r47-5x",
      /OT301.*does not stand under `sources:`/s,
    ],
    [
      "two rules in conflict",
      "    overrides: [pace-order-to-check]\n    verdict: likely-unlawful\n    headline: Order likely unlawful pre-charge",
      "    verdict: likely-unlawful\n    headline: Order likely unlawful pre-charge",
      "- id: pace-order-before-charge",
      /OT304.*both decide some situations.*one of them.*instrument: /s,
    ],
    [
      "a gap",
      "    when: { holder-may-choose: yes }\n    verdict: refer",
      "    when: { holder-may-choose: yes, whose: victim }\n    verdict: refer",
      "whose: victim }\n    verdict: refer",
      /OT303.*situations that no rule decides.*one of them.*instrument: /s,
    ],
  ])("%s", async (_, from, to, place, sentence) => {
    expect(rules.split(from).length).toBe(2);
    const text = rules.replace(from, to);
    const path = fileOf("rules.yaml", text);
    const line = text.slice(0, text.indexOf(place)).split("\n").length;
    const { exitCode, stdout, stderr } = await run(["assess", example, "--rules", path]);
    expect(stderr).toMatch(sentence);
    expect(stderr).toContain(`${path}:${line}:`);
    expect(stdout).toBe("");
    expect(exitCode).toBe(78);
    const check = await run(["rules", "check", path]);
    expect([check.exitCode, check.stderr]).toEqual([60, ""]);
    expect(check.stdout).toMatch(sentence);
  });

  test("a table that differs by one byte from the one compiled ahead is compiled afresh", async () => {
    const path = fileOf("rules.yaml", rules.replace("seek discharge, contact MDO", "seek Discharge, contact MDO"));
    const { stdout } = await run(["assess", example, "--rules", path]);
    expect(stdout).toContain("Order likely unlawful pre-charge - seek Discharge, contact MDO");
  });
});

describe("what an earlier edition of the table had", () => {
  const values = "    values: { ticket: A ticket, leaflet: A leaflet }\n";
  const former = 'former-facts: { seen: { instead: "write `shown`" } }\n';
  const earlier = readFileSync("tests/tables/parking.yaml", "utf8")
    .replace(values, `${values}    former-values: { card: "write \`ticket\`" }\n`)
    .replace("particulars:\n", `${former}particulars:\n`);

  test.each([
    [["--sheet", "card"], "`sheet`: `card` is no longer one of its values", "1:9", "write `ticket`"],
    [["--set", "sheet=card"], "`sheet`: `card` is no longer one of its values", "1:13", "write `ticket`"],
    [["--seen", "yes"], "`seen` is no longer a fact of this table", "1:1", "write `shown`"],
    [["--set", "seen=yes"], "`seen` is no longer a fact of this table", "1:1", "write `shown`"],
  ])("is told by a flag: %j", async (flag, message, place, help) => {
    const args = ["assess", "--rules", fileOf("rules.yaml", earlier), ...flag];
    const { exitCode, stdout, stderr } = await run(args);
    expect([exitCode, stdout]).toEqual([64, ""]);
    expect(stderr).toContain(`error[OT208]: ${message}\n --> command line:${place}\n`);
    expect(stderr).toContain(`help: ${help}`);
  });

  test("is no option that help shows", async () => {
    const { stdout } = await run(["assess", "--rules", fileOf("rules.yaml", earlier), "--help"]);
    expect(stdout).toContain("--shown <answer>");
    expect(stdout).not.toContain("--seen");
  });
});

describe("--output", () => {
  test("writes a file for its owner alone, and nothing to standard output", async () => {
    const path = join(folder, "result.md");
    const { exitCode, stdout, stderr } = await run(["assess", example, "--format", "markdown", "--output", path]);
    expect([exitCode, stdout, stderr]).toEqual([20, "", `Written to ${path}.`]);
    expectPrivate(path);
    expect(readFileSync(path, "utf8")).toMatch(/^# Order likely unlawful pre-charge - seek discharge, contact MDO\n/);
  });

  test("replaces a file only with --force", async () => {
    const path = fileOf("result.txt", "mine");
    const refused = await run(["assess", example, "--output", path]);
    expect([refused.exitCode, readFileSync(path, "utf8")]).toEqual([73, "mine"]);
    expect(refused.stderr).toContain("is there already; --force replaces it");
    const forced = await run(["assess", example, "--output", path, "--force"]);
    expect([forced.exitCode, readFileSync(path, "utf8").slice(0, 5)]).toEqual([20, "Order"]);
  });

  test("that cannot be written ends in 73, and leaves nothing behind", async () => {
    const { exitCode, stdout } = await run(["assess", example, "--output", join(folder, "none", "result.txt")]);
    expect([exitCode, stdout]).toEqual([73, ""]);
    expect(existsSync(join(folder, "none"))).toBe(false);
    const onFolder = await run(["assess", example, "--output", folder, "--force"]);
    expect(onFolder.exitCode).toBe(73);
    const left = [folder, tmpdir()].flatMap((place) => readdirSync(place));
    expect(left.filter((name) => name.startsWith(".order-triage"))).toEqual([]);
  });
});

describe("a run that does not come to its end gives no verdict's exit code", () => {
  test.runIf(onPosix)("73 when the result cannot be written, 141 when its reader has gone", async () => {
    const { stdout } = await execa(
      "bash",
      ["-c", `set -o pipefail; (${process.execPath} ${program} assess ${example}; echo $? >&3) 3>&1 >/dev/full; true`],
      { reject: false },
    );
    expect(stdout).toBe("73");
    const gone = await execa(
      "bash",
      ["-c", `{ sleep 0.3; ${process.execPath} ${program} assess ${example}; echo $? >&2; } | true`],
      { reject: false },
    );
    expect(gone.stderr).toBe("141");
  });

  test.runIf(onPosix).each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s while it waits for its input", async (signal, exitCode) => {
    expect(await signalled(["assess", "-"], signal, { stdin: "pipe" })).toMatchObject({ exitCode, stdout: "" });
  });

  test.runIf(onPosix).each([
    ["assess", "SIGINT", 130],
    ["assess", "SIGTERM", 143],
    ["batch", "SIGINT", 130],
    ["batch", "SIGTERM", 143],
  ] as const)(
    "%s: %s while nobody, and then while somebody silent writes to a pipe by its name",
    async (command, signal, exitCode) => {
      const pipe = join(folder, "pipe");
      await execa("bash", ["-c", `mkfifo ${pipe}`]);
      expect(await signalled([command, pipe], signal)).toMatchObject({ exitCode, stdout: "" });
      const opening = open(pipe, "w");
      expect(await signalled([command, pipe], signal)).toMatchObject({ exitCode, stdout: "" });
      await (await opening).close();
    },
  );

  test.runIf(onPosix)("what is written to a pipe is read by its name", async () => {
    const pipe = join(folder, "pipe");
    await execa("bash", ["-c", `mkfifo ${pipe}`]);
    for (const command of ["assess", "batch"]) {
      const reading = run([command, pipe, ...json.slice(2)]);
      const writer = await open(pipe, "w");
      await writer.write("facts:\n");
      await new Promise((resolve) => setTimeout(resolve, 300));
      await writer.write("  records-held: scotland\n");
      await writer.close();
      expect(await reading).toMatchObject({ exitCode: 50, stdout: expect.stringMatching(/out-of-scope|Scotland/) });
    }
  });

  test("70 when it ends without an answer", async () => {
    const stub = fileOf("stub.cjs", "process.stdout.write = () => true;\n");
    const { exitCode } = await execa(process.execPath, ["--require", stub, program, "assess", example], {
      reject: false,
    });
    expect(exitCode).toBe(70);
  });

  test("70, and one sentence, when something breaks inside", async () => {
    const stub = fileOf("stub.cjs", 'JSON.parse = () => { throw new TypeError("broken \\u001b[31m"); };\n');
    const { exitCode, stdout, stderr } = await execa(
      process.execPath,
      ["--require", stub, program, "explain", "OT203"],
      { reject: false },
    );
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining("OT203")]); // a stored table that cannot be read is compiled afresh
    expect(stderr).toBe("");
    const worse = fileOf(
      "worse.cjs",
      'String.prototype.split = () => { throw new TypeError("broken \\u001b[31m"); };\n',
    );
    const broken = await execa(process.execPath, ["--require", worse, program, "assess", example], { reject: false });
    expect([broken.exitCode, broken.stdout]).toEqual([70, ""]);
    expect(broken.stderr).toMatch(
      /^error: something went wrong inside the program: broken \\u001b\[31m\. No verdict was given\.$/,
    );
  });
});

test("colour only where it is wanted: the flag first, then the environment, then the terminal", async () => {
  const coloured = async (args: readonly string[], env: Record<string, string>) => {
    const { stdout } = await run(["assess", example, ...args], { env, extendEnv: false });
    return /\u001b\[/.test(stdout as string);
  };
  expect(await coloured([], {})).toBe(false);
  expect(await coloured([], { FORCE_COLOR: "1" })).toBe(true);
  expect(await coloured([], { CLICOLOR_FORCE: "1" })).toBe(true);
  expect(await coloured([], { FORCE_COLOR: "1", NO_COLOR: "1" })).toBe(false);
  expect(await coloured(["--color", "always"], { NO_COLOR: "1" })).toBe(true);
  expect(await coloured(["--color", "never"], { FORCE_COLOR: "1" })).toBe(false);
});

test.each([
  ["an assessment", ["assess", "examples/warrant-at-the-door.yaml"], "Warrant likely unlawful"],
  ["a check", ["rules", "check"], "no problems"],
  ["a check with warnings", ["rules", "check", "doubtful.yaml"], "warning[OT"],
])("colour changes no word of %s", async (_, args, words) => {
  const doubtful = readFileSync("rules.yaml", "utf8").replace(
    "when: { instrument: warrant }",
    "when: { instrument: warrant, records-held: { not: abroad } }",
  );
  const files = args.map((one) => (one === "doubtful.yaml" ? fileOf(one, doubtful) : one));
  const plain = await run([...files, "--color", "never"]);
  const coloured = await run([...files, "--color", "always"]);
  expect(plain.stdout).toContain(words);
  expect(coloured.stdout).not.toBe(plain.stdout);
  expect(stripVTControlCharacters(coloured.stdout as string)).toBe(plain.stdout);
});

test("a bare call explains itself on standard error and is a usage error; help and version are not", async () => {
  const bare = await run([]);
  expect([bare.exitCode, bare.stdout]).toEqual([64, ""]);
  expect(bare.stderr).toContain("order-triage assess case.yaml");
  const help = await run(["assess", "--help"]);
  expect([help.exitCode, help.stderr]).toEqual([0, ""]);
  for (const id of Object.keys(written.facts)) expect(help.stdout).toContain(`--${id} `);
  const version = await run(["--version"]);
  expect([version.exitCode, version.stdout]).toEqual([
    0,
    expect.stringMatching(/^order-triage \d+\.\d+\.\d+ \(Node v\d+/),
  ]);
});
