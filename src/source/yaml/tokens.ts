import { CST, Lexer, Parser } from "yaml";
import { MAX_DEPTH, MOST_PARTS, tooDeep, tooManyParts } from "../limits.js";
import { areEnough, errorAt, inSourceOrder, type Problem } from "../problem.js";
import type { SourceText } from "../text.js";
import { type Bracket, closeBracket, unclosedBracket } from "./brackets.js";
import { controlCharacters, refusedToken, unclosedText } from "./refusals.js";

/** A file cut up as YAML would, and what can be told against it before it is put together. */
export interface YamlTokens {
  readonly tokens: readonly CST.Token[];
  readonly problems: readonly Problem[];
  /** Where a bracket was given up: what the parser says of that line follows from it. */
  readonly brokenAt: readonly number[];
  /** The rest of the file was not looked at: it is too deep to be put together, or enough is wrong with it already. */
  readonly isGivenUp: boolean;
}

export function tokenizeYaml(source: SourceText): YamlTokens {
  const parser = new Parser();
  const scan: Scan = { source, problems: controlCharacters(source), brokenAt: [], open: [], isText: false };
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(source.text)) {
    look(scan, lexeme, parser.offset);
    for (const token of parser.next(lexeme)) tokens.push(token);
    lexemes += 1;
    if (isTooDeep(parser)) return giveUp(scan, tokens, tooDeep(source, parser.offset - 1));
    if (lexemes > MOST_PARTS) return giveUp(scan, tokens, tooManyParts());
    if (areEnough(scan.problems)) return giveUp(scan, tokens);
  }
  tokens.push(...parser.end());
  giveUpBrackets(scan);
  return { ...scan, problems: inSourceOrder(scan.problems), tokens, isGivenUp: false };
}

function giveUp({ problems, brokenAt }: Scan, tokens: readonly CST.Token[], ...last: readonly Problem[]): YamlTokens {
  return { problems: inSourceOrder([...problems, ...last]), tokens, brokenAt, isGivenUp: true };
}

interface Scan {
  readonly source: SourceText;
  readonly problems: Problem[];
  readonly brokenAt: number[];
  readonly open: Bracket[];
  isText: boolean;
}

function isTooDeep({ stack }: Parser): boolean {
  return stack.length > MAX_DEPTH && stack.filter(CST.isCollection).length > MAX_DEPTH;
}

/** The lexer announces plain text by a sign of its own, so that text is not taken for one of the signs of YAML. */
function look(scan: Scan, lexeme: string, offset: number): void {
  const wasText = scan.isText;
  scan.isText = lexeme === CST.SCALAR && !wasText;
  if (!wasText && !scan.isText) lookAtSign(scan, lexeme, offset);
}

function lookAtSign(scan: Scan, lexeme: string, offset: number): void {
  const { source, problems, open, brokenAt } = scan;
  const span = { start: offset, end: offset + lexeme.length };
  const wording = refusedToken(lexeme);
  if (wording !== undefined) problems.push(errorAt(source, span, wording));
  switch (CST.tokenType(lexeme)) {
    case "double-quoted-scalar":
    case "single-quoted-scalar":
      problems.push(...unclosedText(source, lexeme, offset));
      return;
    case "flow-map-start":
    case "flow-seq-start":
      open.push({ sign: lexeme, offset });
      return;
    case "flow-map-end":
    case "flow-seq-end":
      problems.push(...closeBracket(source, open, { sign: lexeme, offset }));
      return;
    case "flow-error-end":
      brokenAt.push(offset);
      giveUpBrackets(scan);
  }
}

function giveUpBrackets({ source, open, problems }: Scan): void {
  for (const bracket of open.splice(0)) problems.push(unclosedBracket(source, bracket));
}
