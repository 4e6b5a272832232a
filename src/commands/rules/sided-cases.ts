import type { FiledCase } from "../../report/diff/comparison.js";
import { plural } from "../../report/words.js";
import type { Table } from "../../table/table.js";
import type { CaseIo } from "../io.js";
import type { Attempt, Failed } from "../outcome.js";
import { readCases } from "./read-cases.js";

export interface SidedCases {
  /** Absent where none were asked for and none are in the usual place. */
  readonly cases: readonly FiledCase[] | undefined;
  readonly remarks: readonly string[];
}

const USUAL = "tests/cases";
const NONE = { cases: undefined, remarks: [] };

/** Reads cases in the words of the new table or, where those do not fit all of them, of the old one. */
export async function readSidedCases(
  io: CaseIo,
  path: string | undefined,
  old: Table,
  next: Table,
): Promise<Attempt<SidedCases>> {
  if (path !== undefined) return readUnderEither(io, path, old, next);
  if (!(await io.list(USUAL)).ok) return { ok: true, value: NONE };
  const usual = await readUnderEither(io, USUAL, old, next);
  // nobody asked for them: they may belong to something else
  return usual.ok ? usual : { ok: true, value: { ...NONE, remarks: [leftOut(usual)] } };
}

async function readUnderEither(io: CaseIo, path: string, old: Table, next: Table): Promise<Attempt<SidedCases>> {
  const now = await readCases(io, [path], next);
  const read = now.ok ? now : await readCases(io, [path], old);
  if (!read.ok) return now.ok ? read : now; // it is for the new table that cases are mended
  const writtenFor = now.ok ? "new" : "old";
  return { ok: true, value: { cases: read.value.map((one) => ({ ...one, writtenFor })), remarks: [] } };
}

function leftOut({ problems }: Failed): string {
  const why =
    problems.length > 0 ? `neither table understands them (${plural(problems.length, "problem")})` : "there are none";
  return `the cases in ${USUAL} were left out, for ${why}`;
}
