import { type Dialect, USUAL } from "./dialect.js";

/** Whatever stands in a CASE is worked out only for the rows that need it, which costs more than to multiply by 0. */
export const clickhouse: Dialect = {
  ...USUAL,
  textType: "Nullable(String)",
  exactText: (column) => `trimBoth(CAST(${column} AS Nullable(String)))`,
  bitAnd: (number, bits) => `bitAnd(${number}, ${bits})`,
  bitOr: (numbers) => numbers.reduce((joined, number) => `bitOr(${joined}, ${number})`),
  onlyIf: (condition, number) => `${number} * (${condition})`,
  workedOut: (query) => query,
};
