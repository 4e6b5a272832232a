import type { SidedCase } from "../../audit/diff/cases.js";
import type { DecisionChange, Difference } from "../../audit/diff/diff.js";
import type { PartChange } from "../../audit/diff/parts.js";
import type { Problem } from "../../source/problem.js";
import type { Filed } from "../../source/text.js";
import type { Table } from "../../table/table.js";
import type { AffectedCase } from "./reading.js";

/** All there is to say of two tables, or of one on two days. */
export interface Comparison {
  readonly old: Side;
  readonly new: Side;
  readonly difference: Difference;
  /** Facts of which something else is taken while nobody has stated them. */
  readonly takenOtherwise: readonly string[];
  /** What should have been changed with the rest of the table. */
  readonly warnings: readonly Problem[];
  /** Absent where no cases were looked at. */
  readonly cases: CasesLookedAt | undefined;
}

export interface Side {
  /** The file as its reader knows it: `rules.yaml at HEAD~1`. */
  readonly name: string;
  readonly day: string;
  readonly table: Table;
  /** SHA-256 of the file's text, in hexadecimal. */
  readonly digest: string;
}

export interface CasesLookedAt {
  readonly many: number;
  readonly affected: readonly AffectedCase<FiledCase>[];
}

export type FiledCase = SidedCase & Filed;

/** Whether somebody may be told something else: a verdict, what comes with it, or a notice. */
export function decidesDifferently({ difference, takenOtherwise }: Comparison): boolean {
  const { changed, oneSided, notices } = difference;
  return changed > 0n || oneSided.some(({ count }) => count > 0n) || notices.length > 0 || takenOtherwise.length > 0;
}

/** Whether a rule that is written differently decides nothing differently. */
export function decidesAsBefore({ decisions }: Difference, { section, id, change }: PartChange): boolean {
  const isConcerned = decisions.some((one) => one.old?.id === id || one.new?.id === id);
  return section === "rules" && change === "changed" && !isConcerned;
}

/** Whether there is nothing that anybody could agree or disagree with. */
export function saysTheSame(comparison: Comparison): boolean {
  const { parts, dates } = comparison.difference;
  return parts.length === 0 && dates.length === 0 && !decidesDifferently(comparison);
}

/** Everything that changes from one verdict to another. */
export interface VerdictChange {
  readonly decisions: readonly DecisionChange[];
  readonly count: bigint;
}

/** Changes of the verdict first, then those of what comes with it; each time the most situations first. */
export function byVerdict(decisions: readonly DecisionChange[]): VerdictChange[] {
  const keyOf = (one: DecisionChange): string => `${one.old?.verdict} ${one.new?.verdict}`;
  const groups = [...new Set(decisions.map(keyOf))].map((key) => {
    const alike = decisions.filter((one) => keyOf(one) === key);
    return { decisions: alike, count: alike.reduce((sum, { region }) => sum + region.count, 0n) };
  });
  const stays = ({ decisions: [one] }: VerdictChange): number => Number(one?.old?.verdict === one?.new?.verdict);
  return groups.sort((a, b) => stays(a) - stays(b) || Number(b.count - a.count));
}
