import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { beforeEach, describe, expect, test } from "vitest";
import { newFolder } from "./folder.js";
import { onPosix } from "./posix.js";
import { run } from "./run.js";

const parking = readFileSync("tests/tables/parking.yaml", "utf8");
const built = readFileSync("rules.yaml", "utf8");
const edited = parking.replace('edition: "1"', 'edition: "2"').replace("A leaflet asks for", "A leaflet wants");
const paid = "title: Nobody pays twice\nfacts: { sheet: ticket, issuer: town, paid: yes, shown: yes }\n";

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
const stamp = (file: string, text: string, table: string): string =>
  `${file} (${table}, digest ${digest(text).slice(0, 12)})`;

const mine = stamp("rules.yaml", edited, "parking 2");
const other = stamp("other.yaml", parking, "parking 1");
const edition = /^ {2}edition: "(.*)"$/m.exec(built)?.[1];
const builtIn = stamp("built-in table", built, `england-wales ${edition}`);

/** The folder of somebody who keeps a table, another one and a case. */
let folder: string;
beforeEach(() => {
  folder = newFolder();
  put("rules.yaml", edited);
  put("other.yaml", parking);
  put("tests/cases/paid.yaml", `${paid}expect: { verdict: likely-unlawful }\n`);
});

function put(name: string, text: string): void {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), text);
}

async function said(...args: string[]) {
  const { exitCode, stdout, stderr } = await run(args, { cwd: folder });
  const [out, err] = [String(stdout), String(stderr)];
  return { exitCode, stdout: out, stderr: err, first: out.slice(0, out.search(/[:\n](?=\s)/)).replace(/\s+/g, " ") };
}

describe("the first line says which table it was", () => {
  const COMMANDS = ["check", "test", "table"];
  test.each(COMMANDS)("rules %s: the one of this folder, the one that is named, the built-in one", async (command) => {
    const words = (args: { readonly first: string }): string => args.first.replace(/^Rule table /, "");
    expect(words(await said("rules", command))).toBe(mine);
    expect(words(await said("rules", command, "--rules", "other.yaml"))).toBe(other);
    if (command !== "test") expect(words(await said("rules", command, "other.yaml"))).toBe(other);
    rmSync(join(folder, "rules.yaml"));
    put(
      "tests/cases/paid.yaml",
      "title: A place\nfacts: { records-held: scotland }\nexpect: { verdict: out-of-scope }\n",
    );
    expect(words(await said("rules", command))).toBe(builtIn);
  });

  test("of a check with problems too, and of a file that is no table without an edition", async () => {
    const broken = edited.replace("issuer: town, paid: no", "issuer: towm, paid: no");
    put("rules.yaml", broken);
    const check = await said("rules", "check");
    expect([check.exitCode, check.stdout.split("\n")[0]]).toEqual([60, stamp("rules.yaml", broken, "parking 2")]);
    expect(check.stdout).toMatch(/\nrules\.yaml: 1 error\. /);
    put("rules.yaml", "this is: not a table\n");
    const none = await said("rules", "check");
    expect(none.stdout.split("\n")[0]).toBe(`rules.yaml (digest ${digest("this is: not a table\n").slice(0, 12)})`);
  });

  test("in every format", async () => {
    const about = { table: "parking", edition: "2", digest: digest(edited) };
    const out = async (...args: string[]): Promise<string> => (await said("rules", ...args)).stdout;
    expect(await out("check", "--format", "markdown")).toMatch(
      /^# rules\.yaml \(parking 2, digest \w{12}\): 9 warnings\n/,
    );
    expect(JSON.parse(await out("check", "--format", "json"))).toMatchObject({ file: "rules.yaml", ...about });
    expect(JSON.parse(await out("check", "--format", "sarif")).runs[0].properties).toEqual({
      file: "rules.yaml",
      ...about,
    });
    expect(await out("check", "--format", "github")).toContain(`::notice title=rules check::${mine}: 9 warnings. `);
    expect(JSON.parse(await out("test", "--format", "json"))).toMatchObject({ rules: "rules.yaml", ...about });
    expect(await out("test", "--format", "junit")).toContain(`<property name="digest" value="${digest(edited)}"/>`);
    expect(JSON.parse(await out("test", "--suggest", "--format", "json"))).toMatchObject({
      rules: "rules.yaml",
      ...about,
    });
    expect(await out("test", "--suggest")).toMatch(/^# rules\.yaml \(parking 2, digest \w{12}\): \d+ cases missing\n/);
    expect(JSON.parse(await out("table", "--format", "json"))).toMatchObject({
      file: "rules.yaml",
      digest: about.digest,
    });
    expect(await out("table", "--format", "html")).toContain(`<h1>Rule table ${mine}</h1>`);
    expect(await out("table", "--format", "sql")).toContain(
      `-- Rule table ${mine}, as one SQL expression for DuckDB.\n`,
    );
    const { old, new: next } = JSON.parse(await out("diff", "other.yaml", "--format", "json"));
    expect([old, next]).toMatchObject([
      { name: "other.yaml", digest: digest(parking) },
      { name: "rules.yaml", ...about },
    ]);
  });
});

describe("a rules.yaml that cannot be used is told of, and never passed over for the built-in table", () => {
  test.each<[string, () => void, RegExp]>([
    ["no table", () => put("rules.yaml", "this is: not a table\n"), /unknown field `this is`|OT20/],
    ["empty", () => put("rules.yaml", ""), /OT104/],
    ["a folder", () => mkdirSync(join(folder, "rules.yaml")), /rules\.yaml: this is a folder, not a file/],
  ])("%s", async (_, lay, sentence) => {
    await expectTold(lay, sentence);
  });

  test.runIf(onPosix)("a link that leads nowhere", async () => {
    await expectTold(() => symlinkSync("gone.yaml", join(folder, "rules.yaml")), /there is no such file/);
  });

  async function expectTold(lay: () => void, sentence: RegExp): Promise<void> {
    rmSync(join(folder, "rules.yaml"));
    lay();
    for (const command of ["test", "table", "check"]) {
      const { exitCode, stdout, stderr } = await said("rules", command);
      expect(stdout + stderr).toMatch(sentence);
      expect(stdout).not.toMatch(/built-in|no problems|as expected/);
      // a check of a text is an answer of its own
      expect([command, exitCode]).toEqual([command, command === "check" && stdout !== "" ? 60 : 78]);
    }
    const diff = await said("rules", "diff", "other.yaml");
    expect([diff.exitCode === 78 || diff.exitCode === 66, diff.stdout]).toEqual([true, ""]);
  }
});

describe("two tables that are named", () => {
  test.each([["check"], ["table"]])("rules %s refuses them where they differ", async (command) => {
    const two = await said("rules", command, "other.yaml", "--rules", "rules.yaml");
    expect([two.exitCode, two.stdout]).toEqual([64, ""]);
    expect(two.stderr).toBe("error: two tables are named, other.yaml and, by --rules, rules.yaml: keep one");
    expect((await said("rules", command, "./other.yaml", "--rules", "other.yaml")).exitCode).toBe(0);
  });

  test("rules diff refuses a third, and compares with the one that is named", async () => {
    put("third.yaml", parking);
    const third = await said("rules", "diff", "other.yaml", "rules.yaml", "--rules", "third.yaml");
    expect([third.exitCode, third.stdout]).toEqual([64, ""]);
    expect(third.stderr).toContain("--rules names a third file, third.yaml: leave it out.");
    const named = await said("rules", "diff", "rules.yaml", "--rules", "other.yaml");
    expect(named.stdout.replace(/\s+/g, " ")).toContain(`${mine} → ${other}: `);
    const days = ["--as-of", "2026-01-01", "--as-of", "2026-11-22"];
    const dated = await said("rules", "diff", "rules.yaml", "--rules", "other.yaml", ...days);
    expect(dated.stdout.replace(/\s+/g, " ")).toContain(`${mine} → ${other}, 1 January 2026 → `);
  });
});

describe("rules diff with a revision", () => {
  const git = (...args: string[]) => {
    const author = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"];
    const env = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
    return execa("git", [...author, ...args], { cwd: folder, env });
  };
  beforeEach(async () => {
    put("rules.yaml", parking);
    put("law/rules.yaml", parking);
    put("law/built.yaml", built.replace("seek discharge, contact MDO", "seek Discharge, contact MDO"));
    await git("init", "--quiet");
    await git("add", ".");
    await git("commit", "--quiet", "--message", "first");
    put("rules.yaml", edited);
    put("law/rules.yaml", edited);
  });

  test("asks the repository of this folder for the table in front", async () => {
    const { exitCode, stdout } = await said("rules", "diff", "HEAD");
    const before = stamp("rules.yaml at HEAD", parking, "parking 1");
    expect([exitCode, stdout.replace(/\s+/g, " ")]).toEqual([0, expect.stringContaining(`${before} → ${mine}: `)]);
  });

  test("is of the table that is named, on both sides", async () => {
    const { stdout } = await said("rules", "diff", "HEAD", "HEAD", "--rules", "law/rules.yaml");
    expect(stdout).toMatch(/^law\/rules\.yaml at HEAD \(parking 1, digest \w{12}\): everything decided as\sbefore/);
    const file = await said("rules", "diff", "HEAD", "other.yaml", "--rules", "law/rules.yaml");
    expect(file.stdout.replace(/\s+/g, " ")).toMatch(/^law\/rules\.yaml at HEAD \(.*\) → other\.yaml \(/);
  });

  test("is not of the built-in table", async () => {
    rmSync(join(folder, "rules.yaml"));
    const { exitCode, stdout, stderr } = await said("rules", "diff", "HEAD");
    expect([exitCode, stdout]).toEqual([66, ""]);
    expect(stderr).toContain("A revision would be of rules.yaml, which is not in this folder");
    expect(stderr).toContain("name your table with --rules");
    const named = await said("rules", "diff", "HEAD:law/built.yaml");
    expect(named.stdout.replace(/\s+/g, " ")).toContain(`→ ${builtIn}: `);
  });
});

test("the folder one is in does not change the law for whoever has a paper in hand", async () => {
  put("rules.yaml", "this is: not a table\n");
  put("case.yaml", "facts: { records-held: scotland }\n");
  for (const args of [
    ["assess", "case.yaml"],
    ["batch", "case.yaml"],
    ["explain", "refer"],
    ["schema", "case"],
  ]) {
    const { exitCode, stdout } = await said(...args);
    expect([args, exitCode]).toEqual([args, ["assess", "batch"].includes(args[0] as string) ? 50 : 0]);
    expect(stdout).not.toBe("");
  }
});
