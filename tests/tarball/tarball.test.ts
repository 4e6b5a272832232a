import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { brokenLinks, markdownIn } from "../docs/links.js";
import { matches, replaysIn } from "../recorded/transcript.js";

const parking = readFileSync("tests/tables/parking.yaml", "utf8");
const edited = parking.replace('edition: "1"', 'edition: "2"').replace("A leaflet asks for", "A leaflet wants");

/** A folder with nothing but what `npm install` of the packed program puts there. */
let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "order-triage-"));
  await execa("npm", ["pack", "--ignore-scripts", "--pack-destination", home]);
  const [packed = ""] = readdirSync(home);
  writeFileSync(join(home, "package.json"), '{ "private": true }\n');
  await execa("npm", ["install", "--offline", "--no-audit", "--no-fund", `./${packed}`], { cwd: home });
}, 300_000);

function shell(script: string, cwd: string) {
  const path = [join(home, "node_modules/.bin"), process.env["PATH"]].join(delimiter);
  const env = { PATH: path, NO_COLOR: "1", GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  return execa("bash", ["-e", "-c", script], { cwd, env, reject: false, all: true, stdin: "ignore" });
}

describe("what the documents show", () => {
  const documents = ["README.md", ...markdownIn("docs").map((name) => join("docs", name))];
  const shown = documents.flatMap((document) => replaysIn(readFileSync(document, "utf8")));
  /** Whether a command needs nothing of the repository: no file of it, and no script of npm's. */
  const isOfTheProgram = (command: string): boolean =>
    !/\bnpm\b/.test(command) &&
    !command.split(/[\s<>|'"]+/).some((word) => word.length > 1 && existsSync(word) && !word.startsWith("/"));
  const replays = shown.filter(({ command }) => isOfTheProgram(command));

  test("can be tried: some of it needs no repository", () => {
    expect(replays.length).toBeGreaterThan(3);
  });

  test("is in the package, and every link of it leads to something there", () => {
    const installed = join(home, "node_modules/order-triage");
    expect(markdownIn(installed)).toEqual(expect.arrayContaining(documents));
    expect(brokenLinks(installed)).toEqual([]);
  });

  test.each(replays)("$ $command", async ({ command, expected, exitCode }) => {
    const result = await shell(command, home);
    // there is no table in this folder
    const shown = expected.replace(/^rules\.yaml(?= \()/, "built-in table");
    if (!matches(shown, result.all.trimEnd())) expect(result.all).toBe(shown);
    expect(result.exitCode).toBe(exitCode);
  });
});

describe("the library", () => {
  test.each([
    ["import", 'import { assess, readCase, shippedTable } from "order-triage";'],
    ["require", 'const { assess, readCase, shippedTable } = require("order-triage");'],
  ])("answers as the program does, with the table it brings: by %s", async (by, taken) => {
    const script = `${taken}
      const table = shippedTable();
      const given = readCase({ name: "case", text: '{ "facts": { "records-held": "scotland" } }' }, table);
      process.stdout.write(JSON.stringify(assess(table, given.value, "2026-11-22").value, null, 2) + "\\n");`;
    const program = "order-triage assess --records-held scotland --as-of 2026-11-22 --format json";
    const kind = by === "import" ? "module" : "commonjs";
    const library = await execa("node", [`--input-type=${kind}`, "--eval", script], { cwd: home });
    expect(library.stderr).toBe("");
    expect(JSON.parse(library.stdout)).toEqual(JSON.parse((await shell(program, home)).stdout));
  });
});

describe("the types", () => {
  const [, example] = /^```ts\n(.*?)^```$/ms.exec(readFileSync("README.md", "utf8")) as unknown as [string, string];
  const consumer = `${example}
    const known: import("order-triage").Verdict = "cannot-say";
    // @ts-expect-error where no types are found, anything goes
    const unknown: import("order-triage").Verdict = "perhaps";
    console.log(known, unknown);`;
  const AS_MODULE_AND_AS_SCRIPT = ["consumer.mts", "consumer.cts"];

  const MODULES = { node10: "commonjs", node16: "node16", nodenext: "nodenext", bundler: "esnext" } as const;
  // the oldest compiler that is promised, and the one of the house, which knows no node10
  const COMPILERS = {
    "typescript-5.4": ["node10", "node16", "bundler"],
    typescript: ["node16", "nodenext", "bundler"],
  };
  const ways = Object.entries(COMPILERS).flatMap(([compiler, resolutions]) =>
    resolutions.map((one) => [compiler, one]),
  );

  test.each(ways)("are found and sound: %s, moduleResolution %s", async (compiler, moduleResolution) => {
    const module = MODULES[moduleResolution as keyof typeof MODULES];
    const folder = mkdtempSync(join(home, "types-"));
    for (const file of AS_MODULE_AND_AS_SCRIPT) writeFileSync(join(folder, file), consumer);
    // nothing of Node's, and the declarations of the package are checked themselves
    const strict = { noEmit: true, strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, types: [] };
    const compilerOptions = { ...strict, target: "es2022", lib: ["es2022", "dom"], module, moduleResolution };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: AS_MODULE_AND_AS_SCRIPT }));
    const tsc = join(process.cwd(), "node_modules", compiler, "bin/tsc");
    const { all } = await execa(process.execPath, [tsc, "-p", folder], { reject: false, all: true });
    expect(all).toBe("");
  });
});

describe("the workshop beside a table of one's own", () => {
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(home, "own-"));
    mkdirSync(join(folder, "tests/cases"), { recursive: true });
    writeFileSync(join(folder, "rules.yaml"), parking);
    writeFileSync(
      join(folder, "tests/cases/leaflet.yaml"),
      "title: A leaflet asks for nothing\nfacts: { sheet: leaflet }\nexpect: { verdict: refer }\n",
    );
    const author = "-c user.name=Somebody -c user.email=somebody@example.org";
    const made = await shell(`git init -q; git add .; git ${author} commit -qm first`, folder);
    expect([made.exitCode, made.all]).toEqual([0, ""]);
    writeFileSync(join(folder, "rules.yaml"), edited);
  });
  const mine = /^(Rule table )?rules\.yaml \(parking 2, digest [\da-f]{12}\)/;

  test.each(["check", "test", "table"])("`rules %s` works on it, and says so", async (command) => {
    const { exitCode, all } = await shell(`npx --no -- order-triage rules ${command}`, folder);
    expect([exitCode, all]).toEqual([0, expect.stringMatching(mine)]);
    writeFileSync(join(folder, "rules.yaml"), edited.replace("verdict: refer", "verdict: perhaps"));
    const broken = await shell(`order-triage rules ${command}`, folder);
    expect([broken.exitCode, broken.all]).toEqual([command === "check" ? 60 : 78, expect.stringContaining("perhaps")]);
  });

  test("`rules diff HEAD` compares it with what was committed", async () => {
    const { exitCode, all } = await shell("order-triage rules diff HEAD", folder);
    expect(exitCode).toBe(0);
    expect(all.replace(/\s+/g, " ")).toMatch(
      /^rules\.yaml at HEAD \(parking 1, digest \w{12}\) → rules\.yaml \(parking 2, digest \w{12}\): 6 situations decided differently/,
    );
  });

  test("an answer does not go by it", async () => {
    const { exitCode, all } = await shell("order-triage assess --records-held scotland", folder);
    expect([exitCode, all]).toEqual([50, expect.stringContaining("Rules england-wales ")]);
  });
});
