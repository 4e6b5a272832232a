import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

/**
 * The full path of a program on the search path; `undefined` where it is not installed. What lies in the current folder
 * is never taken for it, whatever the system would do: whoever sends a folder must not choose what runs in it.
 */
export function findProgram(name: string): string | undefined {
  const file = process.platform === "win32" ? `${name}.exe` : name;
  const folders = (process.env["PATH"] ?? "").split(delimiter).map((folder) => folder.replace(/^"(.*)"$/, "$1"));
  return folders
    .filter((folder) => isAbsolute(folder))
    .map((folder) => join(folder, file))
    .find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
