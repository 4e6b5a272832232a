import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A new folder, which is gone once the test is over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "order-triage-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
