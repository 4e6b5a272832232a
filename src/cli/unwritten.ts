/** Why a file was not written. */
export function unwritten(path: string, { code, message }: NodeJS.ErrnoException): string {
  return code === "EEXIST" ? isThere(path) : `${path} was not written: ${message}.`;
}

export function isThere(path: string): string {
  return `${path} is there already; --force replaces it.`;
}
