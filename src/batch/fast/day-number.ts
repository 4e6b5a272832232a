import { YEARS } from "../../triage/deadlines.js";

/** Days as numbers that are in order but not without holes: every month has 31, so that no calendar is needed. */
const [FIRST_YEAR, LAST_YEAR] = [2000, 2099];
const MONTH = 31;
const YEAR = 12 * MONTH;

/** How many day numbers there are. */
export const DAY_NUMBERS = (LAST_YEAR - FIRST_YEAR + 1) * YEAR;

/** The number of the day that these bytes write as YYYY-MM-DD, or -1 where it is none that a case may have. */
export function dayNumber(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 10 || bytes[start + 4] !== HYPHEN || bytes[start + 7] !== HYPHEN) return -1;
  const year = 100 * two(bytes, start) + two(bytes, start + 2);
  const month = two(bytes, start + 5);
  const day = two(bytes, start + 8);
  if (!(year >= YEARS.first && year <= YEARS.last && month >= 1 && month <= 12 && day >= 1)) return -1;
  if (day > 28 && day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return -1;
  return numberOf(year, month, day);
}

/** The number of a day of the calendar, or -1 where it is too far off to have one. */
export function numberOfDay(written: string): number {
  const [year, month, day] = written.split("-").map(Number) as [number, number, number];
  return year >= FIRST_YEAR && year <= LAST_YEAR ? numberOf(year, month, day) : -1;
}

/** The day of a number, written YYYY-MM-DD. */
export function dayOfNumber(number: number): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  const year = FIRST_YEAR + Math.floor(number / YEAR);
  return `${year}-${two(1 + (Math.floor(number / MONTH) % 12))}-${two(1 + (number % MONTH))}`;
}

const [HYPHEN, ZERO] = [0x2d, 0x30];

function numberOf(year: number, month: number, day: number): number {
  return (year - FIRST_YEAR) * YEAR + (month - 1) * MONTH + (day - 1);
}

/** NaN where it is not two digits. */
function two(bytes: Uint8Array, at: number): number {
  const [tens, ones] = [(bytes[at] as number) - ZERO, (bytes[at + 1] as number) - ZERO];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Number.NaN;
}
