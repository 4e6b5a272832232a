import type { DialectName } from "../../report/table/export/dialects.js";
import { clickhouse } from "./clickhouse.js";
import type { Dialect } from "./dialect.js";
import { duckdb } from "./duckdb.js";
import { mariadb } from "./mariadb.js";
import { postgresql } from "./postgresql.js";
import { sqlite } from "./sqlite.js";

/** A file for each, with what it does otherwise. */
export const DIALECT: Readonly<Record<DialectName, Dialect>> = { duckdb, postgresql, sqlite, mariadb, clickhouse };
