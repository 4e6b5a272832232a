import { nearest } from "../../../source/nearest.js";
import { areEnough, errorAt, firstProblems, type Parsed, type Problem, type Wording } from "../../../source/problem.js";
import { quote } from "../../../source/quote.js";
import { formerFact } from "../../../table/former.js";
import type { Table } from "../../../table/table.js";
import { type FieldColumn, fieldColumns } from "./fields.js";
import type { IgnoredColumns } from "./ignored-columns.js";
import { SAVE_AS_CSV, type WholeRow } from "./rows.js";
import { newLookup } from "./words.js";

export interface Columns {
  readonly all: readonly Column[];
  /** The positions of those with dates, and of the reference; -1 where there is none. */
  readonly dates: readonly number[];
  readonly reference: number;
}

/** A column by the field of a case that it stands for; the others have no name, or are passed over. */
type Column = FieldColumn | { readonly kind: "nameless" } | { readonly kind: "ignored" };

/** Reads the first row. A column that is not known may be the one that decides, so the file is not read then. */
export function columnsOf(row: WholeRow, table: Table, ignored: IgnoredColumns): Parsed<Columns> {
  const known = fieldColumns(table);
  const lookup = newLookup(known);
  const names = row.cells.map((cell) => cell?.trim());
  const columns = names.map((name): Column | undefined => {
    if (name === "") return { kind: "nameless" };
    if (name === undefined) return undefined;
    return ignored.has(name) ? { kind: "ignored" } : lookup(name);
  });
  const problems: Problem[] = [];
  for (const [index, column] of columns.entries()) {
    if (areEnough(problems)) break;
    const fault = column === undefined ? notAColumn(names[index], known, table) : twice(columns, names, index);
    if (fault === undefined) continue;
    const { source, spans } = row.written();
    problems.push(errorAt(source, spans[index] ?? NOWHERE, { ...fault, message: `${fault.message}; no row was read` }));
  }
  return problems.length > 0
    ? { ok: false, problems: firstProblems(problems) }
    : { ok: true, value: placed(columns as Column[]) };
}

function placed(all: readonly Column[]): Columns {
  const dates = all.flatMap((column, index) => (column.kind === "field" && column.isDate ? [index] : []));
  const reference = all.findIndex(
    (column) => column.kind === "field" && column.path.join(".") === "particulars.reference",
  );
  return { all, dates, reference };
}

export const NOWHERE = { start: 0, end: 0 };

function notAColumn(
  name: string | undefined,
  known: readonly (readonly [string, FieldColumn])[],
  table: Table,
): Wording {
  if (name === undefined) return { code: "OT103", message: "the name of a column is not in UTF-8", help: SAVE_AS_CSV };
  const former = newLookup(Object.keys(table["former-facts"]).map((id) => [id, id]))(name);
  const gone = former === undefined ? undefined : formerFact(table, former);
  if (gone !== undefined) return gone;
  const near = nearest(
    name,
    known.map(([id]) => id),
  );
  const help = near === undefined ? OTHER_COLUMN : `did you mean \`${near}\`?`;
  return { code: "OT202", message: `${quote(name)} is neither a fact nor a particular`, help };
}

const OTHER_COLUMN = "name a column after a fact or a particular, or leave it out by --ignore-columns";

function twice(
  columns: readonly (Column | undefined)[],
  names: readonly (string | undefined)[],
  index: number,
): Wording | undefined {
  const first = columns.indexOf(columns[index]);
  if (columns[index]?.kind !== "field" || first === index) return undefined;
  const [name = "", other = ""] = [names[index], names[first]];
  const message =
    name === other ? `the column ${quote(name)} stands twice` : `${quote(name)} is the same column as ${quote(other)}`;
  return { code: "OT114", message, help: "keep one of the two" };
}
