import type { Path, SourceDocument } from "../../../source/document.js";
import { errorAt, type Parsed, type Wording } from "../../../source/problem.js";
import type { Span } from "../../../source/text.js";
import { type Columns, NOWHERE } from "./columns.js";
import type { DateOrder } from "./dates.js";
import { SAVE_AS_CSV, type WholeRow } from "./rows.js";

/**
 * A row as a case. An empty cell says nothing: what it is about is unknown.
 *
 * @param orders in which order each column has day and month, by its position; empty where nobody knows
 */
export function rowDocument(row: WholeRow, { all }: Columns, orders: readonly DateOrder[]): Parsed<SourceDocument> {
  const value: Record<string, unknown> = {};
  for (const [index, cell] of row.cells.entries()) {
    const text = cell?.trim();
    if (text === "") continue;
    const column = all[index];
    if (column?.kind === "ignored") continue;
    if (text === undefined) return refuse(row, index, NOT_UTF8);
    if (column === undefined) return refuse(row, index, SURPLUS);
    if (column.kind === "nameless") return refuse(row, index, NAMELESS);
    setField(value, column.path, column.meaning(text, orders[index]));
  }
  const spanOf = (path: Path): Span => {
    const index = all.findIndex((one) => one.kind === "field" && one.path.every((step, at) => step === path[at]));
    return row.written().spans[index] ?? NOWHERE;
  };
  return {
    ok: true,
    value: {
      // where it stands matters only when something is wrong
      get source() {
        return row.written().source;
      },
      value,
      spanOf,
    },
  };
}

const NOT_UTF8 = { code: "OT103", message: "the text of a cell is not in UTF-8", help: SAVE_AS_CSV } as const;
const SURPLUS = {
  code: "OT205",
  message: "the row has more cells than the first one",
  help: "check for a separator within a cell: such a cell stands in double quotes",
} as const;
const NAMELESS = {
  code: "OT202",
  message: "this cell stands in a column that has no name",
  help: "name the column in the first row, or empty the cell",
} as const;

function refuse(row: WholeRow, cell: number, wording: Wording): Parsed<never> {
  const { source, spans } = row.written();
  return { ok: false, problems: [errorAt(source, spans[cell] ?? NOWHERE, wording)] };
}

function setField(value: Record<string, unknown>, [section, id]: Path, meant: unknown): void {
  if (id === undefined) value[String(section)] = meant;
  else {
    value[String(section)] ??= {};
    (value[String(section)] as Record<string, unknown>)[id] = meant;
  }
}
