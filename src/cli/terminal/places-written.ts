import type { Several } from "../../commands/interview/prompts.js";

const NUMBERS = /^(not)?\s*(\d+(?:(?:\s*,\s*|\s+or\s+|\s+)\d+)*)$/i;

/**
 * The places in a list that somebody wrote who means several: `2,4` or `2 or 4`, or `not 3` for all the others where
 * one of them is meant. Where all are, that could be read either way. Nothing where it is no such thing: a number that
 * is not there or stands twice is a slip.
 */
export function placesWritten(
  written: string,
  { of, means }: Pick<Several<unknown>, "of" | "means">,
): readonly number[] | undefined {
  const [, not, list = ""] = NUMBERS.exec(written) ?? [];
  const places = (list.match(/\d+/g) ?? []).map((number) => Number(number) - 1);
  const isThere = places.every((place) => place >= 0 && place < of);
  if (not !== undefined && means === "all") return undefined;
  if (!isThere || new Set(places).size < places.length) return undefined;
  const meant = [...Array(of).keys()].filter((place) => places.includes(place) === (not === undefined));
  return places.length === 0 || meant.length === 0 ? undefined : meant;
}
