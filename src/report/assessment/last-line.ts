import { VERDICTS } from "../../table/verdict.js";
import { dayInWords, daysLeftInWords } from "../words.js";
import type { Assessment, DueDate } from "./assessment.js";
import { daysThatCount } from "./days-that-count.js";

/** The verdict once more, with the first day by which anything has to be done. */
export function lastLine({ verdict, deadlines: all }: Pick<Assessment, "verdict" | "deadlines">): string {
  const deadlines = daysThatCount(all);
  const told = VERDICTS[verdict].label;
  const [first] = deadlines.flatMap(known).toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const sooner = deadlines.some(({ day }) => day === null) ? " or sooner" : "";
  if (first !== undefined) return `${told} - by ${dayInWords(first.day)} (${daysLeftInWords(first.left)})${sooner}.`;
  return deadlines.length > 0 ? `${told} - date not known: act as if it were today.` : `${told}.`;
}

interface KnownDay {
  readonly day: string;
  readonly left: number;
}

function known({ day, daysLeft }: DueDate): KnownDay[] {
  return day === null || daysLeft === null ? [] : [{ day, left: daysLeft }];
}
