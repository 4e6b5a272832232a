import { type ChildProcessByStdio, spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { execa } from "execa";
import { strFromU8, unzipSync } from "fflate";
import { beforeEach, describe, expect, test } from "vitest";
import { junitFaults } from "../format/valid-junit.js";
import { expectPrivate, onPosix } from "./posix.js";
import { program, run, signalled } from "./run.js";

const rules = ["--rules", "tests/tables/parking.yaml", "--as-of", "2026-11-22"];
const REFER = '{"facts":{"sheet":"leaflet"},"particulars":{"reference":"P-1"}}';
const OPEN = '{"facts":{"sheet":"ticket"}}';
const LAWFUL = '{"facts":{"sheet":"ticket","issuer":"town","paid":"no"}}';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "order-triage-"));
});

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function batch(args: readonly string[], input?: string | Uint8Array) {
  const streams = input === undefined ? {} : ({ stdin: "pipe", input } as const);
  const result = await run(["batch", ...args, ...rules], { ...streams, stripFinalNewline: false });
  const [stdout, stderr] = [String(result.stdout), String(result.stderr)];
  expect(stderr).not.toMatch(/\n\s+at |node:internal/);
  const records = stdout
    .split("\n")
    .flatMap((line) => (line.startsWith('{"at"') ? [JSON.parse(line.replace(/,$/, ""))] : []));
  return { stdout, stderr, exitCode: result.exitCode, records };
}

test("what is put in the order of its dates is a workbook, and nothing else is", async () => {
  const { exitCode, stdout, stderr } = await run(["batch", "examples", "--sort", "due", "--format", "csv"]);
  expect([exitCode, stdout]).toEqual([64, ""]);
  expect(stderr).toContain("--sort is for a workbook");
});

test("a workbook tells the first step of each record, as the whole answer has it", async () => {
  const cases = fileOf("cases.ndjson", `${REFER}\n${OPEN}\n${LAWFUL}\nx`);
  const file = join(folder, "register.xlsx");
  await run(["batch", cases, ...rules, "--output", file]);
  const { stdout } = await run(["batch", cases, ...rules, "--format", "ndjson", "--explain"]);
  const steps = `${stdout}`.split("\n").map((line) => JSON.parse(line).assessment?.steps[0]?.do);
  expect(steps.map((step) => step !== undefined)).toEqual([true, true, true, false]);
  expect(columnOf(file, "First step")).toEqual(steps);
});

/** The texts of a column of a workbook's one sheet, and nothing for a cell without. */
function columnOf(file: string, heading: string): (string | undefined)[] {
  const parts = unzipSync(readFileSync(file));
  const part = (name: string): string => strFromU8(parts[`xl/${name}.xml`] ?? new Uint8Array());
  const texts = [...part("sharedStrings").matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => text);
  const sheet = part("worksheets/sheet1");
  const cells = new Map(
    [...sheet.matchAll(/<c r="(\w+)"[^>]* t="s"[^>]*><v>(\d+)</g)].map(([, at, index]) => [at, texts[Number(index)]]),
  );
  const letter = "ABCDEFGHIJKLM".split("").find((column) => cells.get(`${column}1`) === heading);
  const rows = [...sheet.matchAll(/<row /g)].length;
  return Array.from({ length: rows - 1 }, (_, row) => cells.get(`${letter}${row + 2}`));
}

test("of more records than a workbook holds none is made", async () => {
  const file = join(folder, "register.xlsx");
  const { exitCode, stderr } = await run(["batch", fileOf("x.ndjson", "x\n".repeat(100_001)), "--output", file]);
  expect([exitCode, readdirSync(folder)]).toEqual([73, ["x.ndjson"]]);
  expect(stderr).toContain("100,000 records at most: use --format csv");
});

describe("inputs", () => {
  test("a folder is read to the bottom, by name, without what is hidden and without going round in circles", async () => {
    fileOf("b.ndjson", `${REFER}\n${OPEN}`);
    fileOf("a/deep/x.yaml", "facts: { sheet: leaflet }\n---\n# none\n---\nfacts: { sheet: ticket }\n");
    fileOf("a/.hidden/x.yaml", "nonsense");
    fileOf("c.json", `[${REFER},\n{}]`);
    fileOf("d.csv", "sheet,reference\nleaflet,P-2\n");
    fileOf("notes.txt", "nonsense");
    if (onPosix) symlinkSync("..", join(folder, "a/round"));
    const { records, exitCode } = await batch([folder]);
    expect(records.map(({ at }) => at.slice(folder.length + 1))).toEqual([
      "a/deep/x.yaml:1",
      "a/deep/x.yaml:5",
      "b.ndjson:1",
      "b.ndjson:2",
      "c.json:1",
      "c.json:2",
      "d.csv:2",
    ]);
    expect(records.map(({ verdict }) => verdict)).toEqual([
      "refer",
      "cannot-say",
      "refer",
      "cannot-say",
      "refer",
      "cannot-say",
      "refer",
    ]);
    expect(exitCode).toBe(30);
  });

  test.each([
    ["lines", `${REFER}\n${OPEN}\n`, 2],
    ["a list over several lines", `[\n${REFER}\n,\n${OPEN}\n]\n`, 2],
    ["one object over several lines", '{\n"facts": {\n"sheet": "leaflet" } }', 1],
    ["YAML", "facts: { sheet: leaflet }\n---\nfacts: {}\n", 2],
  ])("standard input is known by how it begins: %s", async (_, input, count) => {
    const { records } = await batch(["-"], input);
    expect(records.map(({ verdict }) => verdict)).toEqual(["refer", "cannot-say"].slice(0, count));
  });

  test.runIf(onPosix)("a table in a file that standard input comes from, and in a slow pipe", async () => {
    const path = fileOf("a.csv", "sheet;reference\nleaflet;P-1\n");
    const slowly = `(printf 'sheet'; sleep 0.3; printf ';reference\\nleaflet;P-1\\n') |`;
    const command = `${process.execPath} ${program} batch - ${rules.join(" ")}`;
    for (const script of [`${command} < ${path}`, `${slowly} ${command}`, `${slowly} ${command} --input-format csv`]) {
      const { stdout } = await execa("bash", ["-c", script], { reject: false });
      expect(JSON.parse(stdout)).toMatchObject({ at: "standard input:2", reference: "P-1", verdict: "refer" });
    }
  });

  test("standard input is read as --input-format says", async () => {
    const { records } = await batch(["-", "--input-format", "csv"], "sheet\nleaflet\n");
    expect(records).toMatchObject([{ at: "standard input:2", verdict: "refer" }]);
  });

  test("a spreadsheet as Excel writes it", async () => {
    const text = `\uFEFFreference;sheet;issued-on;expect.verdict\r\n"a ""b""\r\nc";leaflet;2026-11-01;refer\r\n;;;\r\nd;LEAFLETTER;01/11/2026;\r\ne;leaflet\r\n`;
    const path = fileOf("x.csv", text);
    const { records, exitCode } = await batch([path]);
    expect(records).toMatchObject([
      { at: `${path}:2`, reference: 'a "b"\r\nc', verdict: "refer", unmet: [] },
      { at: `${path}:5`, errors: [{ code: "OT203" }, { code: "OT207" }] },
      { at: `${path}:6`, reference: "e", verdict: "refer" },
    ]);
    expect(exitCode).toBe(65);
  });

  test.each([
    ["a column that is not known", "sheet,isuer\nleaflet,town\n", "OT202", /did you mean `issuer`\?/],
    ["a column that stands twice", "sheet,sheet\nleaflet,ticket\n", "OT114", /twice/],
    ["more cells than columns", "sheet\nleaflet,town\n", "OT205", /more cells/],
    ["a quotation that is not closed", 'sheet,reference\nleaflet,"x\n', "OT127", /no end/],
    ["another encoding", Buffer.from("sheet,reference\nleaflet,\xe9\n", "latin1"), "OT103", /UTF-8/],
  ])("a spreadsheet with %s is told of, and gives no verdict for it", async (_, content, code, sentence) => {
    const { records, exitCode } = await batch([fileOf("x.csv", content)]);
    expect(records).toMatchObject([{ errors: [{ code }] }]);
    expect(JSON.stringify(records)).toMatch(sentence);
    expect(exitCode).toBe(65);
  });
});

describe("what is not read", () => {
  test("in a folder is named, a workbook before other files, and does not change the exit code", async () => {
    for (const name of ["a.txt", "b/c.md", "d.txt", "e.txt", "f.txt", "z.xlsx", ".hidden.txt"])
      fileOf(name, "PK\u0003\u0004");
    fileOf("m.csv", "sheet\nleaflet\n");
    const { records, exitCode, stderr } = await batch([folder]);
    expect([records.length, exitCode]).toEqual([1, 31]);
    const named = ["z.xlsx", "a.txt", "b/c.md", "d.txt", "e.txt"].map((name) => `${folder}/${name}`).join(", ");
    const note = `note: left out, since it is not named as a case file: ${named} and 1 more; save a workbook as CSV UTF-8`;
    expect(stderr).toContain(note);
    expect((await batch([join(folder, "b")])).stderr).toMatch(/^note: left out.*c\.md\n0 records/s);
    expect((await batch([join(folder, "m.csv")])).stderr).not.toContain("note");
  });

  test("as --ignore-columns asks is passed over; a name that no table has is told", async () => {
    const path = fileOf("a.csv", "Sheet,Handler,My notes\nleaflet,x,y\n");
    const { records, exitCode, stderr } = await batch([path, "--ignore-columns", "handler, my-notes,Hanlder"]);
    expect([records.map(({ verdict }) => verdict), exitCode]).toEqual([["refer"], 31]);
    expect(stderr).toMatch(/^note: --ignore-columns: no table has a column `Hanlder`\n1 record/);
    const without = await batch([path]);
    expect([without.exitCode, without.records[0].errors.map(({ help }: { help: string }) => help)]).toEqual([
      65,
      Array(2).fill(expect.stringContaining("--ignore-columns")),
    ]);
  });
});

describe("exit codes", () => {
  test.each([
    [[LAWFUL], [], 0],
    [[LAWFUL, REFER], [], 31],
    [[REFER, OPEN], [], 30],
    [[REFER, OPEN], ["--fail-on", "refer"], 31],
    [[REFER, OPEN], ["--fail-on", "none"], 0],
    [[REFER, "{"], ["--fail-on", "none"], 65],
    [['{"expect":{"verdict":"refer"}}'], ["--fail-on", "none"], 60],
    [['{"expect":{"verdict":"refer"}}', "{"], [], 65],
  ])("%j with %j", async (lines, args, expected) => {
    const { exitCode, records } = await batch(["-", ...args], lines.join("\n"));
    expect([exitCode, records.length]).toEqual([expected, lines.length]);
  });

  test("the same in every format", async () => {
    for (const format of ["text", "ndjson", "json", "csv", "junit", "markdown"]) {
      const { exitCode } = await batch(["-", "--format", format], `${REFER}\n${OPEN}`);
      expect([format, exitCode]).toEqual([format, 30]);
    }
  });

  test.each([
    [["--fail-on", "refer,nonsense"], /`nonsense` is not a verdict/],
    [["--limit-errors", "0"], /whole number/],
    [["--format", "html"], /no format `html`/],
    [["--format", "csv", "--explain"], /ndjson or json/],
  ])("%j is not understood: 64", async (args, sentence) => {
    const { exitCode, stderr, stdout } = await batch(["-", ...args], REFER);
    expect([exitCode, stdout]).toEqual([64, ""]);
    expect(stderr).toMatch(sentence);
  });

  test("rules that cannot be used: 78, and not a word of an answer", async () => {
    const broken = fileOf("rules.yaml", "rules: [\n");
    const { exitCode, stdout } = await run(["batch", "-", "--rules", broken], { stdin: "pipe", input: REFER });
    expect([exitCode, stdout]).toEqual([78, ""]);
  });
});

describe("outputs", () => {
  test("--limit-errors stops, and says so", async () => {
    const { exitCode, records, stderr } = await batch(
      ["-", "--limit-errors", "2", "--input-format", "ndjson"],
      `{\n${REFER}\n{\n${REFER}\n`,
    );
    expect([exitCode, records.length]).toEqual([65, 3]);
    expect(stderr).toContain("Given up there");
  });

  test("--explain adds what assess says, to the letter", async () => {
    const path = fileOf("case.json", REFER);
    const { records } = await batch([path, "--explain"]);
    const { stdout } = await run(["assess", path, "--format", "json", ...rules]);
    expect(records[0].assessment).toEqual(JSON.parse(String(stdout)));
  });

  test("JUnit XML has every record, as Jenkins takes it: met, not met, without expectation, unreadable", async () => {
    const expecting = (reference: string, verdict: string): string =>
      `{"facts":{"sheet":"leaflet"},"particulars":{"reference":"${reference}"},"expect":{"verdict":"${verdict}"}}`;
    const lines = [expecting("P-1", "refer"), expecting("P-2 <&>", "out-of-scope"), REFER, '{"facts":{"papre":""}}'];
    const [path, empty] = [fileOf("some.ndjson", lines.join("\n")), fileOf("empty.ndjson", "")];
    const { exitCode, stdout } = await batch([path, empty, join(folder, "gone.csv"), "--format", "junit"]);
    expect(exitCode).toBe(65);
    expect(await junitFaults(stdout)).toEqual([]);
    expect(stdout).toContain(`<testsuite name="${path}" tests="4" failures="2" errors="0" skipped="1" file="${path}">`);
    expect(stdout).toContain(`<testcase classname="${path}" name="P-1"/>`);
    expect(stdout).toMatch(/name="P-2 &lt;&amp;&gt;">\n<failure message="verdict: expected out-of-scope, got refer">/);
    expect(stdout).toContain(`>refer: the case does not say what it expects\nat ${path}:3</skipped>`);
    expect(stdout).toMatch(/some\.ndjson:4">\n<failure message="[^"]*papre/);
    expect(stdout).toMatch(/empty\.ndjson">\n<failure message="[^"]*there is no record in it/);
    expect(stdout).toMatch(/gone\.csv">\n<failure message="[^"]*no such file/);
  });

  test("JUnit XML of a long file comes in suites of one name, so that no more than one of them is kept", async () => {
    const path = fileOf("long.ndjson", "{}\n".repeat(10_001));
    const { stdout } = await batch([path, "--format", "junit"]);
    const suites = [...stdout.matchAll(/<testsuite name="([^"]*)" tests="(\d+)"/g)].map(([, ...rest]) => rest);
    expect(suites).toEqual([
      [path, "10000"],
      [path, "1"],
    ]);
    expect(await junitFaults(stdout)).toEqual([]);
  });

  test.each([
    "text",
    "ndjson",
    "json",
    "csv",
    "junit",
    "markdown",
  ])("%s shows what a viewer would obey or hide", async (format) => {
    const hidden = "\u202e\u2066";
    const lines = [
      `{"facts":{"sheet":"leaflet"},"particulars":{"reference":"a${hidden}"},"expect":{"verdict":"out-of-scope"}}`,
      `{"facts":{"sheet":"x${hidden}"}}`,
    ];
    const { stdout, stderr } = await batch([fileOf(`b${hidden}.ndjson`, lines.join("\n")), "--format", format]);
    expect(`${stdout}${stderr}`).not.toMatch(/[\u202e\u2066]/);
    expect(stdout).toContain("u202e");
  });

  test("no spreadsheet runs a cell", async () => {
    const references = ["=1+1", "+1", "-1", "@x", "\t=1", "a,b", " =1+1", "'=1+1", "' @x"];
    const lines = references.map((reference) => JSON.stringify({ particulars: { reference } }));
    const { stdout } = await batch(["-", "--format", "csv"], lines.join("\n"));
    const cells = stdout
      .split("\r\n")
      .slice(1, -1)
      .map((row) => /^[^,]*,("(?:[^"]|"")*"|[^,]*)/.exec(row)?.[1]);
    expect(cells).toEqual(["’=1+1", "’+1", "’-1", "’@x", "\\u0009=1", '"a,b"', '"’ =1+1"', "’'=1+1", '"’\' @x"']);
  });

  test("--output writes a whole file for its owner alone, and replaces one only with --force", async () => {
    const path = join(folder, "out.ndjson");
    const first = await batch(["-", "--output", path], REFER);
    expect([first.exitCode, first.stdout]).toEqual([31, ""]);
    expectPrivate(path);
    const again = await batch(["-", "--output", path], OPEN);
    expect([again.exitCode, again.stderr]).toEqual([73, expect.stringContaining("--force")]);
    expect(readFileSync(path, "utf8")).toContain('"refer"');
    await batch(["-", "--output", path, "--force"], OPEN);
    expect(readFileSync(path, "utf8")).toContain("cannot-say");
    expect(readdirSync(folder)).toEqual(["out.ndjson"]);
  });
});

describe("nothing goes wrong silently", () => {
  test("what is odd about single lines concerns those lines alone", async () => {
    const long = `{"facts":{},"title":"${"x".repeat(3_000_000)}"}`;
    const lines: [string | Uint8Array, string][] = [
      [REFER, "refer"],
      [Buffer.from([0x7b, 0xff, 0x7d]), "OT103"],
      [REFER.replace("leaflet", "leaf\0let"), "OT102"],
      [long, "OT101"],
      [`${REFER}\r`, "refer"],
      [REFER.slice(0, -1), "OT130"],
      ["[".repeat(100_000), "OT105"],
      ['"text"', "OT205"],
      [REFER.replace("facts", "fcats"), "OT202"],
      ['{"patient_name":"x"}', "OT206"],
      ['{"facts":{"paid":"no","shown":"yes","sheet":"ticket"}}', "OT401"],
      [REFER, "refer"],
    ];
    const input = Buffer.concat(
      lines.flatMap(([line], index) => [
        Buffer.from(line as string),
        Buffer.from(index < lines.length - 1 ? "\n" : ""),
      ]),
    );
    const { records, exitCode, stderr } = await batch(["-", "--input-format", "ndjson"], input);
    expect(records.map(({ verdict, errors }) => verdict ?? errors[0].code)).toEqual(lines.map(([, said]) => said));
    expect(records.map(({ at }) => at)).toEqual(lines.map((_, index) => `standard input:${index + 1}`));
    expect(exitCode).toBe(65);
    expect(stderr).toContain("the first at standard input:2");
  });

  test("an empty file, an empty folder and a path that leads nowhere: 66, each with a record, and the rest is read", async () => {
    mkdirSync(join(folder, "empty"));
    if (onPosix) symlinkSync("loop", join(folder, "loop"));
    const paths = [
      fileOf("empty.ndjson", ""),
      join(folder, "empty"),
      join(folder, "none"),
      join(folder, "loop"),
      fileOf("x.json", LAWFUL),
    ];
    paths.push(join(paths[0] as string, "below.json"));
    const { records, exitCode } = await batch(paths);
    expect(records.map(({ at, verdict }) => [at, verdict])).toEqual(
      paths.map((path) => (path.endsWith("x.json") ? [`${path}:1`, "appears-lawful"] : [path, undefined])),
    );
    expect(records.flatMap(({ errors = [] }) => errors.map(({ code }: { code: string }) => code))).toEqual([
      "OT104",
      "OT108",
      "OT108",
      "OT108",
      "OT108",
    ]);
    expect(exitCode).toBe(66);
  });

  test.runIf(onPosix)("a folder and a file that may not be read are told of, and the others are answered", async () => {
    // whoever may read everything has to be somebody else for this
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    for (const name of ["a/a.json", "b/b.json", "c/c.json", "d.json"]) fileOf(name, REFER);
    chmodSync(folder, 0o755);
    chmodSync(join(folder, "b"), 0);
    chmodSync(join(folder, "c/c.json"), 0);
    const { exitCode, stdout, stderr } = await run(["batch", folder, ...rules], nobody);
    chmodSync(join(folder, "b"), 0o755);
    expect(exitCode).toBe(66);
    expect(stderr).not.toMatch(/\n\s+at /);
    const records = String(stdout)
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(records.map(({ at, verdict }) => [at, verdict])).toEqual([
      [`${folder}/a/a.json:1`, "refer"],
      [`${folder}/b`, undefined],
      [`${folder}/c/c.json`, undefined],
      [`${folder}/d.json:1`, "refer"],
    ]);
    for (const { errors } of [records[1], records[2]]) expect(errors[0].message).toContain("not allowed to read it");
  });

  test.runIf(onPosix)(
    "a link that leads nowhere or to itself is told of, and what lies beside it is answered",
    async () => {
      symlinkSync("gone.json", join(folder, "a.json"));
      symlinkSync("b.json", join(folder, "b.json"));
      fileOf("c.json", REFER);
      const { exitCode, records } = await batch([folder]);
      expect([exitCode, records]).toMatchObject([
        66,
        [
          { errors: [{ message: expect.stringContaining("no such file") }] },
          { errors: [{ message: expect.stringContaining("leads back to itself") }] },
          { verdict: "refer" },
        ],
      ]);
    },
  );

  test("a file that vanishes between being listed and being read is told of", async () => {
    const stub = fileOf(
      "stub.cjs",
      `const fs = require("node:fs"); const { openSync } = fs;
      fs.openSync = (path, ...rest) => { if (String(path).endsWith("b.json")) fs.rmSync(path); return openSync(path, ...rest); };`,
    );
    const cases = join(folder, "cases");
    for (const name of ["a", "b", "c"]) fileOf(`cases/${name}.json`, LAWFUL);
    const { stdout, exitCode } = await execa(process.execPath, ["--require", stub, program, "batch", cases, ...rules], {
      reject: false,
    });
    const records = stdout.split("\n").map((line) => JSON.parse(line));
    expect(records.map(({ at }) => at)).toEqual([`${cases}/a.json:1`, `${cases}/b.json`, `${cases}/c.json:1`]);
    expect([records[1].errors[0].code, exitCode]).toEqual(["OT108", 66]);
  });

  test("a thousand files", async () => {
    for (let index = 1000; index < 2000; index++)
      fileOf(`cases/${index}.yaml`, `facts:\n  sheet: leaflet\nparticulars:\n  reference: R-${index}\n`);
    const { records, exitCode } = await batch([join(folder, "cases")]);
    expect(records.map(({ reference }) => reference)).toEqual(
      Array.from({ length: 1000 }, (_, index) => `R-${1000 + index}`),
    );
    expect(exitCode).toBe(31);
  });
});

describe("a run that does not come to its end", () => {
  const endless = (args: readonly string[], stdout: "pipe" | "ignore") => {
    const child = spawn(process.execPath, [program, "batch", "-", ...rules, ...args], {
      stdio: ["pipe", stdout, "ignore"],
    }) as ChildProcessByStdio<Writable, Readable | null, null>;
    const feed = (): void => {
      while (child.stdin.writable && child.stdin.write(`${REFER}\n`.repeat(1000)));
    };
    child.stdin.on("drain", feed);
    child.stdin.on("error", () => {});
    feed();
    const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
    return { child, ended };
  };

  test.runIf(onPosix).each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s in the middle leaves nothing half-written", async (signal, exitCode) => {
    const path = join(folder, "out.ndjson");
    const { child, ended } = endless(["--output", path], "ignore");
    while (!readdirSync(folder).some((name) => statSync(join(folder, name)).size > 0)) await delay(20);
    child.kill(signal);
    expect([await ended, readdirSync(folder)]).toEqual([exitCode, []]);
  });

  test.runIf(onPosix)("a signal is heard while nothing comes in, and while nobody reads on", async () => {
    const waiting = signalled(["batch", "-", ...rules], "SIGTERM", { stdin: "pipe" });
    const stuck = endless([], "pipe");
    await new Promise((resolve) => stuck.child.stdout?.once("readable", resolve));
    await delay(1_000);
    stuck.child.kill("SIGTERM");
    expect([(await waiting).exitCode, await stuck.ended]).toEqual([143, 143]);
    stuck.child.stdout?.destroy();
  });

  test.runIf(onPosix).each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s is heard between long answers, and not only when more is read", async (signal, exitCode) => {
    const path = fileOf("many.ndjson", `${OPEN}\n`.repeat(30_000));
    const args = ["batch", path, "--explain", "--as-of", "2026-11-22", "--rules", "tests/tables/parking.yaml"];
    const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "ignore"] });
    let [read, readAtSignal] = [0, 0];
    child.stdout.on("data", (bytes: Buffer) => {
      if (read === 0) child.kill(signal);
      read += bytes.length;
      readAtSignal ||= read;
    });
    expect(await new Promise((resolve) => child.on("exit", resolve))).toBe(exitCode);
    // of some 40 MB
    expect(read - readAtSignal).toBeLessThan(10_000_000);
  });

  test.runIf(onPosix)("141 when the reader has gone", async () => {
    const path = fileOf("many.ndjson", `${REFER}\n`.repeat(50_000));
    const script = `{ ${process.execPath} ${program} batch ${path} ${rules.join(" ")}; echo $? >&2; } | head -1`;
    const { stdout, stderr } = await execa("bash", ["-c", script], { reject: false });
    expect([stdout.split("\n").length, stderr]).toEqual([1, "141"]);
  });

  test.runIf(existsSync("/dev/full"))("73 when the disk is full", async () => {
    const path = fileOf("many.ndjson", `${REFER}\n`.repeat(1000));
    const script = `${process.execPath} ${program} batch ${path} ${rules.join(" ")} >/dev/full; echo $?`;
    const { stdout, stderr } = await execa("bash", ["-c", script], { reject: false });
    expect(stdout).toBe("73");
    expect(stderr).toMatch(/^error: the result could not be written: [^\n]*\. No verdict was given\.$/);
  });

  test("73 when the file cannot be made", async () => {
    const { exitCode, stdout } = await batch(["-", "--output", join(folder, "none", "x")], REFER);
    expect([exitCode, stdout, readdirSync(folder)]).toEqual([73, "", []]);
  });
});

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
