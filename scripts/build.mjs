// Builds dist/: the program in parts that are loaded when needed, the library, and the shipped table compiled ahead.
// What is built already, from the same sources, is left as it is.
import { execFileSync } from "node:child_process";
import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildId, isBuilt, setStamp } from "./stamp.mjs";
import { warmUp } from "./warm-up.mjs";

const root = join(import.meta.dirname, "..");
const types = join(root, "dist/types");

if (!isBuilt()) await buildProgram();
if (isPacked() && !existsSync(types)) makeTypes();

async function buildProgram() {
  // npm takes standard output for its own
  console.error("building order-triage …");
  rmSync(join(root, "dist"), { recursive: true, force: true });
  const { bundle } = await import("./bundle.mjs");
  const { compileTable } = await import("./compile-table.mjs");
  const { writeManual } = await import("./manual.mjs");
  const { writeBillOfMaterials } = await import("./bill-of-materials.mjs");
  const { writeNotices } = await import("./notices.mjs");
  const inputs = await bundle(buildId);
  writeNotices(inputs);
  writeBillOfMaterials(inputs);
  compileTable();
  await writeManual();
  warmUp(root, process.execPath);
  setStamp();
}

/** Types are for those who install the package: `npm ci`, `npm test` and npx in a checkout are sooner done without. */
function isPacked() {
  return !["ci", "exec", "test"].includes(process.env.npm_command);
}

function makeTypes() {
  const draft = `${types}.tmp`;
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [tsc, "-p", join(root, "tsconfig.build.json"), "--outDir", draft], {
    stdio: "inherit",
  });
  // as the library is: what requires it may read them as well
  writeFileSync(join(draft, "package.json"), '{ "type": "commonjs" }\n');
  renameSync(draft, types);
}
