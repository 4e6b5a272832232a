/** How a written value is read as the id of an answer; undefined where it is neither text nor a truth value. */
export function wordOf(value: unknown): string | undefined {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "string") return undefined;
  const word = value.trim();
  return /^(yes|no|unknown)$/i.test(word) ? word.toLowerCase() : word;
}
