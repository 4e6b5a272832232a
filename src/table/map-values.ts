/** A record with every value changed, under the same names. */
export function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From, id: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value, id)]));
}
