import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { command, run } from "../program/run.js";
import { ISSUED, ISSUER, PAID, PAPER, RIGHT } from "../questions/words.js";
import { withPapers } from "../table/paper-table.js";
import { openTerminal, type RealTerminal } from "./tmux.js";

const NEXT = "What next?";

let folder: string;
let terminal: RealTerminal;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "order-triage-"));
});
afterEach(() => terminal.close());

/** Starts the program on a table about parking. */
async function start(rest = "", before = "", columns = 80, rows = 40): Promise<void> {
  const line = `cd ${folder} && ${before} ${command} --rules ${process.cwd()}/tests/tables/parking.yaml ${rest}`;
  terminal = await openTerminal(line, columns, rows);
}

async function answers(steps: readonly (readonly [question: string, ...keys: string[]])[]): Promise<void> {
  for (const [question, ...keys] of steps) {
    await terminal.shows(question);
    await terminal.press(...keys);
  }
}

/** Leaves a result that refers. */
async function leave(): Promise<void> {
  await terminal.press("Enter");
  await terminal.shows("[exit 31]");
}

/** Chooses what a list calls by these words, the last time that it stands on the screen. */
async function picks(question: string, says: string): Promise<void> {
  const screen = await terminal.shows(question);
  const number = [...screen.matchAll(new RegExp(`(\\d+)\\. ${says}`, "g"))].at(-1)?.[1];
  expect(number, screen).toBeDefined();
  await terminal.press(number as string, "Enter");
}

const SAVE = "Save the answers as a case file";
const KEEP = "Save or print …";

const LEAFLET = "A leaflet asks for nothing";

test("the questions come to a result, which goes to standard output and sets the exit code", async () => {
  await start("> result.txt");
  await answers([
    [`Question 1: ${PAPER}`, "2", "Enter"],
    [RIGHT, "Enter"],
    [NEXT, "Enter"],
  ]);
  const screen = await terminal.shows("[exit 31]");
  expect(screen).toContain(`${PAPER}  A leaflet`);
  expect(screen).not.toContain(LEAFLET);
  expect(readFileSync(join(folder, "result.txt"), "utf8")).toMatch(new RegExp(`^${LEAFLET}`));
});

test("Esc and the choice lead back, and an answer can be changed before the result", async () => {
  await start();
  await answers([
    [PAPER, "1", "Enter"],
    [`Question 2: ${ISSUER}`, "Escape"],
    [`Question 1: ${PAPER}`, "1", "Enter"],
    [`Question 2: ${ISSUER}`, "2", "Enter"],
    [`Question 3: ${PAID}`, "b"],
    [`Question 2: ${ISSUER}`, "Up", "Enter"],
    [`Question 3: ${PAID}`, "2", "Enter"],
    [ISSUED, "Enter"],
    [RIGHT, "2", "Enter"],
    [`? ${PAPER}`, "2", "Enter"],
    [RIGHT, "Enter"],
  ]);
  expect(await terminal.shows(NEXT)).toContain(LEAFLET);
  await leave();
});

test("Esc leads back from a date", async () => {
  await start();
  await answers([
    [PAPER, "1", "Enter"],
    [ISSUER, "1", "Enter"],
    [PAID, "2", "Enter"],
    [ISSUED, "Escape"],
    ["< back", "C-c"],
  ]);
  await terminal.shows("[exit 130]");
});

describe.each([
  ["drawn", "", ""],
  ["plain", "--plain", ""],
  ["plain by the environment", "", "ACCESSIBLE=1"],
  ["plain on a dumb terminal", "", "TERM=dumb"],
])("%s", (name, flag, environment) => {
  test.each([
    ["Ctrl+C", "C-c"],
    ["the end of input", "C-d"],
  ])("%s ends without a result", async (_, key) => {
    await start(flag, environment);
    await answers([
      [PAPER, "1", "Enter"],
      [ISSUER, key],
    ]);
    const screen = await terminal.shows("[exit 130]");
    expect(screen).toMatch(/^Stopped\. No result was given\.$/m);
    expect(screen.includes("Type a number and press Enter")).toBe(name !== "drawn");
  });

  test("after the result Ctrl+C says that it stands, and a script still sees an interruption", async () => {
    await start(flag, environment);
    await answers([
      [PAPER, "2", "Enter"],
      [RIGHT, "Enter"],
      [NEXT, "C-c"],
    ]);
    const screen = await terminal.shows("[exit 130]");
    expect(screen).toContain("Stopped. The result above stands.");
    expect(screen).toContain(LEAFLET);
  });

  test("a case is saved after the result, assessed to the same, and started over", async () => {
    await start(`${flag} --full`, environment);
    writeFileSync(join(folder, "taken.yaml"), "mine");
    await answers([
      [PAPER, "1", "Enter"],
      [ISSUER, "1", "Enter"],
      [PAID, "2", "Enter"],
      [ISSUED, "12/1/2026", "Enter"],
      ["By which day does it want the money?", "Enter"],
      [RIGHT, "Enter"],
    ]);
    await picks(NEXT, KEEP);
    await picks("Back", SAVE);
    await answers([["Name of the new file", "taken.yaml", "Enter"]]);
    await picks("taken.yaml is there already", KEEP);
    await picks("Back", SAVE);
    await answers([["Enter alone: do not save", "new.yaml", "Enter"]]);
    await picks("Your answers are in new.yaml", "Start over");
    await answers([[`Question 1: ${PAPER}`, "C-c"]]);
    const screen = await terminal.shows("[exit 130]");
    expect(readFileSync(join(folder, "taken.yaml"), "utf8")).toBe("mine");
    expect(statSync(join(folder, "new.yaml")).mode & 0o777).toBe(0o600);
    const again = await run(["--rules", "tests/tables/parking.yaml", "assess", join(folder, "new.yaml")]);
    expect(again.exitCode).toBe(0);
    expect(screen.replaceAll(/\s+/g, " ")).toContain((again.stdout as string).replaceAll(/\s+/g, " ").trim());
  });
});

test("answers so far are kept where --save says, and asked no more when they are taken up again", async () => {
  await start("--save case.yaml");
  await answers([
    ["Your answers are saved in case.yaml. Nothing is sent.", "1", "Enter"],
    [ISSUER, "2", "Enter"],
    [PAID, "C-c"],
  ]);
  expect(await terminal.shows("[exit 130]")).toContain("Your answers so far are in case.yaml.");
  await terminal.close();
  await start("assess case.yaml --ask --save case.yaml --force");
  await answers([
    [`Question 1: ${PAID}`, "1", "Enter"],
    ["Could the receipt be seen from outside?", "2", "Enter"],
    ["When did you find it?", "15 Jan 2026", "Enter"],
    ["By which day does it want the money?", "Enter"],
    [RIGHT, "Enter"],
    [NEXT, "Enter"],
  ]);
  await terminal.shows("[exit 20]");
  const again = await run([
    "--rules",
    "tests/tables/parking.yaml",
    "assess",
    join(folder, "case.yaml"),
    "--format",
    "json",
  ]);
  expect(JSON.parse(again.stdout as string)).toMatchObject({
    verdict: "likely-unlawful",
    facts: { sheet: "ticket", issuer: "landlord", paid: "yes", shown: "no" },
    particulars: { "found-on": "2026-01-15" },
  });
});

test("whoever stops when the verdict is certain is told it, and the exit code still says that nothing was finished", async () => {
  await start("> result.txt");
  await answers([
    [PAPER, "1", "Enter"],
    [ISSUER, "2", "Enter"],
    [PAID, "C-c"],
  ]);
  const screen = await terminal.shows("[exit 130]");
  expect(screen).toContain("Stopped before the result, but the verdict was certain: Object to the ticket.");
  expect(readFileSync(join(folder, "result.txt"), "utf8")).toBe("");
});

test("after the first page its parts are opened, and the whole answer is written to a file", async () => {
  await start("", "", 80, 60);
  await answers([
    [PAPER, "2", "Enter"],
    [RIGHT, "Enter"],
  ]);
  const first = await terminal.shows(NEXT);
  expect(first).toContain("Take advice first.\n");
  expect(first).not.toContain("Only an example.");
  await picks(NEXT, "Read more …");
  await picks("Back", "What would change it");
  expect(await terminal.shows("“A ticket”")).not.toContain("Only an example.");
  await picks("“A ticket”", "The whole answer");
  expect(await terminal.shows("Only an example.")).toContain("“A ticket”");
  await terminal.press("b");
  await picks(NEXT, KEEP);
  await picks("Back", "Save or print the whole answer");
  await answers([["Name of the new file", "answer.md", "Enter"]]);
  await terminal.shows("The whole answer is in answer.md");
  const written = readFileSync(join(folder, "answer.md"), "utf8");
  expect(written).toMatch(new RegExp(`^# ${LEAFLET}`));
  expect(written).toContain("Only an example.");
  await leave();
});

test("a path is taken without the quotation marks it was pasted with, and given as one word for the shell", async () => {
  await start();
  await answers([
    [PAPER, "2", "Enter"],
    [RIGHT, "Enter"],
  ]);
  await picks(NEXT, KEEP);
  await picks("Back", SAVE);
  await answers([["Name of the new file", '"my case.yaml"', "Enter"]]);
  const screen = await terminal.shows("Your answers are in my case.yaml");
  expect(screen.replaceAll(/\s+/g, " ")).toContain('`order-triage assess "my case.yaml" --ask` goes on from there.');
  expect(existsSync(join(folder, "my case.yaml"))).toBe(true);
  await leave();
});

describe.each(["", "--plain"])("with %s", (flag) => {
  test("the headline stays on a screen of 24 lines with what can be done next, whatever was read meanwhile", async () => {
    writeFileSync(join(folder, "case.yaml"), readFileSync("examples/pre-charge-production-order.yaml"));
    const args = `assess case.yaml --ask --as-of 2026-11-22 ${flag}`;
    terminal = await openTerminal(`cd ${folder} && ${command} ${args}`, 80, 24);
    await answers([
      ["What date were you given", "Enter"],
      [RIGHT, "Enter"],
    ]);
    const headline = "Order likely unlawful pre-charge - seek discharge, contact MDO";
    expect(await terminal.shows("Start over")).toContain(headline);
    await picks(NEXT, "Read more …");
    await picks("Back", "The whole answer");
    expect(await terminal.shows("Decision support")).toContain(headline);
  });

  test("a paper is shown, and written to a file that somebody names, in the format of its name", async () => {
    writeFileSync(join(folder, "rules.yaml"), withPapers);
    const args = `--rules rules.yaml assess --sheet ticket --issuer town --paid no --ask ${flag}`;
    terminal = await openTerminal(`cd ${folder} && ${command} ${args}`, 80, 60);
    await answers([
      [ISSUED, "Enter"],
      [RIGHT, "Enter"],
    ]);
    await picks(NEXT, "Papers to take away …");
    expect(await terminal.shows("For the windscreen")).toContain("Letter with the money");
    await picks("For the windscreen", "Objection");
    expect(await terminal.shows("For the town hall.")).toContain("Please look again.");
    await answers([["To print it: the name of the new file", "letter.html", "Enter"]]);
    await terminal.shows("It is in letter.html, which only you can read.");
    expect(readFileSync(join(folder, "letter.html"), "utf8")).toContain("<h1>Objection</h1>");
    await terminal.press("b", ...(flag === "" ? [] : ["Enter"]));
    await answers([[NEXT, "Enter"]]);
    await terminal.shows("[exit 0]");
  });
});

test("nothing is kept that was not asked to be, and nothing is asked where it could not be kept", async () => {
  await start("--save there/case.yaml");
  const unwritten = (await terminal.shows("[exit 73]")).replaceAll("\n", "");
  expect(unwritten).toContain("there/case.yaml was not written: there is no folder there. Nothing was asked.");
  await terminal.close();
  await start("--save rules.yaml; cat rules.yaml", "echo mine > rules.yaml;");
  expect(await terminal.shows("[exit 0]")).toMatch(
    /^error: rules\.yaml is there already; --force replaces it\. Nothing was asked\.\s+mine$/m,
  );
  expect(existsSync(join(folder, "there"))).toBe(false);
});

test("where the reader of the result has gone, nobody is told a result", async () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: for the shell
  await start("| true; echo ${PIPESTATUS[0]}");
  await answers([
    [PAPER, "2", "Enter"],
    [RIGHT, "Enter"],
  ]);
  expect(await terminal.shows("[exit 0]")).toMatch(/^141$/m);
});

test.each([
  ["", "", true],
  ["NO_COLOR=1", "", false],
  ["", "--color never", false],
  ["NO_COLOR=1", "--color always", true],
  ["CLICOLOR=0", "", false],
])("questions are coloured only where colour is wanted, the result where it is wanted there: %s %s", async (environment, flag, coloured) => {
  await start(`${flag} > result.txt`, environment);
  await terminal.shows(PAPER);
  expect(/\u001b\[\d*;?3\dm/.test(await terminal.painted())).toBe(coloured);
  await answers([
    [PAPER, "2", "Enter"],
    [RIGHT, "Enter"],
    [NEXT, "Enter"],
  ]);
  expect(await terminal.shows("[exit 31]")).not.toContain("Warning");
  const result = readFileSync(join(folder, "result.txt"), "utf8");
  expect(result.includes("\u001b")).toBe(flag === "--color always");
});

test("asking why again and again leaves nothing behind", async () => {
  await start();
  for (let times = 0; times < 15; times++) await answers([[PAPER, "w"]]);
  const screen = await terminal.shows("Question 1");
  expect(screen.match(/^Why:/gm)).toHaveLength(15);
  expect(screen).not.toContain("Warning");
  await terminal.press("C-c");
  await terminal.shows("[exit 130]");
});

test("a window of forty columns shows whole words", async () => {
  await start("", "", 40, 30);
  await terminal.shows(PAPER);
  await terminal.press("w");
  const screen = await terminal.shows("Why: Only a ticket asks for money.");
  for (const line of screen.split("\n")) expect(line.length).toBeLessThanOrEqual(40);
  expect(screen).toContain("A small town. Do nothing about it yet,\nand throw nothing away. Give no names.\n");
  await terminal.press("C-c");
  await terminal.shows("[exit 130]");
});

test("a window that is made narrower shows whole words again, without a key", async () => {
  await start();
  await terminal.shows("then Enter. w: why this is asked");
  await terminal.resize(40, 40);
  await terminal.shows("then Enter. w:\nwhy this is asked");
});

/** Starts the program on a table about things that were found. */
async function startLost(columns = 80, rows = 24): Promise<void> {
  const rules = "--rules tests/tables/lost-property.yaml";
  terminal = await openTerminal(`${command} ${rules}`, columns, rows);
}

test("a list that is longer than the window opens at its top, says that it goes on, and keeps Don't know in sight", async () => {
  await startLost(40, 12);
  await answers([["1. A bag", "Up"]]);
  const end = await terminal.shows("↑ 3 more above");
  expect(end).toMatch(/^> {2}4\. Keys$/m);
  expect(end).toMatch(/^ {3}5\. Don't know$/m);
  await terminal.press("1");
  const beginning = await terminal.shows(">  1. A bag");
  expect(beginning).toMatch(/^ +↓ 3 more below$/m);
  await terminal.press("C-c");
  await terminal.shows("[exit 130]");
});

test("several are ticked on a list, and whoever stops is told the verdict and what it takes for granted", async () => {
  await startLost();
  await answers([
    ["Open nothing to find out.", "3", "Space", "4", "Space"],
    ["[x] Keys", "Enter"],
    ["What was found?  A telephone or Keys", "C-c"],
  ]);
  const screen = await terminal.shows("[exit 130]");
  expect(screen.replaceAll(/\s+/g, " ")).toContain(
    "Stopped before the result, but there was a verdict: Lock it up. Taken for granted: It was found in the hall.",
  );
});

test.each([
  "< /dev/null",
  "--no-input",
  "assess --ask --no-input",
  "assess --ask < /dev/null",
  "2> errors.txt",
])("without a terminal to ask on, or where nothing may be asked, the way out is named: %s", async (rest) => {
  await start(rest);
  const screen = await terminal.shows("[exit 64]");
  const told = rest.startsWith("2>") ? readFileSync(join(folder, "errors.txt"), "utf8") : screen;
  expect(told.replaceAll("\n", "")).toContain("order-triage assess case.yaml");
});

test("a record of the answer is kept where --record says, and nothing is asked where it cannot be", async () => {
  await start("--record record.json");
  await answers([
    [PAPER, "2", "Enter"],
    [RIGHT, "Enter"],
  ]);
  const screen = await terminal.shows(NEXT);
  expect(screen).toContain(LEAFLET);
  expect(screen).toContain("Record kept in record.json.");
  await leave();
  const rules = ["--rules", "tests/tables/parking.yaml"];
  expect(await run(["verify", join(folder, "record.json"), ...rules])).toMatchObject({ exitCode: 0 });
  await terminal.close();
  await start("--record record.json");
  expect(await terminal.shows("[exit 73]")).toContain(
    "record.json is there already; --force replaces it. Nothing was asked.",
  );
});
