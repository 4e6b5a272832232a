import { emptyFile } from "../empty.js";
import type { SourceNode } from "../node.js";
import { areEnough, errorAt, firstProblems, inSourceOrder, type Parsed, type Problem } from "../problem.js";
import { lineOf, lineSpan, type SourceText } from "../text.js";
import { type ComposedYaml, composeYaml } from "./compose.js";
import { followsFromAnother, wordError } from "./errors.js";
import { withoutFollowers } from "./mend.js";
import { tokenizeYaml, type YamlTokens } from "./tokens.js";
import { buildYaml } from "./tree.js";
import { readUsualYaml } from "./usual/read.js";

/** Reads the plain part of YAML 1.2: no references, tags, directives or merge keys, and one document. */
export function readYaml(written: SourceText): Parsed<SourceNode> {
  // YAML ends a line at a lone carriage return, the library does not; the offsets stay the same
  const source = { ...written, text: written.text.replace(/\r(?!\n)/g, "\n") };
  const { root, problems, isLost } = readOnce(source);
  if (root !== undefined && problems.length === 0) return { ok: true, value: root };
  if (!isLost || areEnough(problems)) return { ok: false, problems };
  const first = withoutFollowers({ source, problems }, (mended) => readOnce(mended).problems);
  return { ok: false, problems: inSourceOrder(first) };
}

interface Reading {
  /** Absent where the file was not read to its end. */
  readonly root?: SourceNode;
  readonly problems: readonly Problem[];
  /** Whether the library may have taken a part of the file for something else than was meant. */
  readonly isLost: boolean;
}

function readOnce(source: SourceText): Reading {
  const usual = readUsualYaml(source.text);
  return usual === undefined ? readByLibrary(source) : { root: usual, problems: [], isLost: false };
}

/** What the library makes of a file; the same as `readUsualYaml` where that makes anything of it. */
export function readByLibrary(source: SourceText): Reading {
  const scanned = tokenizeYaml(source);
  if (scanned.isGivenUp) return { problems: firstProblems(scanned.problems), isLost: false };
  const composed = composeYaml(source, scanned.tokens);
  if (isEmpty(composed, scanned)) return { problems: [emptyFile(source)], isLost: false };
  const tree = buildYaml(source, composed.contents);
  const syntax = [...scanned.problems, ...syntaxProblems(source, composed.errors, scanned)];
  const problems = [...syntax, ...onOtherLines(tree.problems, linesOf(syntax)), ...severalDocuments(source, composed)];
  return {
    root: tree.root,
    problems: firstProblems(inSourceOrder(problems), composed.isCut || areEnough(problems)),
    isLost: composed.errors.length > 0 || tree.problems.filter(isTwice).length > 1,
  };
}

function isTwice({ code }: Problem): boolean {
  return code === "OT114";
}

function isEmpty({ contents, errors }: ComposedYaml, { problems }: YamlTokens): boolean {
  return (contents === null || contents.range[0] === contents.range[1]) && errors.length + problems.length === 0;
}

function syntaxProblems(
  source: SourceText,
  errors: ComposedYaml["errors"],
  { problems, brokenAt }: YamlTokens,
): Problem[] {
  const told = linesOf(problems);
  for (const offset of brokenAt) for (const line of blockFrom(source, lineOf(source, offset))) told.add(line);
  return errors
    .toSorted((a, b) => a.pos[0] - b.pos[0])
    .filter((error, index) => !followsFromAnother(error) || (index === 0 && problems.length === 0))
    .filter((error) => isNew(told, lineOf(source, error.pos[0])))
    .map((error) => wordError(source, error));
}

/** A line, those behind it that stand in the same block, and the next: what belongs to what is not known any more there. */
function blockFrom(source: SourceText, first: number): number[] {
  const lines: number[] = [];
  let least = 0;
  for (let line = first; ; line += 1) {
    const span = lineSpan(source, line);
    if (span === undefined) return lines;
    const indent = source.text.slice(span.start, span.end).search(/\S/);
    if (line === first) least = indent;
    lines.push(line);
    if (indent >= 0 && indent < least) return lines;
  }
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

function severalDocuments(source: SourceText, { secondAt: start }: ComposedYaml): Problem[] {
  if (start === undefined) return [];
  const help = "take out the line `---` or `...`, or give each document a file of its own";
  return [
    errorAt(source, { start, end: start }, { code: "OT106", message: "a second YAML document begins here", help }),
  ];
}
