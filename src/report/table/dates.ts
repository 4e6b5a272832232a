import { inForce } from "../../table/in-force.js";
import type { Reviewed, Source } from "../../table/table.js";
import { bulleted, type Part, paragraph } from "../document.js";
import { dateInWords } from "../words.js";

/** From when until when something is law, and when somebody has to look at it again. */
export function datesPart(item: Reviewed): Part {
  const { from, to, "review-by": review } = item;
  return paragraph(
    "Dates",
    from && `In force from ${dateInWords(from)}.`,
    to && `In force until ${dateInWords(to)}.`,
    review && `To be looked at again by ${dateInWords(review)}.`,
  );
}

/** What is wrong with the dates of something on a day. */
export function dateWarnings(item: Reviewed, asOf: string): string[] {
  const { "review-by": review } = item;
  return [
    ...(inForce(item, asOf) ? [] : [`Not in force on ${dateInWords(asOf)}`]),
    ...(isOverdue(item, asOf) && review !== undefined ? [`Review overdue since ${dateInWords(review)}`] : []),
  ];
}

export function isOverdue(item: Reviewed, asOf: string): boolean {
  const review = item["review-by"];
  return review !== undefined && review < asOf;
}

/** How far the text of a source was read, and when. */
export function verificationNote({ verified, "read-on": readOn }: Source): string {
  const on = readOn === undefined ? "" : ` on ${dateInWords(readOn)}`;
  return `${VERIFIED[verified].note}${on}`;
}

/** The same as a sentence of its own. */
export function verificationText(source: Source): string {
  return `${verificationNote(source)}: ${VERIFIED[source.verified].meaning}`;
}

/** What the marks mean. */
export function verificationKey(): Part {
  return bulleted(
    "Marks",
    Object.values(VERIFIED).map(({ note, meaning }) => ({ text: `${note}: ${meaning}` })),
  );
}

const VERIFIED = {
  yes: { note: "verified", meaning: "the text relied on was read." },
  partly: { note: "partly verified", meaning: "part of the text, or a reliable account of it, was read." },
  no: { note: "not verified", meaning: "the text was not read." },
} as const satisfies Record<Source["verified"], { note: string; meaning: string }>;
