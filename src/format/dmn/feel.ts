/** A fact as a FEEL name: a hyphen there would subtract. */
export function factPath(id: string): string {
  return `case.${nameOf(id)}`;
}

export function nameOf(id: string): string {
  return id.replaceAll("-", "_");
}

/** A string literal. */
export function literal(words: string): string {
  return JSON.stringify(words);
}

/** Tests of a cell: any of these values. No cell has a negation: engines differ in what they make of it. */
export function anyOf(values: readonly string[] | undefined): string {
  return values === undefined ? ANY : values.map(literal).join(", ");
}

/** A cell that every value passes. */
export const ANY = "-";
