const NUMBERS = /^(not)?\s*(\d+(?:(?:\s*,\s*|\s+or\s+|\s+)\d+)*)$/i;

/**
 * The places in a list that somebody wrote who means one of several: `2,4` or `2 or 4`, or `not 3` for all the others.
 * Nothing where it is no such thing: a number that is not there or stands twice is a slip.
 */
export function placesWritten(written: string, of: number): readonly number[] | undefined {
  const [, not, list = ""] = NUMBERS.exec(written) ?? [];
  const places = (list.match(/\d+/g) ?? []).map((number) => Number(number) - 1);
  const isThere = places.every((place) => place >= 0 && place < of);
  if (!isThere || new Set(places).size < places.length) return undefined;
  const meant = [...Array(of).keys()].filter((place) => places.includes(place) === (not === undefined));
  return places.length === 0 || meant.length === 0 ? undefined : meant;
}
