import { comparisonTable } from "./comparison.mjs";
import { parseLines, pieces } from "./lines.mjs";
import { ruleFinder } from "./plain-rules.mjs";

/** Throws unless each line of the output names the rule that decides the case on the same line of the input. */
export function checkRules(input, output, who) {
  const findRule = ruleFinder(comparisonTable);
  const answers = parsed(output);
  for (const { facts, particulars } of parsed(input)) {
    const [expected, answer] = [findRule(facts), answers.next().value];
    if (answer?.rule !== expected || answer.reference !== particulars.reference) {
      throw new Error(`${who}: ${JSON.stringify(answer)}, not ${expected}, for ${particulars.reference}`);
    }
  }
  if (!answers.next().done) throw new Error(`${who}: more lines than cases`);
}

function* parsed(path) {
  for (const piece of pieces(path)) {
    const records = [];
    parseLines(piece, (record) => records.push(record));
    yield* records;
  }
}
