/** Why a file was not written. */
export function unwritten(path: string, { code, message, syscall }: NodeJS.ErrnoException): string {
  if (code === "EEXIST") return isThere(path);
  return `${path} was not written: ${message}.${syscall === "rename" ? inUse() : ""}`;
}

export function isThere(path: string): string {
  return `${path} is there already; --force replaces it.`;
}

/** On Windows nothing takes the place of a file that some program has open. */
function inUse(): string {
  return process.platform === "win32" ? " Close it where it is open, or write to another name." : "";
}
