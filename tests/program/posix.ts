import { statSync } from "node:fs";
import { expect } from "vitest";

/** Where there are signals, rights of an owner alone, links for everybody, pipes with names, devices, and `bash`. */
export const onPosix = process.platform !== "win32";

/** That a file, or a folder, is its owner's alone, where there is such a thing. */
export function expectPrivate(path: string, mode = 0o600): void {
  if (onPosix) expect(statSync(path).mode & 0o777).toBe(mode);
}
