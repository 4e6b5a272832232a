import type { Suggestion } from "../../audit/test/suggest.js";
import { caseFileText } from "../case-file.js";
import { purposeText } from "./words.js";

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
