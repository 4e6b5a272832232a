/** Which papers were written into a folder. */
export function papersWritten(folder: string, names: readonly string[]): string {
  if (names.length === 0) return `no paper is offered for this case, and nothing was written to ${folder}`;
  return `papers written to ${folder}, which only you can read: ${names.join(", ")}`;
}
