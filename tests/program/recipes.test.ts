import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { newFolder } from "./folder.js";
import { onPosix } from "./posix.js";
import { program } from "./run.js";

const recipes = readFileSync("docs/for-your-repository.md", "utf8");

/** The block of the document in which these words stand. */
function block(words: string): string {
  const blocks = [...recipes.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, text]) => text as string);
  const found = blocks.filter((text) => text.includes(words));
  if (found.length !== 1) throw new Error(`not in one block: ${words}`);
  return found[0] as string;
}

const sound = {
  from: "    verdict: refer\n    headline: A leaflet asks for nothing\n    because: A leaflet is not a ticket.\n    cite: []",
  to: "    verdict: likely-unlawful\n    headline: Object to a leaflet\n    because: Nobody may put leaflets there.\n    cite: [by-law-1]",
};
const broken = { from: "issuer: town, paid: no }", to: "issuer: towm, paid: no }" };
const unexpected = {
  from: "verdict: appears-lawful\n    headline: Pay the town by its day",
  to: "verdict: refer\n    headline: Ask about the town's ticket",
};

/** The folder of somebody who has order-triage installed, a rule table and a case, all committed and pushed. */
let home: string;
let repository: string;
beforeEach(async () => {
  home = newFolder();
  repository = join(home, "repository");
  mkdirSync(join(repository, "tests/cases"), { recursive: true });
  mkdirSync(join(home, "bin"));
  symlinkSync(program, join(home, "bin/order-triage"));
  writeFileSync(
    join(home, "bin/npx"),
    '#!/bin/sh\n[ "$1 $2 $3" = "--no -- order-triage" ] || exit 127\nshift 2\nexec "$@"\n',
    { mode: 0o755 },
  );
  copyFileSync("tests/tables/parking.yaml", join(repository, "rules.yaml"));
  writeFileSync(
    join(repository, "tests/cases/ticket.yaml"),
    "title: Who has not paid the town pays now\nfacts: { sheet: ticket, issuer: town, paid: no }\nexpect: { verdict: appears-lawful }\n",
  );
  await git("init", "--quiet", "--initial-branch", "main");
  await git("add", ".");
  expect((await git("commit", "--quiet", "--message", "first")).exitCode).toBe(0);
  await git("update-ref", "refs/remotes/origin/main", "HEAD");
});

/** Nothing of the settings of this machine or of a git that runs these tests reaches the recipes. */
function environment(): Record<string, string> {
  const who = { NAME: "A. Lawyer", EMAIL: "lawyer@example.org" };
  return {
    PATH: [join(home, "bin"), process.env["PATH"]].join(delimiter),
    HOME: home,
    GIT_CONFIG_NOSYSTEM: "1",
    ...Object.fromEntries(
      ["AUTHOR", "COMMITTER"].flatMap((role) =>
        Object.entries(who).map(([what, value]) => [`GIT_${role}_${what}`, value]),
      ),
    ),
    GITHUB_BASE_REF: "main",
    GITHUB_STEP_SUMMARY: join(home, "summary.md"),
  };
}

function shell(script: string) {
  return execa("bash", ["-e", "-o", "pipefail", "-c", script], {
    cwd: repository,
    env: environment(),
    extendEnv: false,
    reject: false,
    all: true,
    stdin: "ignore",
  });
}

function git(...args: string[]) {
  return execa("git", args, { cwd: repository, env: environment(), extendEnv: false, reject: false, all: true });
}

function edit({ from, to }: { readonly from: string; readonly to: string }): void {
  const path = join(repository, "rules.yaml");
  const text = readFileSync(path, "utf8");
  expect(text.split(from).length).toBe(2);
  writeFileSync(path, text.replace(from, to));
}

describe.runIf(onPosix)("the hook without pre-commit", () => {
  beforeEach(() => {
    writeFileSync(join(repository, ".git/hooks/pre-commit"), block("#!/bin/sh"), { mode: 0o755 });
  });
  const commit = () => git("commit", "--all", "--quiet", "--message", "an edit");

  test("refuses a table with a fault, and says what it is", async () => {
    edit(broken);
    const { exitCode, all } = await commit();
    expect(all).toContain("did you mean `town`?");
    expect(exitCode).toBe(1);
  });

  test("lets a sound table pass", async () => {
    edit(sound);
    expect((await commit()).exitCode).toBe(0);
  });

  test("looks at what is committed, not at what is in the folder", async () => {
    edit(sound);
    await git("add", "rules.yaml");
    edit(broken);
    expect((await git("commit", "--quiet", "--message", "an edit")).exitCode).toBe(0);
    await git("add", "rules.yaml");
    await git("restore", "--source", "HEAD", "rules.yaml");
    expect((await git("commit", "--quiet", "--message", "another")).exitCode).toBe(1);
  });

  test("lets other files pass, and no table be taken away", async () => {
    writeFileSync(join(repository, "notes.txt"), "towm\n");
    await git("add", "notes.txt");
    expect((await git("commit", "--quiet", "--message", "a note")).exitCode).toBe(0);
    await git("rm", "--quiet", "rules.yaml");
    expect((await git("commit", "--quiet", "--message", "no table")).exitCode).toBe(1);
  });
});

describe.runIf(onPosix)("the hook for pre-commit", () => {
  interface Hook {
    readonly id: string;
    readonly entry: string;
    readonly language: string;
    readonly files: string;
  }
  const [ours] = parse(readFileSync(".pre-commit-hooks.yaml", "utf8")) as [Hook];
  const [local] = parse(block("repo: local")).repos[0].hooks as [Hook];

  /** As pre-commit does: the changed files whose names fit are put behind the entry; where none fits, nothing runs. */
  async function runHook({ entry, files }: Hook): Promise<number | undefined> {
    const { stdout } = await git("diff", "--name-only", "HEAD");
    const fitting = stdout.split("\n").filter((name) => name !== "" && new RegExp(files).test(name));
    return fitting.length === 0 ? 0 : (await shell(`${entry} ${fitting.join(" ")}`)).exitCode;
  }

  test.each([
    ["the one in the document", local],
    ["the one of this repository", ours],
  ])("%s refuses a fault, lets a sound table pass, and heeds no other file", async (_, hook) => {
    writeFileSync(join(repository, "tests/cases/ticket.yaml"), "no case\n");
    expect(await runHook(hook)).toBe(0);
    edit(sound);
    expect(await runHook(hook)).toBe(0);
    edit(broken);
    expect(await runHook(hook)).toBe(60);
  });

  test("can be installed from this repository: of what `npm pack` prints, pre-commit takes every line for the package's name", () => {
    expect(readFileSync(".npmrc", "utf8")).toContain("foreground-scripts=false");
  });

  test("is the same hook in both places", () => {
    expect(ours).toMatchObject({ id: local.id, files: local.files, entry: local.entry.replace("npx --no -- ", "") });
  });
});

describe.runIf(onPosix)("the recipe for GitHub Actions", () => {
  const steps = parse(block("runs-on:")).jobs.rules.steps as { readonly run?: string }[];
  const lines = steps.flatMap(({ run }) => (run === undefined || run === "npm ci" ? [] : [run]));

  /** The exit code of each line; as on the real thing, the first that fails is the last to be run. */
  async function runSteps(): Promise<(number | undefined)[]> {
    const codes: (number | undefined)[] = [];
    for (const line of lines) {
      const { exitCode } = await shell(line);
      codes.push(exitCode);
      if (exitCode !== 0) break;
    }
    return codes;
  }
  const summary = (): string => readFileSync(join(home, "summary.md"), "utf8");

  test("passes a sound table, with what it changes in the summary", async () => {
    edit(sound);
    expect(await runSteps()).toEqual([0, 0, 0]);
    expect(summary()).toMatch(
      /^# rules\.yaml at origin\/main \(parking 1, digest \w{12}\) → rules\.yaml \(parking 1, digest \w{12}\): 6 situations decided differently$/m,
    );
    expect(summary()).toContain("leaflet");
    expect(readFileSync(join(repository, "junit.xml"), "utf8")).toContain("Who has not paid the town pays now");
  });

  test("fails a table with a fault, at its line", async () => {
    edit(broken);
    expect(await runSteps()).toEqual([60]);
    expect((await shell(lines[0] as string)).all).toMatch(/^::error file=rules\.yaml,line=\d+.*towm/m);
    expect(existsSync(join(home, "summary.md"))).toBe(false);
  });

  test("fails a table that breaks a case, after what it changes has been put into the summary", async () => {
    edit(unexpected);
    expect(await runSteps()).toEqual([0, 0, 60]);
    expect(summary()).toContain("town-ticket-unpaid");
  });
});

describe.runIf(onPosix)("the first lines for the editor", () => {
  test("name a schema that the package has, and one that is made as the document says", async () => {
    const [, path] = /node_modules\/order-triage\/(\S+)/.exec(block("rules-1.schema.json")) ?? [];
    expect(existsSync(path as string)).toBe(true);
    expect((await shell(block("schema case"))).exitCode).toBe(0);
    const [, made] = /schema=(\S+)/.exec(block("$schema=../case.schema.json")) ?? [];
    const schema = JSON.parse(readFileSync(join(repository, "tests/cases", made as string), "utf8"));
    expect(Object.keys(schema.properties.facts.properties)).toEqual(["sheet", "issuer", "paid", "shown"]);
  });
});
