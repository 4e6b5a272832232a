import { type Field, type Fields, fieldsByName, type List, type SourceNode } from "../node.js";
import { firstProblems, inSourceOrder, type Parsed, type Problem } from "../problem.js";
import type { SourceText } from "../text.js";
import type { Token } from "./tokens.js";

/** The tree of a text that is known to be JSON and not too deep. Only a name used twice can be wrong with it. */
export function buildJson(source: SourceText, tokens: readonly Token[]): Parsed<SourceNode> {
  const build: Build = { source, tokens, next: 0, problems: [] };
  const value = node(build);
  return build.problems.length > 0
    ? { ok: false, problems: firstProblems(inSourceOrder(build.problems)) }
    : { ok: true, value };
}

interface Build {
  readonly source: SourceText;
  readonly tokens: readonly Token[];
  readonly problems: Problem[];
  next: number;
}

function node(build: Build): SourceNode {
  const token = take(build);
  if (token.text === "{") return fields(build, token.start);
  if (token.text === "[") return list(build, token.start);
  return { kind: "leaf", span: token, value: JSON.parse(token.text) };
}

function fields(build: Build, start: number): Fields {
  const written: Field[] = [];
  while (!isAt(build, "}")) {
    const key = take(build);
    take(build); // the colon
    written.push({ name: JSON.parse(key.text), key, node: node(build) });
    if (isAt(build, ",")) take(build);
  }
  const span = { start, end: take(build).end };
  return { kind: "fields", span, fields: fieldsByName(build.source, written, build.problems) };
}

function list(build: Build, start: number): List {
  const items: SourceNode[] = [];
  while (!isAt(build, "]")) {
    items.push(node(build));
    if (isAt(build, ",")) take(build);
  }
  return { kind: "list", span: { start, end: take(build).end }, items };
}

function isAt({ tokens, next }: Build, sign: string): boolean {
  return tokens[next]?.text === sign;
}

function take(build: Build): Token {
  const token = build.tokens[build.next];
  if (token === undefined) throw new Error("a text that was said to be JSON ends too early");
  build.next += 1;
  return token;
}
