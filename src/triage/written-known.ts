/**
 * What a case file would have for words on a command line or in a cell: a value, or several of which it is one, such as
 * `county-court,high-court`, or those that it is not, such as `not:nobody-yet`.
 *
 * @param meaning what stands in a file for one of the words
 */
export function writtenKnown(text: string, meaning: (word: string) => unknown = (word) => word): unknown {
  const negated = /^\s*not\s*:(.*)$/is.exec(text)?.[1];
  return negated === undefined ? listed(text, meaning) : { not: listed(negated, meaning) };
}

function listed(text: string, meaning: (word: string) => unknown): unknown {
  const words = text.split(",").map((word) => meaning(word.trim()));
  return words.length === 1 ? words[0] : words;
}
