import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { execa } from "execa";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readRevision } from "../../src/cli/system/git.js";
import { newFolder } from "./folder.js";
import { onPosix } from "./posix.js";

const { PATH } = process.env;
const LIMIT = 1000;
const TEXT = "table: {}\n";
const REVISIONS = ["HEAD", "HEAD:rules.yaml", ":rules.yaml", ":/first", ":none", "none", "HEAD:gone.yaml"];

/** A repository that somebody else has set up. What it should like to run leaves a mark. */
let repository: string;
const mark = (): string => join(repository, "mark");
const leavesMark = (): string => join(repository, "leaves-mark");
beforeEach(async () => {
  repository = newFolder();
  writeFileSync(leavesMark(), `#!/bin/sh\necho run >> '${mark()}'\n`, { mode: 0o755 });
  writeFileSync(join(repository, "rules.yaml"), TEXT);
  writeFileSync(join(repository, "gone.yaml"), "gone\n");
  writeFileSync(join(repository, ".gitattributes"), "* diff=own filter=own\n");
  await git("init", "--quiet");
  await git("add", "rules.yaml", "gone.yaml", ".gitattributes");
  await git("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "commit", "--quiet", "-m", "first");
  process.chdir(repository);
});
const home = process.cwd();
afterEach(() => {
  process.env["PATH"] = PATH;
  process.chdir(home);
});

async function git(...args: string[]): Promise<string> {
  const env = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1", PATH };
  return (await execa("git", args, { cwd: repository, env })).stdout;
}

async function readAll(): Promise<void> {
  for (const revision of REVISIONS) await readRevision(revision, join(repository, "rules.yaml"), LIMIT);
}

test.each([
  "core.fsmonitor",
  "core.pager",
  "pager.cat-file",
  "core.editor",
  "core.gitProxy",
  "core.alternateRefsCommand",
  "gpg.program",
  "diff.external",
  "diff.own.command",
  "diff.own.textconv",
  "filter.own.smudge",
  "filter.own.clean",
  "filter.own.process",
  "alias.cat-file",
  "credential.helper",
  "uploadpack.packObjectsHook",
])("what a repository names as its %s is not run", async (setting) => {
  await git("config", setting, setting.startsWith("alias") ? `!${leavesMark()}` : leavesMark());
  await readAll();
  expect(existsSync(mark())).toBe(false);
});

test("nor is a hook", async () => {
  mkdirSync(join(repository, "hooks"));
  for (const hook of ["post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman"])
    copyFileSync(leavesMark(), join(repository, "hooks", hook));
  await git("config", "core.hooksPath", join(repository, "hooks"));
  await readAll();
  expect(existsSync(mark())).toBe(false);
});

test.each([
  ["a program", (): string => `ext::${leavesMark()}`],
  ["another computer", (): string => "somebody@example.invalid:rules"],
])("nor is anything fetched through %s that the repository leaves out", async (_, url) => {
  const blob = await git("rev-parse", "HEAD:gone.yaml");
  rmSync(join(repository, ".git/objects", blob.slice(0, 2), blob.slice(2)));
  const settings = {
    "core.repositoryformatversion": "1",
    "core.sshCommand": leavesMark(),
    "extensions.partialClone": "origin",
    "protocol.ext.allow": "always",
    "protocol.ssh.allow": "always",
    "remote.origin.promisor": "true",
    "remote.origin.url": url(),
  };
  for (const [name, value] of Object.entries(settings)) await git("config", name, value);
  await readAll();
  expect(existsSync(mark())).toBe(false);
});

test.each(["", ".", "./"])("a git that lies in the folder is not run where the search path has %j", async (folder) => {
  copyFileSync(leavesMark(), join(repository, "git"));
  process.env["PATH"] = [folder, PATH].join(delimiter);
  expect(await readRevision("HEAD", "rules.yaml", LIMIT)).toMatchObject({ ok: true, bytes: Buffer.from(TEXT) });
  expect(existsSync(mark())).toBe(false);
});

test("a folder, and a file that may not be run, are not taken for git", async () => {
  mkdirSync(join(repository, "a/git"), { recursive: true });
  mkdirSync(join(repository, "b"));
  writeFileSync(join(repository, "b/git"), "", { mode: 0o644 });
  process.env["PATH"] = [join(repository, "a"), join(repository, "b"), PATH].join(delimiter);
  expect(await readRevision("HEAD", "rules.yaml", LIMIT)).toMatchObject({ ok: true });
});

test.runIf(onPosix).each([
  ["exit 3", "git fails without a word"],
  ["printf 'fatal: no\\r\\nmore\\n' >&2; exit 128", "git says: fatal: no"],
])("a git that does nothing but `%s`", async (script, said) => {
  mkdirSync(join(repository, "bin"));
  writeFileSync(join(repository, "bin/git"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  process.env["PATH"] = [join(repository, "bin"), PATH].join(delimiter);
  const why = `As a revision it cannot be read: ${said}.`;
  expect(await readRevision("HEAD", "rules.yaml", LIMIT)).toEqual({ ok: false, why });
});

test("no more is read than is asked for, and one byte", async () => {
  expect(await readRevision("HEAD", "rules.yaml", 4)).toMatchObject({ ok: true, bytes: Buffer.from("table") });
});

test("a checkout on Windows has the same bytes, so that a table has the same digest", async () => {
  const checkout = newFolder();
  const paths = [".gitattributes", "rules.yaml", "tests/batch/register.csv", "tests/tables/parking.yaml"];
  for (const path of paths) {
    mkdirSync(dirname(join(checkout, path)), { recursive: true });
    copyFileSync(join(home, path), join(checkout, path));
  }
  const gitThere = (...args: string[]) => execa("git", ["-c", "core.autocrlf=true", ...args], { cwd: checkout });
  await gitThere("init", "--quiet");
  await gitThere("add", ".");
  for (const path of paths) rmSync(join(checkout, path));
  await gitThere("checkout-index", "--all");
  for (const path of paths) expect(readFileSync(join(checkout, path))).toEqual(readFileSync(join(home, path)));
});
