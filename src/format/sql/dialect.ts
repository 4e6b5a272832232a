/** What a database writes in a way of its own. */
export interface Dialect {
  /** The type of a column that holds texts, or nothing. */
  readonly textType: string;
  /** A name between its quotation marks. */
  readonly name: (id: string) => string;
  /** A column as text without blanks around it, which is compared to the letter, however the column itself would be. */
  readonly exactText: (column: string) => string;
  readonly concatenated: (texts: readonly string[]) => string;
  readonly bitAnd: (number: string, bits: number) => string;
  readonly bitOr: (numbers: readonly string[]) => string;
  /** A number where a condition holds, and 0 elsewhere. */
  readonly onlyIf: (condition: string, number: string) => string;
  /**
   * A query whose columns are worked out once for each row. Merged with the query that reads it, a node would be
   * written out wherever it is used, and so would all that it leads to.
   *
   * @param width how many columns it has
   */
  readonly workedOut: (query: string, width: number) => string;
}

/** As most databases have it. */
export const USUAL = {
  textType: "VARCHAR",
  name: (id) => `"${id}"`,
  concatenated: (texts) => texts.join(" || "),
  bitAnd: (number, bits) => `(${number} & ${bits})`,
  bitOr: (numbers) => numbers.join(" | "),
  onlyIf: (condition, number) => `CASE WHEN ${condition} THEN ${number} ELSE 0 END`,
} as const satisfies Partial<Dialect>;

/**
 * A query that is united with nothing is not merged with the one that reads it, and yet is worked out only for the rows
 * that are asked for. To be stored, or given a LIMIT, it would be worked out for all of them.
 */
export function united(query: string, width: number): string {
  return `${query}\nUNION ALL SELECT ${Array(width).fill("NULL").join(", ")} FROM (SELECT 1) AS one WHERE 1 = 0`;
}
