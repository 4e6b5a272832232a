import { type Order, type RegisterRow, register, registerRow } from "../../batch/register.js";
import type { BatchFormat } from "../../batch/summary.js";
import { formatXlsx } from "../spreadsheet/xlsx.js";

/** A workbook with a row for each record, which is kept until all are there. */
export function newBatchXlsx(order: Order | undefined): BatchFormat {
  const rows: RegisterRow[] = [];
  return {
    isPlainLines: false,
    isRecordByRecord: false,
    head: "",
    record: (record) => {
      rows.push(registerRow(record));
      return "";
    },
    tail: () => formatXlsx(register(rows, order)),
  };
}
