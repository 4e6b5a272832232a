import type { Suggestion } from "../../audit/test/suggest.js";
import { printable } from "../../source/printable.js";
import { caseFileText } from "../case-file.js";
import type { SuggestedReport, TestReport } from "../report.js";
import { stampText, type TableStamp } from "../table/stamp.js";
import { plural } from "../words.js";
import type { TestRun } from "./data.js";
import { testData } from "./figures.js";
import { testPage } from "./page.js";
import { purposeText } from "./words.js";

export function reportTest(run: TestRun): TestReport {
  const data = testData(run);
  return { kind: "test", page: testPage(data), data };
}

export function reportSuggestions(stamp: TableStamp, suggestions: readonly Suggestion[]): SuggestedReport {
  const { file: rules, ...rest } = stamp;
  const cases = suggestions.map(({ facts, expect, shows }) => ({ facts, expect, shows: shows.map(purposeText) }));
  const data = { schema: "order-triage/suggested-cases@1", rules, ...rest, cases };
  const title = `${stampText(stamp)}: ${cases.length === 0 ? "no case is missing" : `${plural(cases.length, "case")} missing`}`;
  if (cases.length === 0) return { kind: "suggested", page: { title, sections: [] }, data };
  const lines = cases.map(({ shows }) => ({ text: `It shows: ${shows[0]}`, under: shows.slice(1) }));
  const page = { title, sections: [{ kind: "numbered" as const, lines }] };
  return { kind: "suggested", page, data, text: () => `# ${printable(title)}\n${suggestionsText(suggestions)}` };
}

/** Suggested cases as one file, each with what it shows above it and a title for a person to write. */
export function suggestionsText(suggestions: readonly Suggestion[]): string {
  return suggestions.map(suggestionText).join("---\n");
}

function suggestionText({ facts, expect, shows }: Suggestion, index: number): string {
  const [first, ...others] = shows.map(purposeText);
  const title = `TITLE MISSING ${index + 1}: ${first?.replaceAll("`", "")}`;
  const comments = ["# It shows:", ...[first, ...others].map((line) => `# - ${line}`)];
  return `${comments.join("\n")}\n${caseFileText({ title, facts, particulars: {}, expect })}`;
}
