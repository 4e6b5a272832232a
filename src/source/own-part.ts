/** What a value has of its own under a name or an index, and nothing of what every object has. */
export function ownPart(value: unknown, step: string | number): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, step)
    ? Reflect.get(value, step)
    : undefined;
}
