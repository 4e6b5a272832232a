import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { FileRead } from "../../commands/io.js";
import { currentFolder } from "./current-folder.js";
import { findProgram } from "./find-program.js";

/** No revision can begin so: git would take the one for an option, and the other is a path on Windows. */
const NO_REVISION = /^(-|[a-z]:[\\/]|$)/i;

/** Reads a file as it was in a git revision; see `ReadRevision`. Nothing is written, and nothing fetched. */
export async function readRevision(revision: string, path: string, limit: number): Promise<FileRead> {
  if (NO_REVISION.test(revision)) return refuse(`\`${revision}\` is not a revision either.`);
  const program = findProgram("git");
  if (program === undefined) return refuse("As a revision it cannot be read: git is not installed here.");
  const here = currentFolder();
  if (here === undefined) return refuse("The folder you are in has been removed.");
  const asked = revision.includes(":") ? asWritten(revision, here) : besides(revision, path);
  if (!existsSync(asked.folder)) return refuse(`There is no folder ${asked.folder} to ask git about.`);
  const git = gitIn(program, asked.folder);
  const object = await git(["cat-file", "blob", `${asked.revision}:${asked.path}`], limit);
  if (object.isWhole || object.isTooLong) return { ok: true, name: asked.name, bytes: object.stdout };
  return refuse(await reason(git, asked));
}

interface Asked {
  readonly folder: string;
  readonly revision: string;
  /** As git takes it: from the top of the repository, or with `./` from the folder. */
  readonly path: string;
  readonly name: string;
}

function asWritten(written: string, folder: string): Asked {
  const colon = written.indexOf(":");
  const [revision, path] = [written.slice(0, colon), written.slice(colon + 1)];
  const at = revision === "" ? "the index" : revision;
  return { folder, revision, path, name: `${withoutDot(path)} at ${at}` };
}

function besides(revision: string, path: string): Asked {
  return { folder: dirname(path), revision, path: `./${basename(path)}`, name: `${path} at ${revision}` };
}

async function reason(git: Git, { folder, revision, path }: Asked): Promise<string> {
  const inside = await git(["rev-parse", "--git-dir"]);
  if (!inside.isWhole) return unusable(folder, inside.stderr.toString());
  const known = await git(["rev-parse", "--verify", "--quiet", `${revision}^{tree}`]);
  if (revision !== "" && !known.isWhole) return `Git knows no revision \`${revision}\`.`;
  return `Git knows the revision, but no file ${withoutDot(path)} in it.`;
}

function withoutDot(path: string): string {
  return path.replace(/^\.\//, "");
}

function unusable(folder: string, said: string): string {
  const [first = ""] = said.trim().split(/\r?\n/);
  const saying = first === "" ? "git fails without a word" : `git says: ${first}`;
  const why = said.includes("not a git repository") ? `${folder} is not in a git repository` : saying;
  return `As a revision it cannot be read: ${why}.`;
}

/** What git wrote, and how it ended. */
interface Said {
  readonly isWhole: boolean;
  readonly isTooLong: boolean;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

type Git = (args: readonly string[], limit?: number) => Promise<Said>;

const MESSAGE = 64 * 1024;

/** Whatever a repository's own settings name, nothing else is run for it, and nothing fetched that was left out of it. */
const ALONE = ["--no-pager", "-c", "core.fsmonitor=false"];
const LOCAL = { LC_ALL: "C", GIT_NO_LAZY_FETCH: "1", GIT_ALLOW_PROTOCOL: "none", GIT_OPTIONAL_LOCKS: "0" };

/** Runs git in a folder, without a shell. */
function gitIn(program: string, folder: string): Git {
  return (args, limit = MESSAGE) =>
    new Promise((resolve) => {
      const options = {
        cwd: folder,
        env: { ...process.env, ...LOCAL },
        encoding: "buffer",
        maxBuffer: limit + 1,
      } as const;
      execFile(program, [...ALONE, ...args], options, (error, stdout, stderr) => {
        const isTooLong = error?.code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER";
        resolve({ isWhole: error === null, isTooLong, stdout, stderr });
      }).stdin?.end();
    });
}

function refuse(why: string): FileRead {
  return { ok: false, why };
}
