import { isMap, isScalar, isSeq, type Pair, type ParsedNode, type Scalar, type YAMLMap } from "yaml";
import { type Field, fieldsByName, type Leaf, type SourceNode } from "../node.js";
import { areEnough, type Problem } from "../problem.js";
import type { SourceText, Span } from "../text.js";
import { keyProblems, textProblems } from "./lint.js";

/** The tree of a composed document, with what the parser takes without a word and no author means. */
export function buildYaml(
  source: SourceText,
  contents: ParsedNode | null,
): { root: SourceNode; problems: readonly Problem[] } {
  const build: Build = { source, problems: [] };
  return { root: nodeOf(build, contents, { start: 0, end: 0 }), problems: build.problems };
}

interface Build {
  readonly source: SourceText;
  readonly problems: Problem[];
}

function nodeOf(build: Build, node: ParsedNode | null, missing: Span): SourceNode {
  if (node === null) return { kind: "leaf", span: missing, value: null };
  const span = spanOf(node);
  if (isMap(node))
    return { kind: "fields", span, fields: fieldsByName(build.source, fieldsOf(build, node), build.problems) };
  if (isSeq(node)) return { kind: "list", span, items: node.items.map((item) => nodeOf(build, item, span)) };
  return leafOf(build, node, span);
}

function leafOf({ source, problems }: Build, node: ParsedNode, span: Span): Leaf {
  if (!isScalar(node)) return { kind: "leaf", span, value: null };
  if (isPlain(node) && !areEnough(problems)) problems.push(...textProblems(source, span));
  return { kind: "leaf", span, value: node.value };
}

function fieldsOf(build: Build, map: YAMLMap.Parsed): Field[] {
  return map.items.flatMap((pair) => fieldOf(build, pair));
}

function fieldOf(build: Build, { key, value }: Pair<ParsedNode, ParsedNode | null>): Field[] {
  if (!isScalar(key)) return [];
  const span = spanOf(key);
  if (isPlain(key) && !areEnough(build.problems))
    build.problems.push(...keyProblems(build.source, span, value === null));
  return [{ name: String(key.value), key: span, node: nodeOf(build, value, { start: span.end, end: span.end }) }];
}

function isPlain({ type }: Scalar): boolean {
  return type === "PLAIN";
}

function spanOf({ range }: ParsedNode): Span {
  return { start: range[0], end: range[1] };
}
