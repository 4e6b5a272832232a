// Builds dist-executables/: the program as one file for each system, with its Node, from the same dist/ as the package.
import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "postject";
import { blobOf } from "./blob.mjs";
import { licences } from "./licences.mjs";
import { withoutSignature } from "./signature.mjs";
import { withoutSymbols } from "./symbols.mjs";
import { nodeOf, TARGETS } from "./targets.mjs";

const out = join(import.meta.dirname, "../dist-executables");
const FUSE = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

const draft = mkdtempSync(join(tmpdir(), "order-triage-executables-"));
try {
  await buildAll();
} finally {
  rmSync(draft, { recursive: true });
}

async function buildAll() {
  const files = new Map([["LICENCES.txt", Buffer.from(licences())]]);
  for (const target of TARGETS) files.set(target.name, await executable(target));
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  for (const [name, bytes] of files) writeFileSync(join(out, name), bytes);
  for (const { name } of TARGETS) chmodSync(join(out, name), 0o755);
  // last, so that what has its sums is whole
  writeFileSync(join(out, "SHA256SUMS"), sumsOf(files));
}

async function executable(target) {
  console.error(`building ${target.name} …`);
  const path = join(draft, target.name);
  copyFileSync(nodeOf(target), path);
  withoutSignature(path);
  withoutSymbols(path, target.stripping);
  await inject(path, "NODE_SEA_BLOB", blobOf(target), { sentinelFuse: FUSE, machoSegmentName: "NODE_SEA" });
  return readFileSync(path);
}

/** As `sha256sum --check` reads it. */
function sumsOf(files) {
  const lines = [...files].map(([name, bytes]) => `${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`);
  return lines.join("");
}
