// `npm run fuzz -- --minutes 10 --seed 7`: tries files at random, as fuzz.ts has it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";

const folder = mkdtempSync(join(tmpdir(), "order-triage-fuzz-"));
const script = join(folder, "fuzz.cjs");
buildSync({
  entryPoints: [join(import.meta.dirname, "fuzz.ts")],
  outfile: script,
  bundle: true,
  platform: "node",
  define: { PACKAGE_VERSION: '"0"', BUILD_ID: '"none"', "import.meta.dirname": JSON.stringify(import.meta.dirname) },
});
try {
  // however long it goes on, it has to do with so many megabytes
  execFileSync(process.execPath, ["--max-old-space-size=300", script, ...process.argv.slice(2)], { stdio: "inherit" });
} catch ({ status }) {
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}
