import { type Dialect, USUAL, united } from "./dialect.js";

export const sqlite: Dialect = {
  ...USUAL,
  textType: "TEXT",
  exactText: (column) => `TRIM(CAST(${column} AS TEXT)) COLLATE BINARY`,
  workedOut: united,
};
