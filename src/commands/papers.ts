import { EXIT } from "../report/exit-code.js";
import { standingPapers } from "../report/paper/paper.js";
import type { PaperReport, PlainReport } from "../report/report.js";
import { alternatives } from "../report/words.js";
import { nearest } from "../source/nearest.js";
import { printable } from "../source/printable.js";
import { quote } from "../source/quote.js";
import type { Table } from "../table/table.js";
import type { Io } from "./io.js";
import { answered, type Failed, failed, type Outcome } from "./outcome.js";
import { readPractice } from "./practice.js";

/** A paper in place of the answer it belongs to, if one is named; the exit code stays. */
export function paperInstead(
  outcome: Outcome<PlainReport>,
  name: string | undefined,
): Outcome<PlainReport | PaperReport> {
  if (outcome.kind === "failed" || name === undefined) return outcome;
  const { report, exitCode, remarks } = outcome;
  const offered = report.papers?.() ?? [];
  const paper = offered.find(({ id }) => id === name);
  if (paper !== undefined) return answered({ kind: "paper", page: paper.page, data: undefined }, exitCode, remarks);
  const others = offered.length === 0 ? "None is." : `There is ${alternatives(offered.map(({ id }) => quote(id)))}.`;
  return failed(EXIT.usage, `The paper ${quote(name)} is not offered for this case. ${others} No verdict was given.`);
}

/** Why no case can have a paper of this name. */
export function unknownPaper({ papers }: Table, name: string | undefined): Failed | undefined {
  if (name === undefined) return undefined;
  const paper = Object.hasOwn(papers, name) ? papers[name] : undefined;
  if (paper?.standing) {
    const there = `The paper ${quote(name)} needs no case: \`order-triage paper ${name}\` shows it.`;
    return failed(EXIT.usage, `${there} No verdict was given.`);
  }
  if (paper !== undefined) return undefined;
  const ids = Object.keys(papers).filter((id) => !papers[id]?.standing);
  return failed(EXIT.usage, `${notThere(name, ids)} No verdict was given.`);
}

/** A paper that needs no case; `practice` is the path of the practice file, if there is one. */
export async function standingPaper(
  io: Io,
  table: Table,
  name: string,
  practice: string | undefined,
): Promise<Outcome<PaperReport>> {
  const read = await readPractice(io, table, practice);
  if (!read.ok) return read;
  const standing = standingPapers(table, read.value);
  const paper = standing.find(({ id }) => id === name);
  if (paper !== undefined) return answered({ kind: "paper", page: paper.page, data: undefined });
  if (Object.hasOwn(table.papers, name)) {
    const there = `\`order-triage assess case.yaml --paper ${name}\` shows it`;
    return failed(EXIT.usage, `The paper ${quote(name)} belongs to a case: ${there}.`);
  }
  return failed(
    EXIT.usage,
    notThere(
      name,
      standing.map(({ id }) => id),
    ),
  );
}

function notThere(name: string, ids: readonly string[]): string {
  const near = nearest(name, ids);
  const meant = near === undefined ? "" : ` Did you mean ${quote(near)}?`;
  const known = ids.length === 0 ? " This table has none of that kind." : ` There is ${alternatives(ids.map(quote))}.`;
  return `There is no paper \`${printable(name)}\`.${meant === "" ? known : meant}`;
}
