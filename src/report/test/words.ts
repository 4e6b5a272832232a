import type { Purpose } from "../../audit/test/aims.js";
import type { FactChange } from "../../audit/test/difference.js";
import type { Change, Owner } from "../../audit/test/variants.js";
import { alternatives } from "../words.js";

/** A deliberate mistake in words: `rule x without its test of y`. */
export function changeText(change: Change): string {
  const owner = ownerText(change.of);
  switch (change.kind) {
    case "test-dropped":
      return `${owner} without its test of \`${change.test.subject}\``;
    case "test-negated":
      return `${owner} with its test of \`${change.test.subject}\` turned round`;
    case "alternative-dropped":
      return `${owner} without alternative ${change.number} of its \`any\``;
    case "override-dropped":
      return `${owner} without its override of \`${change.other}\``;
    case "verdict-swapped":
      return `${owner} with the verdict \`${change.to}\` in place of \`${change.from}\``;
    case "dropped":
      return change.of.section === "findings" ? `${owner} never holding` : `${owner} taken out`;
  }
}

function ownerText({ section, id }: Owner): string {
  switch (section) {
    case "rules":
      return `rule \`${id}\``;
    case "findings":
      return `finding \`${id}\``;
    case "notices":
      return `notice \`${id}\``;
    case "impossible":
      return `entry ${id} of \`impossible\``;
  }
}

/** What a suggested case is there to show. */
export function purposeText(purpose: Purpose): string {
  switch (purpose.kind) {
    case "rule":
      return `rule \`${purpose.rule}\` decides`;
    case "inside":
      return `rule \`${purpose.limit.rule}\` decides because of its test of \`${purpose.limit.test.subject}\``;
    case "outside":
      return `rule \`${purpose.limit.rule}\` does not decide, for its test of \`${purpose.limit.test.subject}\` alone`;
    case "mutant":
      return `not the same with ${changeText(purpose.mutant.change)}`;
  }
}

/** A single fact that would have brought what was expected. */
export function factChangeText({ fact, from, to }: FactChange): string {
  const wanted = alternatives(to.map((value) => `\`${value}\``));
  return from === "unknown"
    ? `if \`${fact}\` were known to be ${wanted}`
    : `if \`${fact}\` were ${wanted}, not \`${from}\``;
}
