import { Composer, type Document, type ParsedNode } from "yaml";
import { emptyFile } from "./empty.js";
import type { SourceNode } from "./node.js";
import { errorAt, inSourceOrder, type Parsed, type Problem } from "./problem.js";
import { lineOf, type SourceText } from "./text.js";
import { followsFromAnother, wordError } from "./yaml-errors.js";
import { tokenizeYaml, type YamlTokens } from "./yaml-tokens.js";
import { buildYaml } from "./yaml-tree.js";

/** Reads the plain part of YAML 1.2: no references, tags, directives or merge keys, and one document. */
export function readYaml(written: SourceText): Parsed<SourceNode> {
  // YAML ends a line at a lone carriage return, the library does not; the offsets stay the same
  const source = { ...written, text: written.text.replace(/\r(?!\n)/g, "\n") };
  const scanned = tokenizeYaml(source);
  if (scanned.isTooDeep) return refuse(scanned.problems);
  const [document, second] = compose(source, scanned);
  if (document === undefined || isEmpty(document, scanned)) return refuse([emptyFile(source)]);
  const tree = buildYaml(source, document.contents);
  const syntax = [...scanned.problems, ...syntaxProblems(source, document, scanned)];
  const problems = [...syntax, ...onOtherLines(tree.problems, linesOf(syntax)), ...severalDocuments(source, second)];
  return problems.length > 0 ? refuse(inSourceOrder(problems)) : { ok: true, value: tree.root };
}

// the schema is named because a `%YAML 1.1` line would change it; names used twice are looked for in the tree, the library needs quadratic time
const OPTIONS = {
  schema: "core",
  version: "1.2",
  resolveKnownTags: false,
  strict: true,
  stringKeys: true,
  uniqueKeys: false,
  merge: false,
  prettyErrors: false,
  logLevel: "error",
} as const;

type YamlDocument = Document.Parsed<ParsedNode>;

function compose(
  { text }: SourceText,
  { tokens }: YamlTokens,
): readonly [YamlDocument | undefined, YamlDocument | undefined] {
  const [first, second] = new Composer(OPTIONS).compose(tokens, true, text.length);
  return [first, second];
}

function isEmpty({ contents, errors }: YamlDocument, { problems }: YamlTokens): boolean {
  return (contents === null || contents.range[0] === contents.range[1]) && errors.length + problems.length === 0;
}

function syntaxProblems(
  source: SourceText,
  { errors, warnings }: YamlDocument,
  { problems, brokenAt }: YamlTokens,
): Problem[] {
  const told = linesOf(problems);
  for (const offset of brokenAt) told.add(lineOf(source, offset));
  return [...errors, ...warnings]
    .toSorted((a, b) => a.pos[0] - b.pos[0])
    .filter((error, index) => !followsFromAnother(error) || (index === 0 && problems.length === 0))
    .filter((error) => isNew(told, lineOf(source, error.pos[0])))
    .map((error) => wordError(source, error));
}

/** One mistake makes several errors; the first one on a line is the one to mend. */
function isNew(told: Set<number>, line: number): boolean {
  const before = told.size;
  return told.add(line).size > before;
}

function linesOf(problems: readonly Problem[]): Set<number> {
  return new Set(problems.flatMap(({ at }) => (at === undefined ? [] : [lineOf(at.source, at.span.start)])));
}

function onOtherLines(problems: readonly Problem[], lines: ReadonlySet<number>): Problem[] {
  return problems.filter(({ at }) => at === undefined || !lines.has(lineOf(at.source, at.span.start)));
}

function severalDocuments(source: SourceText, second: YamlDocument | undefined): Problem[] {
  if (second === undefined) return [];
  const [start] = second.range;
  const help = "take out the line `---` or `...`, or give each document a file of its own";
  return [
    errorAt(source, { start, end: start }, { code: "OT106", message: "a second YAML document begins here", help }),
  ];
}

function refuse(problems: readonly Problem[]): Parsed<SourceNode> {
  return { ok: false, problems };
}
