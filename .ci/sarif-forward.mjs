// Microsoft's matcher of SARIF logs takes every warning for the one it was before: a day later unchanged, and after a
// line was put in above them at another line, which it calls updated; none is new and none gone.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const program = join(import.meta.dirname, "../bin/order-triage.cjs");
const folder = mkdtempSync(join(tmpdir(), "order-triage-"));
const overdue = readFileSync("rules.yaml", "utf8").replaceAll(/review-by: [\d-]+/g, "review-by: 2025-05-01");

function log(name, table, day) {
  writeFileSync(join(folder, "rules.yaml"), table);
  const args = [program, "rules", "check", "rules.yaml", "--as-of", day, "--format", "sarif"];
  writeFileSync(join(folder, name), execFileSync(process.execPath, args, { cwd: folder }));
}

function states(current) {
  const matcher = ["--yes", "@microsoft/sarif-multitool@5.7.0", "match-results-forward", current];
  const files = ["--previous", "before.sarif", "--output-file-path", "matched.sarif", "--log", "ForceOverwrite"];
  execFileSync("npx", [...matcher, ...files], { cwd: folder });
  const { results } = JSON.parse(readFileSync(join(folder, "matched.sarif"), "utf8")).runs[0];
  return results.map(({ baselineState }) => baselineState);
}

try {
  log("before.sarif", overdue, "2026-11-22");
  log("next-day.sarif", overdue, "2026-11-23");
  log("line-above.sarif", `# a line\n${overdue}`, "2026-11-23");
  const [nextDay, lineAbove] = [states("next-day.sarif"), states("line-above.sarif")];
  if (nextDay.length === 0 || nextDay.some((state) => state !== "unchanged"))
    throw new Error(`a day later: ${nextDay}`);
  if (lineAbove.length !== nextDay.length || lineAbove.some((state) => state !== "updated"))
    throw new Error(`a line above: ${lineAbove}`);
  console.log(`${nextDay.length} warnings are told to be the same a day later and after a line above them.`);
} finally {
  rmSync(folder, { recursive: true });
}
