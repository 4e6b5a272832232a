import { sep } from "node:path";

/** The path of what lies in a folder, with the folder as somebody wrote it. */
export function inside(folder: string, name: string, separator = sep): string {
  return `${folder.replace(separator === "\\" ? /[\\/]+$/ : /\/+$/, "")}/${name}`;
}
