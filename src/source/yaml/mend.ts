import { errorAt, type Problem, type ProblemCode } from "../problem.js";
import { lineOf, lineSpan, type SourceText } from "../text.js";
import { loneItem, unaligned } from "./lines.js";
import { type Moved, moves } from "./moves.js";

/** Faults in how a line is laid out, after which a reader may take all that follows for something else. */
const LAYOUT: readonly ProblemCode[] = ["OT121", "OT122", "OT123", "OT124", "OT132"];

/** Of these no other line can be the cause. */
const OF_ITSELF: readonly ProblemCode[] = ["OT121", "OT124"];

/** What is left over on a line can be a sign that lets what follows be something else, such as `>`. */
const LEFT_OVER: ProblemCode = "OT128";

/** So many letters are read again at most, so that a file with many such faults takes a second; but the file so often. */
const [MOST_READ, LEAST_TIMES] = [1_000_000, 6];

/** What follows from a fault shows within so many lines. */
const FAR = 100;

/** A file as it was written, or partly mended, and what is wrong with it. */
interface Version {
  readonly source: SourceText;
  readonly problems: readonly Problem[];
}

/** Reads a mended file; undefined where the file has been read often enough. */
type Read = (source: SourceText) => readonly Problem[] | undefined;

/**
 * The problems of a file without those that only follow from another. A line that is laid out wrongly is put where its
 * neighbours are, and what is wrong with the file then is wrong in any event.
 */
export function withoutFollowers(written: Version, read: (source: SourceText) => readonly Problem[]): Problem[] {
  const told: Problem[] = [];
  const readAgain = limited(read, written);
  let [here, done] = [written, 0];
  for (;;) {
    const fault = layoutFaults(here.problems).find((problem) => lineIn(problem) > done);
    if (fault === undefined) break;
    const mended = mend(here, fault, done, readAgain);
    if (mended === undefined) {
      // nobody can say which of the others only follow
      here = { ...here, problems: upTo(here.problems, fault) };
      break;
    }
    done = lineIn(fault);
    told.push(mended.line !== done || mended.isItem || isField(fault) ? faultOf(here.source, mended) : fault);
    here = mended;
  }
  const lines = new Set(told.map(lineIn));
  const others = here.problems.filter((problem) => !lines.has(lineIn(problem)));
  return [...told, ...others].map((problem) => placedIn(written.source, problem));
}

function limited(read: (source: SourceText) => readonly Problem[], { source }: Version): Read {
  let left = Math.max(MOST_READ, LEAST_TIMES * source.text.length);
  return (mended) => {
    left -= mended.text.length;
    return left < 0 ? undefined : read(mended);
  };
}

/** Problems without those in the layout of lines after one of them. */
function upTo(problems: readonly Problem[], last: Problem): Problem[] {
  const later = new Set(layoutFaults(problems).filter((problem) => lineIn(problem) > lineIn(last)));
  return problems.filter((problem) => !later.has(problem));
}

/**
 * With what is left over just before one of them, and with fields that stand twice one after the other: what they belong
 * to is elsewhere than was meant.
 */
function layoutFaults(problems: readonly Problem[]): Problem[] {
  return problems.filter((problem, index) => {
    const next = problems[index + 1];
    const areTwice = problem.code === "OT114" && next?.code === "OT114" && lineIn(next) > lineIn(problem);
    const isBefore = problem.code === LEFT_OVER && next !== undefined && LAYOUT.includes(next.code);
    return LAYOUT.includes(problem.code) || areTwice || isBefore;
  });
}

function lineIn({ at }: Problem): number {
  return at === undefined ? 0 : lineOf(at.source, at.span.start);
}

/** A field that the library misses a hyphen at, and that fits once it is moved. */
function isField({ code, at }: Problem): boolean {
  return code === "OT132" && /^[^\s-][^:]*:\s/.test(at?.source.text.slice(at.span.start, at.span.end) ?? "");
}

/** What a mend shows to be wrong: a line is no item, or stands at another column. */
function faultOf(source: SourceText, { line, isItem }: Moved): Problem {
  const start = lineSpan(source, line)?.start ?? 0;
  const { span, ...wording } = isItem ? loneItem(source.text, start) : unaligned(source.text, start);
  return errorAt(source, span ?? { start, end: start }, wording);
}

/** The mend after which the file reads furthest, from the line `done` on; undefined where it reads no further. */
function mend(here: Version, fault: Problem, done: number, read: Read): (Version & Moved) | undefined {
  const known = new Set(here.problems.map(keyOf));
  let best: (Version & Moved) | undefined;
  let furthest = lineIn(fault);
  for (const moved of mends(here.source, fault)) {
    const problems = read(moved.source);
    if (problems === undefined) break;
    const reach = reachOf(problems, known, done);
    const areFewer = best !== undefined && problems.length < best.problems.length;
    if (reach > furthest || (reach === furthest && areFewer)) [best, furthest] = [{ ...moved, problems }, reach];
    if (!problems.some((one) => lineIn(one) > done && lineIn(one) < lineIn(fault) + FAR)) break;
  }
  return best;
}

function mends(source: SourceText, fault: Problem): Iterable<Moved> {
  const line = lineIn(fault);
  if (fault.code !== LEFT_OVER || fault.at === undefined) return moves(source, line, OF_ITSELF.includes(fault.code));
  const { start, end } = fault.at.span;
  return [{ line, source: { ...source, text: source.text.slice(0, start) + source.text.slice(end) } }];
}

/** The line of the next fault in the layout, or of one that was not there before. */
function reachOf(problems: readonly Problem[], known: ReadonlySet<string>, done: number): number {
  const faults = new Set(layoutFaults(problems));
  const next = problems.find((one) => lineIn(one) > done && (faults.has(one) || !known.has(keyOf(one))));
  return next === undefined ? Number.POSITIVE_INFINITY : lineIn(next);
}

function keyOf(problem: Problem): string {
  return `${problem.code} ${lineIn(problem)}`;
}

/** A problem of a mended file at its place in the file as it was written: only beginnings of lines differ. */
function placedIn(source: SourceText, problem: Problem): Problem {
  const { at } = problem;
  if (at === undefined) return problem;
  const move = (offset: number): number => {
    const line = lineOf(at.source, offset);
    const [mended, written] = [lineSpan(at.source, line), lineSpan(source, line)];
    if (mended === undefined || written === undefined) return offset;
    return Math.max(written.start, offset - mended.end + written.end);
  };
  return { ...problem, at: { source, span: { start: move(at.span.start), end: move(at.span.end) } } };
}
