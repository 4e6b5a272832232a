import { explain, knownIds } from "../report/explanation.js";
import { nearest } from "../source/nearest.js";
import { printable } from "../source/printable.js";
import type { Table } from "../table/table.js";
import { EXIT } from "./exit-code.js";
import { failed, type Outcome } from "./outcome.js";

/** Tells all about a rule, fact, finding, source, verdict or problem code, or whatever else has an id, on a day. */
export function explainId(table: Table, id: string, asOf: string): Outcome {
  const found = explain(table, id, asOf);
  const [first, ...others] = found;
  if (first === undefined) {
    const near = nearest(id, knownIds(table));
    return failed(
      EXIT.usage,
      `Nothing is called \`${printable(id)}\`.${near === undefined ? "" : ` Did you mean \`${near}\`?`}`,
    );
  }
  const sections = [first.page, ...others.map(({ page }) => page)];
  const page = {
    title: first.page.title,
    sections: sections.flatMap(({ title, sections: own }, index) =>
      index === 0 ? own : [{ kind: "paragraphs" as const, lines: [title] }, ...own],
    ),
  };
  const data = {
    schema: "order-triage/explanation@1",
    id,
    found: found.map(({ kind, data }) => ({ kind, ...(data as object) })),
  };
  return { kind: "answered", report: { page, data }, exitCode: EXIT.ok, remarks: [] };
}
