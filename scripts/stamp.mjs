// Tells whether dist/ is what a build would make of the sources as they are now.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const stamp = join(root, "dist/.stamp");
const { thisNode } = createRequire(import.meta.url)("../bin/order-triage.cjs");

const SOURCES = [
  "src",
  "scripts",
  "bin",
  "rules.yaml",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "tsconfig.build.json",
];

/** What is built from the same sources has the same, on every machine. */
export const buildId = digestOf(SOURCES);

export function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === currentStamp();
}

/** To be called when everything but the types is in its place. */
export function setStamp() {
  writeFileSync(stamp, currentStamp());
}

/** The packages are looked at where they are installed; the stored code is good for one build of Node alone. */
function currentStamp() {
  return [buildId, digestOf(["node_modules/.package-lock.json"]), digestOf(outputs()), thisNode].join("\n");
}

function outputs() {
  const names = readdirSync(join(root, "dist"));
  return names.filter((name) => ![".stamp", "types"].includes(name)).map((name) => `dist/${name}`);
}

/** SHA-256 of the names and contents of files and of all that lies in folders. */
function digestOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesAt).sort()) {
    const bytes = readFileSync(join(root, path));
    hash.update(`${path}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}

function filesAt(path) {
  if (!existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => filesAt(`${path}/${name}`));
}
