import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";

/** A new folder, which is gone once the test is over. */
export function newFolder(): string {
  return folderUntil(onTestFinished);
}

/** A new folder for all tests of a file or a group, which is gone after the last. */
export function sharedFolder(): string {
  return folderUntil(afterAll);
}

function folderUntil(end: (remove: () => void) => void): string {
  const folder = mkdtempSync(join(tmpdir(), "order-triage-"));
  end(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
