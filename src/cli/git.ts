import { existsSync } from "node:fs";
import { basename, dirname } from "node:path";
import { execa } from "execa";
import type { FileRead } from "../commands/io.js";

/** Reads a file as it was in a git revision; see `ReadRevision`. Nothing is written, and nothing fetched. */
export async function readRevision(revision: string, path: string, limit: number): Promise<FileRead> {
  // git would take it for an option; no revision can begin so
  if (revision === "" || revision.startsWith("-")) return refuse(`\`${revision}\` is not a revision either.`);
  const asked = revision.includes(":") ? asWritten(revision) : besides(revision, path);
  if (!existsSync(asked.folder)) return refuse(`There is no folder ${asked.folder} to ask git about.`);
  const object = `${asked.revision}:${asked.path}`;
  const { stdout, exitCode, failed, isMaxBuffer, code } = await git(asked.folder, ["cat-file", "blob", object], limit);
  if (exitCode === 0 || isMaxBuffer) return { ok: true, name: asked.name, bytes: stdout };
  if (failed && code === "ENOENT") return refuse("As a revision it cannot be read: git is not installed here.");
  return refuse(await reason(asked));
}

interface Asked {
  readonly folder: string;
  readonly revision: string;
  /** As git takes it: from the top of the repository, or with `./` from the folder. */
  readonly path: string;
  readonly name: string;
}

function asWritten(written: string): Asked {
  const colon = written.indexOf(":");
  const [revision, path] = [written.slice(0, colon), written.slice(colon + 1)];
  const at = revision === "" ? "the index" : revision;
  return { folder: process.cwd(), revision, path, name: `${withoutDot(path)} at ${at}` };
}

function besides(revision: string, path: string): Asked {
  return { folder: dirname(path), revision, path: `./${basename(path)}`, name: `${path} at ${revision}` };
}

async function reason({ folder, revision, path }: Asked): Promise<string> {
  const inside = await git(folder, ["rev-parse", "--git-dir"]);
  if (inside.exitCode !== 0) return unusable(folder, Buffer.from(inside.stderr).toString());
  const known = await git(folder, ["rev-parse", "--verify", "--quiet", `${revision}^{tree}`]);
  if (revision !== "" && known.exitCode !== 0) return `Git knows no revision \`${revision}\`.`;
  return `Git knows the revision, but no file ${withoutDot(path)} in it.`;
}

function withoutDot(path: string): string {
  return path.replace(/^\.\//, "");
}

function unusable(folder: string, said: string): string {
  const why = said.includes("not a git repository")
    ? `${folder} is not in a git repository`
    : `git says: ${said.split("\n")[0]}`;
  return `As a revision it cannot be read: ${why}.`;
}

const MESSAGE = 64 * 1024;

/** Runs git, without a shell, and without fetching what a partial clone leaves out. */
function git(folder: string, args: readonly string[], limit = MESSAGE) {
  return execa("git", args, {
    cwd: folder,
    env: { LC_ALL: "C", GIT_NO_LAZY_FETCH: "1", GIT_OPTIONAL_LOCKS: "0" },
    encoding: "buffer",
    stripFinalNewline: false,
    stdin: "ignore",
    maxBuffer: limit + 1,
    reject: false,
  });
}

function refuse(why: string): FileRead {
  return { ok: false, why };
}
