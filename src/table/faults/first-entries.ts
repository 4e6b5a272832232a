/** No list and no map of a sound table has so many entries that its first ones would not show what is wrong with all. */
const MANY = 1_000;

/** Plain data without the later entries of long lists and maps; undefined where none of them is long. */
export function firstEntries(data: unknown): unknown {
  return hasLong(data) ? shortened(data) : undefined;
}

function hasLong(data: unknown): boolean {
  if (typeof data !== "object" || data === null) return false;
  const inside = Object.values(data);
  return inside.length > MANY || inside.some(hasLong);
}

function shortened(data: unknown): unknown {
  if (typeof data !== "object" || data === null) return data;
  if (Array.isArray(data)) return data.slice(0, MANY).map(shortened);
  const entries = Object.entries(data).slice(0, MANY);
  return Object.fromEntries(entries.map(([name, value]) => [name, shortened(value)]));
}
