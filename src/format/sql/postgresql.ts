import { type Dialect, USUAL } from "./dialect.js";

/** Its planner keeps a query with a WITH of its own apart, and still hands conditions down to it. */
export const postgresql: Dialect = {
  ...USUAL,
  exactText: (column) => `TRIM(CAST(${column} AS VARCHAR) COLLATE "C")`,
  workedOut: (query) => `WITH fence AS (SELECT 1)\n${query}`,
};
