import { type ChangeObject, diffArrays } from "diff";
import type { Compared, Passage, Run } from "../document.js";

/** Two texts in lines, each with the words that the other has not. Where little stays, all is told as another text. */
export function compareLines(before: readonly string[], now: readonly string[]): Pick<Compared, "before" | "now"> {
  const changes = diffArrays(wordsOf(before), wordsOf(now));
  const isAnother = countOf(changes, ({ added, removed }) => !added && !removed) * 3 < countOf(changes, () => true);
  const told = isAnother ? [whole(before, "removed"), whole(now, "added")] : changes;
  return {
    before: linesOf(told.filter(({ added }) => !added)),
    now: linesOf(told.filter(({ removed }) => !removed)),
  };
}

/** Stands between the words of two lines. */
const BREAK = "\n";

type Change = Pick<ChangeObject<string[]>, "value" | "added" | "removed">;

function wordsOf(lines: readonly string[]): string[] {
  return lines.flatMap((line, index) => [...(index === 0 ? [] : [BREAK]), ...line.split(/\s+/)]);
}

function countOf(changes: readonly Change[], counts: (change: Change) => boolean): number {
  return changes.filter(counts).reduce((sum, { value }) => sum + value.length, 0);
}

function whole(lines: readonly string[], side: "removed" | "added"): Change {
  return { value: wordsOf(lines), added: side === "added", removed: side === "removed" };
}

function linesOf(changes: readonly Change[]): Passage {
  const lines: Run[][] = [[]];
  for (const { value, added, removed } of changes) {
    const change = added ? { change: "new" as const } : removed ? { change: "gone" as const } : {};
    for (const [index, text] of value.join(" ").split(BREAK).entries()) {
      if (index > 0) lines.push([]);
      if (text.trim() !== "") lines.at(-1)?.push({ text: text.trim(), ...change });
    }
  }
  return lines.filter((line) => line.length > 0);
}
