import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { withPapers } from "../table/paper-table.js";
import { newFolder } from "./folder.js";
import { expectPrivate } from "./posix.js";
import { run } from "./run.js";

let folder: string;
beforeEach(() => {
  folder = newFolder();
  writeFileSync(join(folder, "rules.yaml"), withPapers);
});

const TOWN = ["--sheet", "ticket", "--issuer", "town", "--paid", "no", "--reference", "P7"];

const assess = (...args: readonly string[]) =>
  run(["assess", "--rules", "rules.yaml", ...TOWN, ...args], { cwd: folder });

/** They cannot be written. */
async function refuses(args: readonly string[], why: string): Promise<void> {
  const { exitCode, stdout, stderr } = await assess(...args);
  expect([exitCode, stdout, stderr]).toEqual([73, "", `error: ${why} No verdict was given.`]);
}

test("the papers of a case are written into a folder that is made for them, which only the user can read", async () => {
  const { exitCode, stdout, stderr } = await assess("--papers", "new/papers");
  expect([exitCode, stderr]).toEqual([
    0,
    "note: papers written to new/papers, which only you can read: objection.txt, notes.txt, receipt-letter.txt",
  ]);
  expect(stdout).toMatch(/^Pay the town by its day\n/);
  const papers = join(folder, "new/papers");
  expect(readdirSync(papers).sort()).toEqual(["notes.txt", "objection.txt", "receipt-letter.txt"]);
  expectPrivate(papers, 0o700);
  expectPrivate(join(papers, "notes.txt"));
  expect(readFileSync(join(papers, "objection.txt"), "utf8")).toMatch(/^Objection\n\nOur reference: P7\n/);
});

test.each([
  ["markdown", "md", /^# Objection\n/],
  ["html", "html", /^<!DOCTYPE html>\n<html lang="en-GB">/],
  ["json", "txt", /^Objection\n/],
])("in the format %s they are files that end in .%s", async (format, ending, beginning) => {
  const { exitCode } = await assess("--papers", "papers", "--format", format);
  expect(exitCode).toBe(0);
  expect(readFileSync(join(folder, `papers/objection.${ending}`), "utf8")).toMatch(beginning);
});

test("nothing is overwritten, nothing half-written, and no verdict is given where they cannot be written", async () => {
  await assess("--papers", "papers");
  for (const name of ["objection.txt", "receipt-letter.txt"]) rmSync(join(folder, "papers", name));
  writeFileSync(join(folder, "papers/notes.txt"), "mine");
  await refuses(["--papers", "papers"], "papers/notes.txt is there already; --force replaces it.");
  expect(readdirSync(join(folder, "papers"))).toEqual(["notes.txt"]);
  expect(readFileSync(join(folder, "papers/notes.txt"), "utf8")).toBe("mine");
  expect((await assess("--papers", "papers", "--force")).exitCode).toBe(0);
  expect(readFileSync(join(folder, "papers/notes.txt"), "utf8")).toMatch(/^Notes\n/);
});

test("what belongs to another case never stands beside the papers of this one, even where files are replaced", async () => {
  await assess("--papers", "papers");
  writeFileSync(join(folder, "papers/covering-letter.txt"), "of another case");
  await refuses(
    ["--papers", "papers", "--force"],
    "papers has something else in it, covering-letter.txt: name a folder that is new or empty.",
  );
});

test("standard output is no folder", async () => {
  const { exitCode, stderr } = await assess("--papers", "-");
  expect([exitCode, stderr]).toEqual([64, expect.stringContaining("Name a folder.")]);
  expect(existsSync(join(folder, "-"))).toBe(false);
});

test("a folder that is a file is no folder", async () => {
  await refuses(["--papers", "rules.yaml"], "rules.yaml is there already, and is no folder.");
});

test("one paper is shown in place of the answer, and the exit code is that of the verdict", async () => {
  const { exitCode, stdout } = await assess("--paper", "receipt-letter");
  expect([exitCode, stdout]).toEqual([0, "Letter with the money\n\nPaid by: ____________________________"]);
  const refer = await run(["assess", "--rules", "rules.yaml", "--sheet", "leaflet", "--paper", "notes"], {
    cwd: folder,
  });
  expect([refer.exitCode, String(refer.stdout).split("\n")[0]]).toEqual([31, "Notes"]);
  await assess("--paper", "notes", "--output", "notes.html");
  expect(readFileSync(join(folder, "notes.html"), "utf8")).toContain("<h1>Notes</h1>");
});

test.each<[string, readonly string[], string]>([
  [
    "is not offered",
    ["--issuer", "landlord", "--paper", "objection"],
    "error: The paper `objection` is not offered for this case. There is `notes`. No verdict was given.",
  ],
  [
    "is misspelt",
    ["--paper", "objecton"],
    "error: There is no paper `objecton`. Did you mean `objection`? No verdict was given.",
  ],
  [
    "is nothing like any",
    ["--paper", "toString"],
    "error: There is no paper `toString`. There is `objection`, `notes` or `receipt-letter`. No verdict was given.",
  ],
  [
    "needs no case",
    ["--paper", "windscreen"],
    "error: The paper `windscreen` needs no case: `order-triage paper windscreen` shows it. No verdict was given.",
  ],
  [
    "is to be data",
    ["--paper", "notes", "--format", "json"],
    "error: A paper has no format `json`. It has text, markdown or html.",
  ],
  [
    "is one, and all are wanted",
    ["--paper", "notes", "--papers", "papers"],
    "error: option '--paper <paper>' cannot be used with option '--papers <folder>'",
  ],
])("a paper that %s gives no verdict", async (_, args, told) => {
  const stated = args[0] === "--issuer" ? ["--sheet", "ticket"] : TOWN;
  const { exitCode, stdout, stderr } = await run(["assess", "--rules", "rules.yaml", ...stated, ...args], {
    cwd: folder,
  });
  expect([exitCode, stdout, String(stderr).split("\n")[0]]).toEqual([64, "", told]);
  expect(existsSync(join(folder, "papers"))).toBe(false);
});

test("a paper that needs no case is shown by itself", async () => {
  const paper = (...args: readonly string[]) => run(["paper", ...args, "--rules", "rules.yaml"], { cwd: folder });
  const { exitCode, stdout } = await paper("windscreen");
  expect([exitCode, stdout]).toEqual([
    0,
    "For the windscreen\n\nNever\n  [ ] Pay a leaflet.\n  [ ] My number: ____________________________",
  ]);
  expect([(await paper("windscren")).exitCode, (await paper("windscren")).stderr]).toEqual([
    64,
    "error: There is no paper `windscren`. Did you mean `windscreen`?",
  ]);
  expect((await paper("notes")).stderr).toBe(
    "error: The paper `notes` belongs to a case: `order-triage assess case.yaml --paper notes` shows it.",
  );
});

test("a table without papers has none, and says so", async () => {
  const bare = ["assess", "--rules", join(process.cwd(), "tests/tables/ferry.yaml"), "--vehicle", "none"];
  expect((await run([...bare, "--paper", "notes"])).stderr).toBe(
    "error: There is no paper `notes`. This table has none of that kind. No verdict was given.",
  );
  const { stderr } = await run([...bare, "--papers", "papers"], { cwd: folder });
  expect(stderr).toBe("note: no paper is offered for this case, and nothing was written to papers");
});

test("a change of a paper's words or of its condition is told by rules diff, and explained", async () => {
  const changed = withPapers
    .replace("Please look again.", "Please look twice.")
    .replace("when: { sheet: ticket, issuer: town }\n    sections", "when: { sheet: ticket }\n    sections");
  writeFileSync(join(folder, "new.yaml"), changed.replace('edition: "1"', 'edition: "2"'));
  const { stdout } = await run(["rules", "diff", "rules.yaml", "new.yaml"], { cwd: folder });
  expect(stdout).toContain("Paper objection");
  expect(stdout).toContain("no longer issuer: Who issued it? “The town”");
  expect(stdout).toContain("no longer “Please look again.”; now “Please look twice.”");
  const explained = await run(["explain", "objection", "--rules", "rules.yaml"], { cwd: folder });
  expect(explained.stdout).toContain("The place was paid for. (only where paid: Had you paid for the place? “Yes”)");
});

test("a fact that is renamed is followed into papers and forms", async () => {
  const form = `forms:\n  ticket-form:\n    title: Ticket\n    when: { issuer: town }\n    step: ask\n    has-to-say:\n      day: { says: It has a day., ask-for: the day, cite: [by-law-1] }\n\npapers:\n`;
  const old = withPapers.replace("papers:\n", form);
  writeFileSync(join(folder, "rules.yaml"), old);
  writeFileSync(join(folder, "new.yaml"), old.replaceAll("issuer", "sender"));
  const { exitCode, stdout, stderr } = await run(["rules", "diff", "rules.yaml", "new.yaml"], { cwd: folder });
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining("Fact sender is taken for the old issuer")]);
  expect(stdout).not.toContain("Form ticket-form");
  expect(stderr).not.toContain("error");
});
