// What is put into an executable: the loader, and what it loads, as assets.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { warmUp } from "../scripts/warm-up.mjs";
import { nodeOf, runsHere, TARGETS } from "./targets.mjs";

const root = join(import.meta.dirname, "..");
const LOADER = "bin/order-triage.cjs";
/** V8 takes the code that was made with these as if it had been made without, and makes the same in every run. */
const ALIKE = ["--predictable", "--random-seed=1"];

/** The bytes that Node finds in its own file for a system. */
export function blobOf(target) {
  const home = mkdtempSync(join(tmpdir(), "order-triage-blob-"));
  try {
    takeProgram(home);
    // code is good for the Node that made it, which has to run for that
    if (runsHere(target)) keepCode(home, nodeOf(target));
    return pack(home, target);
  } finally {
    rmSync(home, { recursive: true });
  }
}

function takeProgram(home) {
  for (const path of [LOADER, "scripts/keep-code.cjs", "examples", "rules.yaml", ...parts()])
    cpSync(join(root, path), join(home, path), { recursive: true });
}

/** What is built, but for the library and what is bound to the Node of this machine. */
function parts() {
  const names = readdirSync(join(root, "dist")).filter((name) => /\.(cjs|stored)$|^page\.js$/.test(name));
  return names.filter((name) => name !== "index.cjs").map((name) => `dist/${name}`);
}

function keepCode(home, node) {
  warmUp(home, node, ALIKE);
  for (const name of readdirSync(join(home, "dist")).filter((name) => name.endsWith(".cache"))) {
    const path = join(home, "dist", name);
    const kept = readFileSync(path);
    writeFileSync(path, kept.subarray(kept.indexOf("\n") + 1));
  }
}

function pack(home, { nothing }) {
  const dist = readdirSync(join(home, "dist")).map((name) => `dist/${name}`);
  const assets = Object.fromEntries(["rules.yaml", ...dist].map((path) => [path, path]));
  const config = {
    main: LOADER,
    output: "blob",
    disableExperimentalSEAWarning: true,
    // else NODE_OPTIONS, and OPENSSL_CONF or a file that others may write, could have it load code of theirs
    execArgvExtension: "none",
    execArgv: [`--openssl-config=${nothing}`],
    assets,
  };
  writeFileSync(join(home, "sea.json"), JSON.stringify(config));
  execFileSync(maker(), ["--experimental-sea-config", "sea.json"], { cwd: home, stdio: "ignore" });
  return readFileSync(join(home, "blob"));
}

/** The Node that packs, which has to be of the version that unpacks. */
function maker() {
  const target = TARGETS.find(runsHere);
  if (target !== undefined) return nodeOf(target);
  throw new Error(`of the Nodes in ${import.meta.dirname} none runs on ${process.platform} ${process.arch}`);
}
