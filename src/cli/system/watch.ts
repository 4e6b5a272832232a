import { watch } from "node:fs";
import { basename, dirname } from "node:path";
import { hearing } from "./signals.js";

/** One save comes as several events: a draft, its name, its rights. */
const QUIET_MS = 100;

/** Runs a check now and after every change of a file, for as long as its folder can be watched. */
export async function watchFile(path: string, check: () => Promise<void>): Promise<void> {
  const nextChange = changesOf(path);
  await check();
  while (nextChange !== undefined) {
    await hearing(nextChange);
    await check();
  }
}

/**
 * What settles after the next change of a file, or at once where it has changed since; `undefined` where there is no
 * such folder. It is the folder that is watched: editors put a new file in the place of the old one, and whoever
 * watches the old one hears nothing more.
 */
function changesOf(path: string): (() => Promise<void>) | undefined {
  let changed = false;
  let wake = (): void => {};
  const settle = (): void => {
    changed = true;
    wake();
  };
  let quiet: NodeJS.Timeout | undefined;
  const notice = (_: string, name: string | null): void => {
    // some systems do not say which file it was
    if (name !== null && folded(name) !== folded(basename(path))) return;
    clearTimeout(quiet);
    quiet = setTimeout(settle, QUIET_MS);
  };
  try {
    watch(dirname(path), notice);
  } catch {
    return undefined;
  }
  return async () => {
    if (!changed) await new Promise<void>((resolve) => (wake = resolve));
    changed = false;
  };
}

/** Some systems take `Rules.YAML` for `rules.yaml`; on the others there is a check too many. */
function folded(name: string): string {
  return name.normalize().toLowerCase();
}
