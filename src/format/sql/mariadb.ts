import { type Dialect, USUAL, united } from "./dialect.js";

/** A cast takes the collation of the connection, by which `Nobody` may be `nobody`. */
export const mariadb: Dialect = {
  ...USUAL,
  textType: "VARCHAR(64)",
  name: (id) => `\`${id}\``,
  exactText: (column) => `TRIM(CAST(${column} AS CHAR CHARACTER SET utf8mb4)) COLLATE utf8mb4_nopad_bin`,
  concatenated: (texts) => `CONCAT(${texts.join(", ")})`,
  workedOut: united,
};
