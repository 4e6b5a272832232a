import { VERDICTS } from "../../table/verdict.js";
import { dayInWords, daysLeftInWords } from "../words.js";
import type { Assessment, DueDate } from "./assessment.js";

/** The verdict once more, with the first day by which anything has to be done. */
export function lastLine({ verdict, deadlines }: Pick<Assessment, "verdict" | "deadlines">): string {
  const told = VERDICTS[verdict].label;
  const [first] = deadlines.flatMap(known).toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const left = deadlines.some(({ day }) => day === null) ? " or sooner" : first?.left;
  if (first !== undefined) return `${told} - by ${dayInWords(first.day)}${left}.`;
  return deadlines.length > 0 ? `${told} - date not known: act as if it were today.` : `${told}.`;
}

interface KnownDay {
  readonly day: string;
  /** How far off it is, if that is told. */
  readonly left: string;
}

function known({ day, daysLeft, paperSays }: DueDate): KnownDay[] {
  const worked = day === null || daysLeft === null ? [] : [{ day, left: ` (${daysLeftInWords(daysLeft)})` }];
  return paperSays === null ? worked : [{ day: paperSays, left: "" }, ...worked];
}
