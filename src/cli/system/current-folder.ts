/** The folder that the program was started in; nothing where it has been removed since. */
export function currentFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}
