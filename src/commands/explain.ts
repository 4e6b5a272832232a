import { EXIT } from "../report/exit-code.js";
import type { PlainReport } from "../report/report.js";
import { explain, idsByKind } from "../report/table/explanation.js";
import { figure } from "../report/words.js";
import { nearest } from "../source/nearest.js";
import { printable } from "../source/printable.js";
import type { Table } from "../table/table.js";
import { answered, failed, type Outcome } from "./outcome.js";

/** Tells all about a rule, fact, finding, source, verdict or problem code, or whatever else has an id, on a day. */
export function explainId(table: Table, id: string, asOf: string): Outcome<PlainReport> {
  const found = explain(table, id, asOf);
  const [first, ...others] = found;
  if (first === undefined) return failed(EXIT.usage, `Nothing is called \`${printable(id)}\`. ${hint(table, id)}`);
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
  return answered({ kind: "plain", page, data });
}

/** What somebody may have meant by a word that is no id. */
function hint(table: Table, word: string): string {
  const ids = [...new Set(idsByKind(table).flatMap(({ ids: some }) => some))];
  const near = nearest(word, ids);
  const wider = ids.filter((id) => id !== near && id.toLowerCase().includes(word.toLowerCase()));
  const said = [
    ...(near === undefined ? [] : [`Did you mean \`${near}\`?`]),
    ...(wider.length === 0 ? [] : [`It is part of ${idsText(wider)}.`]),
  ];
  return said.length === 0 ? "`order-triage explain` lists every id." : said.join(" ");
}

const MOST_IDS = 12;

function idsText(ids: readonly string[]): string {
  const more = ids.length - MOST_IDS;
  const shown = ids.slice(0, MOST_IDS).map((id) => `\`${id}\``);
  return [...shown, ...(more > 0 ? [`and ${figure(more)} more`] : [])].join(", ");
}

/** Every id that can be explained, with what it is the id of. */
export function explainable(table: Table): Record<string, string> {
  return Object.fromEntries(idsByKind(table).flatMap(({ name, ids }) => ids.map((id) => [id, name])));
}

/** Every id that can be explained, by what it is the id of. */
export function listIds(table: Table): Outcome<PlainReport> {
  const kinds = idsByKind(table).filter(({ ids }) => ids.length > 0);
  const page = {
    title: "What can be explained, by its id",
    sections: kinds.map(({ name, ids }) => ({
      heading: `${name}s (${figure(ids.length)})`,
      kind: "bulleted" as const,
      lines: ids,
    })),
  };
  const data = { schema: "order-triage/ids@1", ids: Object.fromEntries(kinds.map(({ kind, ids }) => [kind, ids])) };
  return answered({ kind: "plain", page, data });
}
