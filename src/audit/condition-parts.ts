import type { Path } from "../source/document.js";
import type { Condition } from "../table/table.js";

/** A part of a condition that could be left out, and what would be left. */
export interface Part {
  /** `alternatives` are all of an `any:`, an `alternative` is one of several. */
  readonly kind: "test" | "alternative" | "alternatives";
  readonly path: Path;
  readonly rest: Condition;
}

/** Every part of a condition, each before the parts within it. */
export function partsOf({ tests, any }: Condition, path: Path): Part[] {
  const each = tests.map((test): Part => {
    const rest = { tests: tests.filter((other) => other !== test), any };
    return { kind: "test", path: [...path, test.subject], rest };
  });
  return any.length === 0 ? each : [...each, ...alternativeParts({ tests, any }, [...path, "any"])];
}

/** The parts that something holds of, without those that lie within another of them. */
export function outermost(parts: readonly Part[], holds: (part: Part) => boolean): Part[] {
  const found: Part[] = [];
  for (const part of parts) {
    if (!found.some(({ path }) => isWithin(part.path, path)) && holds(part)) found.push(part);
  }
  return found;
}

/** A part as a message calls it. */
export function partName({ kind, path }: Part): string {
  switch (kind) {
    case "test":
      return `this test of \`${path.at(-1)}\``;
    case "alternative":
      return "this alternative";
    case "alternatives":
      return "what stands under this `any`";
  }
}

function alternativeParts({ tests, any }: Condition, path: Path): Part[] {
  const whole: Part = { kind: "alternatives", path, rest: { tests, any: [] } };
  const each = any.flatMap((alternative, index): Part[] => {
    const here = [...path, index];
    const inner = partsOf(alternative, here).map((part) => ({
      ...part,
      rest: { tests, any: any.with(index, part.rest) },
    }));
    // the only alternative is the whole
    if (any.length === 1) return inner;
    const rest = { tests, any: any.filter((_, other) => other !== index) };
    return [{ kind: "alternative", path: here, rest }, ...inner];
  });
  return [whole, ...each];
}

function isWithin(inner: Path, outer: Path): boolean {
  return inner.length > outer.length && outer.every((step, index) => inner[index] === step);
}
