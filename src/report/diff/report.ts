import type { DiffReport } from "../report.js";
import type { Comparison } from "./comparison.js";
import { comparisonData } from "./data.js";
import { comparisonDocument } from "./document.js";
import { comparisonPage } from "./page.js";

/** What changes from one table to another: to read, as data, and to be signed, made by a version of this program. */
export function reportComparison(comparison: Comparison, tool: string): DiffReport {
  return {
    kind: "diff",
    page: comparisonPage(comparison),
    data: comparisonData(comparison),
    document: comparisonDocument(comparison, tool),
  };
}
