import type { Suggestion } from "../audit/suggest.js";
import type { Report } from "./page.js";
import type { TestRun } from "./test-data.js";
import { testData } from "./test-figures.js";
import { testPage } from "./test-page.js";
import { suggestionsText } from "./test-suggestions.js";
import { purposeText } from "./test-words.js";
import { plural } from "./words.js";

/** A report that is shown as a text of its own where a page would be: a file to be saved. */
export interface SuggestionReport extends Report {
  readonly text?: () => string;
}

export function reportTest(run: TestRun): Report {
  const data = testData(run);
  return { page: testPage(data), data };
}

export function reportSuggestions(suggestions: readonly Suggestion[]): SuggestionReport {
  const cases = suggestions.map(({ facts, expect, shows }) => ({ facts, expect, shows: shows.map(purposeText) }));
  const data = { schema: "order-triage/suggested-cases@1", cases };
  if (suggestions.length === 0) return { page: { title: "No case is missing", sections: [] }, data };
  const lines = cases.map(({ shows }) => ({ text: `It shows: ${shows[0]}`, under: shows.slice(1) }));
  const page = { title: `${plural(cases.length, "case")} missing`, sections: [{ kind: "numbered" as const, lines }] };
  return { page, data, text: () => suggestionsText(suggestions) };
}
