import type { Given, Kind } from "../../audit/outline/kinds.js";
import type { Table } from "../../table/table.js";
import { anchorOf, type Chapter } from "../document.js";
import { shortForm } from "../words.js";

/** No id has one of these signs in it, so no two kinds have the same anchor. */
export function kindAnchor({ given }: Kind): string {
  return anchorOf("kind", given.map(({ fact, values = [] }) => [fact, ...values].join("_")).join("."));
}

/** The answers that make a kind: the last of them as they are given, and what stands over them shorter. */
export function kindHeading(table: Table, { given }: Pick<Kind, "given">): Pick<Chapter, "under" | "heading"> {
  const under = given.slice(0, -1).map((one) => answersText(table, one, bareForm));
  const heading = given.slice(-1).map((one) => answersText(table, one, shortForm));
  return { heading: heading.join(), ...(under.length === 0 ? {} : { under: under.join(": ") }) };
}

/** The answers to the first question, for a heading over all the kinds that have them. */
export function firstAnswers(table: Table, given: readonly Given[]): string {
  return given
    .slice(0, 1)
    .map((one) => answersText(table, one, bareForm))
    .join("");
}

/** The answers to the questions after the first. */
export function laterAnswers(table: Table, given: readonly Given[]): string {
  return given
    .slice(1)
    .map((one) => answersText(table, one, shortForm))
    .join(": ");
}

function answersText(table: Table, { fact, values }: Given, form: (answer: string) => string): string {
  const answers = table.facts[fact]?.values ?? {};
  return values === undefined ? SEVERAL : values.map((value) => form(answers[value] ?? value)).join(" / ");
}

const SEVERAL = "In several cases";

/** An answer up to its first comma or bracket. */
function bareForm(answer: string): string {
  return shortForm(answer).split(/,| \(/)[0] ?? answer;
}
