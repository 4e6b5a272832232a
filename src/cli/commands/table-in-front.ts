import { lstatSync } from "node:fs";
import { normalize } from "node:path";
import type { Setting } from "../setting.js";

/**
 * The table that whoever edits one has in front of them: the file that is named, else the `rules.yaml` of this folder;
 * absent for the built-in table.
 */
export function tableInFront({ root, options }: Setting, file?: string): string | undefined {
  const { rules } = options();
  if (file !== undefined && rules !== undefined && normalize(file) !== normalize(rules))
    root.error(`error: two tables are named, ${file} and, by --rules, ${rules}: keep one`);
  return file ?? rules ?? (isThere(USUAL) ? USUAL : undefined);
}

const USUAL = "rules.yaml";

/** Whatever it is that lies there: what cannot be read as a table is to be told of, and not passed over. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}
