import type { Table } from "../../table/table.js";

/** Which table an output is about. */
export interface TableStamp {
  /** As its reader knows it: a path, `standard input`, `built-in table`, or a file of a revision. */
  readonly file: string;
  /** Its id and edition; `null` where the file is no table. */
  readonly table: string | null;
  readonly edition: string | null;
  /** SHA-256 of the file's text, in hexadecimal. */
  readonly digest: string;
}

/** @param table absent where the file is no table */
export function stampOf(file: string, table: Table | undefined, digest: string): TableStamp {
  return { file, table: table?.table.id ?? null, edition: table?.table.edition ?? null, digest };
}

/** `rules.yaml (england-wales 2026.11, digest 1a2b3c4d5e6f)`: what the first line of an output begins with. */
export function stampText({ file, table, edition, digest }: TableStamp): string {
  const named = table === null ? "" : `${table} ${edition}, `;
  return `${file} (${named}digest ${shortDigest(digest)})`;
}

/** As much of a digest as tells two tables apart. */
export function shortDigest(digest: string): string {
  return digest.slice(0, 12);
}
