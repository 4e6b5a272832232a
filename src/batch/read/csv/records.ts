import type { Table } from "../../../table/table.js";
import type { Feed } from "../feed.js";
import type { WrittenRecord } from "../line-records.js";
import { rowDocument } from "./case.js";
import { type Columns, columnsOf } from "./columns.js";
import { type DateOrder, needsOrder, orderAfter } from "./dates.js";
import type { IgnoredColumns } from "./ignored-columns.js";
import { rowsOf, type TakeRows, type WholeRow } from "./rows.js";

/** What is known beforehand about tables. */
export interface TableReading {
  readonly table: Table;
  readonly ignored: IgnoredColumns;
  readonly again: ReadAgain;
  /** Answers plain rows on the way; absent where every row is wanted. */
  readonly plain?: PlainRows | undefined;
}

/** What answers the rows of a table with these columns, as far as they are plain. */
export type PlainRows = (columns: Columns, separator: string) => TakePlain;
type TakePlain = (feed: Feed, line: number) => number;

/** Lets the same file be read once more, from its beginning; gives undefined where it cannot be. */
export type ReadAgain = <T>(use: (feed: Feed) => Promise<T>) => Promise<T | undefined>;

/** The rows of a file with a column for each fact, particular or expectation. */
export async function* csvRecords(feed: Feed, file: string, reading: TableReading): AsyncGenerator<WrittenRecord> {
  let columns: Columns | undefined;
  let orders: readonly DateOrder[] | undefined;
  let plain: TakePlain | undefined;
  const take: TakeRows = (text, line, separator) => {
    if (columns === undefined) return 0;
    plain ??= reading.plain?.(columns, separator);
    return plain?.(text, line) ?? 0;
  };
  for await (const row of rowsOf(feed, file, reading.plain && take)) {
    const { line } = row;
    if (row.kind === "broken") yield { line, document: { ok: false, problems: [row.problem] } };
    else if (columns === undefined) {
      const found = columnsOf(row, reading.table, reading.ignored);
      if (!found.ok) return yield { line, document: found };
      columns = found.value;
    } else {
      if (needsOrders(row, columns)) orders ??= await ordersOf(columns, file, reading);
      yield rowRecord(row, columns, orders);
    }
  }
}

function needsOrders({ cells }: WholeRow, { dates }: Columns): boolean {
  return dates.some((index) => needsOrder(cells[index]?.trim() ?? ""));
}

/** In which order each column has day and month, by its position; empty where the file cannot be looked through. */
async function ordersOf({ all, dates }: Columns, file: string, { again }: TableReading): Promise<readonly DateOrder[]> {
  const found = await again(async (feed) => {
    const orders = all.map((): DateOrder => "unclear");
    for await (const row of rowsOf(feed, file)) {
      const cells = row.kind === "row" ? row.cells : [];
      for (const index of dates) orders[index] = orderAfter(orders[index] as DateOrder, cells[index]?.trim() ?? "");
    }
    return orders;
  });
  return found ?? [];
}

function rowRecord(row: WholeRow, columns: Columns, orders: readonly DateOrder[] = []): WrittenRecord {
  const { line, cells } = row;
  const document = rowDocument(row, columns, orders);
  return document.ok
    ? { line, document }
    : { line, document, reference: cells[columns.reference]?.trim() || undefined };
}
