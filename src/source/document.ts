import { type Field, plainValue, type SourceNode } from "./node.js";
import type { Parsed } from "./problem.js";
import type { SourceText, Span } from "./text.js";

/** Names of fields and indexes of items, from the outside in. */
export type Path = readonly (string | number)[];

/** A file as plain data, and the place of every part of it. */
export interface SourceDocument {
  readonly source: SourceText;
  readonly value: unknown;
  /**
   * Where a part of the value stands. The key of an item or of the whole file is the value itself.
   * What is not there is missed at the nearest thing that should have it: at its key, or else where it begins.
   */
  spanOf(path: Path, part: "key" | "value"): Span;
}

/** A file that was read as a tree, as plain data with places. */
export function documentOf(source: SourceText, root: Parsed<SourceNode>): Parsed<SourceDocument> {
  if (!root.ok) return root;
  const spanOf = (path: Path, part: "key" | "value"): Span => spanIn(root.value, path, part);
  return { ok: true, value: { source, value: plainValue(root.value), spanOf } };
}

function spanIn(root: SourceNode, path: Path, part: "key" | "value"): Span {
  let here: Place = { node: root };
  for (const step of path) {
    const next = stepInto(here.node, step);
    if (next === undefined) return here.key ?? { start: here.node.span.start, end: here.node.span.start };
    here = next;
  }
  return part === "key" ? (here.key ?? here.node.span) : here.node.span;
}

type Place = { readonly node: SourceNode } & Partial<Pick<Field, "key">>;

function stepInto(node: SourceNode, step: string | number): Place | undefined {
  if (node.kind === "fields") return node.fields.get(String(step));
  const item = node.kind === "list" ? node.items[Number(step)] : undefined;
  return item === undefined ? undefined : { node: item };
}
