// Builds dist/: the program in parts that are loaded when needed, the library, and the shipped table compiled ahead.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const shared = {
  define: { PACKAGE_VERSION: JSON.stringify(version) },
  absWorkingDir: root,
  bundle: true,
  minify: true,
  platform: "node",
  target: "node20",
  logLevel: "warning",
  legalComments: "linked",
  // the same code as a module, so that what is not used is left out
  alias: {
    yaml: "./node_modules/yaml/browser/index.js",
    // a question that is answered in an editor, which there is none of, with tables of every character set
    "@inquirer/external-editor": "./scripts/nothing.cjs",
  },
};
const MAIN = join(root, "src/cli/main.ts");
/** Commander loads it for subcommands that are programs of their own, which there are none of. */
const UNUSED = { "node:child_process": "./scripts/nothing.cjs" };

rmSync(dist, { recursive: true, force: true });
await buildProgram();
await buildLibrary();
await compileTable();
warmUp();
linkForNpx();

/** Each module that is reached through `import()` becomes a part of its own. */
async function buildProgram() {
  const parts = [MAIN];
  for (const part of parts) {
    await build({
      ...shared,
      entryPoints: [part],
      outfile: join(dist, fileOf(part)),
      format: "cjs",
      supported: { "dynamic-import": false },
      alias: { ...shared.alias, ...(part === MAIN ? UNUSED : {}) },
      plugins: [apart((found) => parts.includes(found) || parts.push(found))],
    });
  }
}

function apart(meet) {
  return {
    name: "apart",
    setup(builder) {
      builder.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
        if (kind !== "dynamic-import") return undefined;
        const found = join(resolveDir, path).replace(/\.js$/, ".ts");
        meet(found);
        return { path: `./${fileOf(found)}`, external: true };
      });
    },
  };
}

/** `src/table/load.ts` becomes `table-load.cjs`, and the entry `main.cjs`. */
function fileOf(part) {
  const name = relative(join(root, "src"), part).replaceAll(/[\\/]/g, "-").replace(/\.ts$/, ".cjs");
  return name === "cli-main.cjs" ? "main.cjs" : name;
}

async function buildLibrary() {
  await build({ ...shared, entryPoints: [join(root, "src/index.ts")], outfile: join(dist, "index.js"), format: "esm" });
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [tsc, "-p", join(root, "tsconfig.build.json")], { stdio: "inherit" });
}

/** Stores the shipped table beside a copy of the file it was made from: it is used only for a file that is the same. */
async function compileTable() {
  const contents = 'export { loadTable } from "./src/table/load.js"; export { store } from "./src/table/compiled.js";';
  const outfile = join(dist, "compile-table.mjs");
  await build({ ...shared, stdin: { contents, resolveDir: root }, outfile, format: "esm", packages: "external" });
  const { loadTable, store } = await import(outfile);
  rmSync(outfile);
  const bytes = readFileSync(join(root, "rules.yaml"));
  const loaded = loadTable({ name: "rules.yaml", text: bytes.toString("utf8") });
  if (!loaded.ok)
    console.error("rules.yaml has problems, so it is not compiled ahead; `order-triage rules check` shows them");
  else {
    const { table, laws } = store(loaded.value);
    writeFileSync(join(dist, "rules.yaml"), bytes);
    writeFileSync(join(dist, "rules.json"), inAscii(JSON.stringify(table)));
    for (const [position, law] of laws.entries()) writeFileSync(join(dist, `law-${position}.json`), law);
  }
}

/** The same JSON with nothing but ASCII in it, which Node reads in a fraction of the time. */
function inAscii(json) {
  return json.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Runs the program once for each part, and keeps the code that V8 made of what was used. */
function warmUp() {
  const example = join(root, "examples/pre-charge-production-order.yaml");
  for (const args of [
    ["assess", example],
    ["batch", example],
    ["rules", "check"],
    ["rules", "test", join(root, "tests/cases"), "--mutants"],
    ["rules", "diff", join(root, "rules.yaml")],
    ["rules", "table", "--format", "html"],
    ["schema", "case"],
    ["explain", "OT203", "--color", "always"],
    ["assess", "no-such-file"],
  ]) {
    execFileSync(process.execPath, [join(root, "scripts/keep-code.cjs"), ...args], { stdio: "ignore" });
  }
}

/** npm links the programs of other packages only; without this `npx order-triage` would first install a copy. */
function linkForNpx() {
  const link = join(root, "node_modules/.bin/order-triage");
  rmSync(link, { force: true });
  if (process.platform !== "win32") symlinkSync("../../bin/order-triage.cjs", link);
}
