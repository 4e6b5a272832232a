import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { build } from "esbuild";
import { execa } from "execa";
import { PackageURL } from "packageurl-js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { headOf } from "../../src/cli/system/stored/rules.js";

const EXAMPLE = join(process.cwd(), "examples/pre-charge-production-order.yaml");

/** A copy of the built package. */
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "order-triage-"));
  take("bin", "dist", "rules.yaml");
});
afterEach(() => rmSync(home, { recursive: true }));

function take(...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    cpSync(path, join(home, path), { recursive: true });
  }
}

function change(path: string, from: string | RegExp, to: string): void {
  const before = readFileSync(join(home, path), "latin1");
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(join(home, path), after, "latin1");
}

/** Changes what is stored as a build would have done, and not by damage; as long, since lengths are stored. */
function storeOther(name: string, from: string | RegExp, to: string): void {
  const path = join(home, `dist/${name}.stored`);
  const [head = "", content = ""] = readFileSync(path, "latin1").split(/(?<=^.*\n)/);
  const other = content.replace(from, to);
  expect(other).not.toBe(content);
  expect(other).toHaveLength(content.length);
  writeFileSync(path, headOf(name, other).replace("none", head.split(" ", 1)[0] as string) + other);
}

/** Leaves of a file what there is of it when a disk is full. */
function cut(path: string): void {
  const bytes = readFileSync(join(home, path));
  writeFileSync(join(home, path), bytes.subarray(0, -100));
}

function run(...args: readonly string[]) {
  return execa(process.execPath, [join(home, "bin/order-triage.cjs"), ...args], { reject: false, stdin: "ignore" });
}

describe("the code that V8 made when the program was built", () => {
  /** Whether V8 takes the stored code for the first part, in a Node of which this is said beforehand. */
  async function isTaken(said = ""): Promise<boolean> {
    const { stdout } = await execa(process.execPath, [
      "--eval",
      `${said}; const { load, parts } = require(${JSON.stringify(join(home, "bin/order-triage.cjs"))});
       load("main.cjs"); console.log(parts.get("main.cjs").script.cachedDataRejected);`,
    ]);
    // undefined where V8 was given none
    return stdout === "false";
  }
  const saying = (field: string, value: unknown): string =>
    `Object.defineProperty(process, "${field}", { value: ${JSON.stringify(value)} })`;

  test("is used by the Node that made it", async () => {
    expect(await isTaken()).toBe(true);
  });

  test.each([
    ["another version", saying("version", `${process.version}1`)],
    ["another system", saying("platform", "sunos")],
    ["another processor", saying("arch", "mips")],
    ["another build of the same version", saying("execPath", "/bin/sh")],
    ["a build of which nothing is known", saying("execPath", "/no/such/file")],
  ])("is not used by %s", async (_, said) => {
    expect(await isTaken(said)).toBe(false);
  });

  test("is not used for a text that only has the length of the one it was made from", async () => {
    change("dist/main.cjs", "print the version", "PRINT THE VERSION");
    expect((await run("--help")).stdout).toContain("PRINT THE VERSION");
  });

  test("is not used once it is damaged, which V8 does not notice", async () => {
    change("dist/main.cjs.cache", "print the version", "PRINT THE VERSION");
    expect(await isTaken()).toBe(false);
    expect((await run("--help")).stdout).toContain("print the version");
  });

  test("is not used where a part of it is missing", async () => {
    cut("dist/main.cjs.cache");
    expect(await isTaken()).toBe(false);
  });

  test("is not needed", async () => {
    rmSync(join(home, "dist/main.cjs.cache"));
    expect((await run("assess", EXAMPLE)).exitCode).toBe(20);
  });
});

describe("the table that was compiled when the program was built", () => {
  const headline = "Order likely unlawful pre-charge";
  const stored = "As it was stored".padEnd(headline.length, "!");
  const BUILD = /^\w{64}/;
  const other = "0".repeat(64);

  test("is the one that is used for the same rules", async () => {
    storeOther("table", headline, stored);
    expect((await run("assess", EXAMPLE)).stdout).toContain(stored);
  });

  test.each(["table", "rules"])("is not used where %s is of another build", async (name) => {
    storeOther("table", headline, stored);
    change(`dist/${name}.stored`, BUILD, other);
    expect(await assessed()).toEqual([20, headline]);
  });

  test.each<[string, () => void]>([
    ["is damaged", () => change("dist/table.stored", headline, stored)],
    ["has another length for one of its parts", () => change("dist/table.stored", /"rules":\d/, '"rules":9')],
    ["lacks its end", () => cut("dist/table.stored")],
    ["is empty", () => writeFileSync(join(home, "dist/table.stored"), "")],
  ])("is not used where it %s", async (_, damage) => {
    damage();
    expect(await assessed()).toEqual([20, headline]);
  });

  async function assessed() {
    const { exitCode, stdout } = await run("assess", EXAMPLE);
    return [exitCode, stdout.split(" - ")[0]];
  }

  test.each<[string, (path: string) => void]>([
    ["of another build", (law) => change(law, BUILD, other)],
    ["that is damaged", (law) => change(law, '"nodes":', '"nodes":1')],
    ["that lacks its end", cut],
    ["that is missing", (law) => rmSync(join(home, law))],
    [
      "that is another",
      (law) => cpSync(law.includes("law-0.") ? "dist/law-1.stored" : "dist/law-0.stored", join(home, law)),
    ],
  ])("gives no verdict with a law %s", async (_, spoil) => {
    const laws = readdirSync(join(home, "dist")).filter((name) => /^law-\d+\.stored$/.test(name));
    for (const law of laws) spoil(`dist/${law}`);
    const { exitCode, stdout, stderr } = await run("assess", EXAMPLE);
    expect([exitCode, stdout]).toEqual([70, ""]);
    expect(stderr).toMatch(
      /law-\d+\.stored is missing, damaged, or of another build; build or install again\. No verdict was given\.$/,
    );
  });
});

test.each<[string, readonly string[]]>([
  ["dist/main.cjs", ["assess", EXAMPLE]],
  ["dist/cli-commands-batch-run.cjs", ["batch", EXAMPLE]],
  ["dist/commands-rules-check.cjs", ["rules", "check"]],
])("what to do where %s is not whole, or not there, is told without a verdict", async (part, command) => {
  for (const spoil of [cut, (path: string) => rmSync(join(home, path))]) {
    spoil(part);
    const { exitCode, stdout, stderr } = await run(...command);
    expect([exitCode, stdout]).toEqual([70, ""]);
    expect(stderr).toMatch(
      /^error: (something.*: )?dist\/[\w-]+\.cjs is missing or damaged; build or install again\. No verdict was given\.$/,
    );
  }
});

describe("the library's shipped table", () => {
  const library: typeof import("../../src/index.js") = createRequire(import.meta.url)("order-triage");

  async function told(expression: string) {
    const library = JSON.stringify(join(home, "dist/index.cjs"));
    const { stdout, stderr } = await execa(
      process.execPath,
      ["--eval", `const { shippedTable } = require(${library}); console.log(${expression})`],
      { reject: false },
    );
    return stdout + stderr;
  }

  test("is the one that was compiled when the library was built", async () => {
    const { digest } = library.shippedTable();
    storeOther("table", digest, digest.replaceAll(/\w/g, "0"));
    expect(await told("shippedTable().digest")).toBe("0".repeat(64));
  });

  test("is not another than its file", async () => {
    change("rules.yaml", "Order likely unlawful pre-charge", "As it was changed");
    expect(await told("shippedTable()")).toContain(
      "rules.yaml is not the table that was compiled ahead: give it to loadTable",
    );
  });

  test("has no law of another build", async () => {
    change("dist/law-0.stored", /^\w{64}/, "0".repeat(64));
    expect(await told("shippedTable().laws[1].law.graph.space.length > 0")).toBe("true");
    expect(await told("shippedTable().laws[0].law")).toContain(
      "law-0.stored is missing, damaged, or of another build; build or install again",
    );
  });
});

const SOURCES = ["src", "scripts", "package.json", "package-lock.json", "tsconfig.json", "tsconfig.build.json"];

describe("what is built is left as it is", () => {
  const PACKAGES = "node_modules/.package-lock.json";
  beforeEach(() => take(...SOURCES, PACKAGES));

  async function isBuilt(before = ""): Promise<boolean> {
    const stamp = pathToFileURL(join(home, "scripts/stamp.mjs")).href;
    const script = `${before}; const { isBuilt } = await import(${JSON.stringify(stamp)}); console.log(isBuilt());`;
    const { stdout } = await execa(process.execPath, ["--input-type=module", "--eval", script]);
    return stdout === "true";
  }

  test("as long as nothing has changed", async () => {
    expect(await isBuilt()).toBe(true);
  });

  test.each([
    "src/cli/main.ts",
    "src/calendar/bank-holidays.json",
    "scripts/bundle.mjs",
    "bin/order-triage.cjs",
    "rules.yaml",
    "package.json",
    "package-lock.json",
    "tsconfig.build.json",
    PACKAGES,
    "dist/main.cjs",
    "dist/law-3.stored",
    "dist/main.cjs.cache",
  ])("but not when %s has changed", async (path) => {
    appendFileSync(join(home, path), "\n");
    expect(await isBuilt()).toBe(false);
  });

  test("nor when a file is new, or gone, or has another name", async () => {
    writeFileSync(join(home, "src/new.ts"), "");
    expect(await isBuilt()).toBe(false);
    rmSync(join(home, "src/new.ts"));
    expect(await isBuilt()).toBe(true);
    rmSync(join(home, "dist/cli-system-git.cjs"));
    expect(await isBuilt()).toBe(false);
    rmSync(join(home, "dist"), { recursive: true });
    expect(await isBuilt()).toBe(false);
  });

  test("nor for another Node", async () => {
    expect(await isBuilt('Object.defineProperty(process, "version", { value: "v99.0.0" })')).toBe(false);
  });
});

test("a build says that it builds, once, and makes types only for whoever does more than try the program", async () => {
  take(...SOURCES, "examples");
  symlinkSync(join(process.cwd(), "node_modules"), join(home, "node_modules"), "junction");
  rmSync(join(home, "dist"), { recursive: true });
  const builds = (command: string) =>
    execa(process.execPath, [join(home, "scripts/build.mjs")], { env: { npm_command: command }, all: true });
  expect(await builds("ci")).toMatchObject({ stdout: "", stderr: "building order-triage …" });
  expect(await builds("exec")).toMatchObject({ all: "" });
  expect(existsSync(join(home, "dist/types"))).toBe(false);
  expect(await builds("pack")).toMatchObject({ all: "" });
  expect(readFileSync(join(home, "dist/types/index.d.ts"), "utf8")).toContain("export declare function assess(");
  expect((await run("assess", EXAMPLE)).exitCode).toBe(20);
});

test("what is built has nothing but ASCII in it, of which V8 needs a byte for a character", () => {
  const parts = readdirSync("dist").filter((name) => name.endsWith(".cjs"));
  expect(parts.length).toBeGreaterThan(30);
  expect(parts.filter((name) => /[^\0-\x7f]/.test(readFileSync(`dist/${name}`, "utf8")))).toEqual([]);
});

describe("the package", () => {
  test("brings the licence of everything that is bundled", async () => {
    const { metafile } = await build({
      stdin: { contents: 'import "./src/index.js"; import "./src/cli/main.js";', resolveDir: process.cwd() },
      bundle: true,
      platform: "node",
      format: "esm",
      write: false,
      metafile: true,
    });
    const bundled = Object.keys(metafile.inputs).flatMap(
      (path) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
    );
    expect(bundled.length).toBeGreaterThan(0);
    const notices = readFileSync("dist/THIRD-PARTY-NOTICES.txt", "utf8").split("-".repeat(80));
    for (const folder of bundled) {
      const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      const own = notices.filter((notice) => notice.startsWith(`\n\n${name} ${version} (`));
      expect([folder, own.length]).toEqual([folder, 1]);
      const texts = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file));
      expect(texts.length).toBeGreaterThan(0);
      for (const text of texts) expect(own[0]).toContain(readFileSync(join(folder, text), "utf8"));
    }
  });

  test("names all that is bundled in a bill of materials, as its standard has it", async () => {
    const text = readFileSync("dist/bom.cdx.json", "utf8");
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
    expect(await validator.validate(text)).toBe(null);
    const { components } = JSON.parse(text);
    const named = components.map(({ purl }: { purl: string }) => {
      const { namespace, name, version } = PackageURL.fromString(purl);
      return `${namespace ? `${namespace}/` : ""}${name} ${version}`;
    });
    const notices = readFileSync("dist/THIRD-PARTY-NOTICES.txt", "utf8")
      .split(`${"-".repeat(80)}\n\n`)
      .slice(1);
    expect(named.sort()).toEqual(notices.map((notice) => notice.slice(0, notice.indexOf(" ("))).sort());
    for (const { hashes, licenses } of components) expect([hashes.length, licenses.length]).toEqual([1, 1]);
  });

  test("holds what the program needs, and nothing that is good for one machine alone", async () => {
    const { stdout } = await execa("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"]);
    // by name from npm 12 on, in a list before
    const [packed] = Object.values<{ files: { path: string }[] }>(JSON.parse(stdout));
    const paths = packed?.files.map(({ path }) => path) ?? [];
    for (const path of [
      "bin/order-triage.cjs",
      "dist/main.cjs",
      "dist/table.stored",
      "rules.yaml",
      "verify-certificate.mjs",
      "LICENSE",
    ])
      expect(paths).toContain(path);
    for (const path of ["dist/THIRD-PARTY-NOTICES.txt", "dist/bom.cdx.json"]) expect(paths).toContain(path);
    expect(paths.filter((path) => /\.(cache|stamp)$/.test(path))).toEqual([]);
  });
});
