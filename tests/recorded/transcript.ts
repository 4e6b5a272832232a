import { align, GAP } from "./align.js";

/** A command from a console block, with what it prints and its exit code. */
export interface Replay {
  readonly command: string;
  readonly expected: string;
  readonly exitCode: number;
}

/** What a command came to: all that it printed, and its exit code. */
export interface Ran {
  readonly all: string;
  readonly exitCode?: number | undefined;
}

const BLOCK = /(?<=^```console\n).*?(?=^```$)/gms;
const REPLAY = /^\$ .*?(?=^\$ |(?![\s\S]))/gms;

/** The commands of all console blocks of a Markdown text. A command may go on over lines that end in a backslash. */
export function replaysIn(markdown: string): Replay[] {
  return textsIn(markdown).map(replay);
}

function textsIn(markdown: string): string[] {
  const blocks = markdown.match(BLOCK) ?? [];
  return blocks.flatMap((block) => block.match(REPLAY) ?? []);
}

function replay(text: string): Replay {
  const parts = /^\$ ((?:[^\n]*\\\n)*[^\n]*)\n?(.*)$/s.exec(text) as unknown as [string, string, string];
  const [, command, output] = parts;
  const exit = /^\[exit (\d+)\]\n?$/m.exec(output);
  return { command, expected: output.replace(/^\[exit \d+\]\n?/m, "").trimEnd(), exitCode: Number(exit?.[1] ?? 0) };
}

/**
 * The same Markdown text with what its commands print now. What it leaves out is left out of it again, and a command
 * that is not run (`undefined`) stays as it stands.
 */
export async function recordedAnew(
  markdown: string,
  run: (command: string) => Promise<Ran> | undefined,
): Promise<string> {
  const texts: string[] = [];
  for (const text of textsIn(markdown)) {
    const ran = await run(replay(text).command);
    texts.push(ran === undefined ? text : textOf(replay(text), ran));
  }
  return markdown.replaceAll(BLOCK, (block) => block.replaceAll(REPLAY, () => texts.shift() as string));
}

function textOf({ command, expected }: Replay, { all, exitCode }: Ran): string {
  const output = recorded(expected, all.trimEnd());
  const lines = [`$ ${command}`, ...(output === "" ? [] : [output]), ...(exitCode === 0 ? [] : [`[exit ${exitCode}]`])];
  return `${lines.join("\n")}\n`;
}

/** An output as a transcript shows it that showed another one: the same text where it still matches. */
export function recorded(expected: string, actual: string): string {
  const replace = (shown: string, now: string): string => (shown.includes(GAP) ? inWords(shown, now) : now);
  return align({ shown: linesOf(expected), now: linesOf(actual), fits: matches, replace }).join("\n");
}

function linesOf(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}

function inWords(shown: string, now: string): string {
  const fits = (one: string, other: string): boolean => one === other;
  return align({ shown: wordsOf(shown), now: wordsOf(now), fits, replace: (_, other) => other }).join("");
}

function wordsOf(line: string): string[] {
  return line.match(/\w+|\W/gu) ?? [];
}

/**
 * Whether an output is what a transcript shows. A line with nothing but `…` stands for any lines, a `…` within a line
 * for any rest or part of it.
 */
export function matches(expected: string, actual: string): boolean {
  const literal = expected.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = literal.replaceAll(/^…$/gm, "[^]*").replaceAll("…", ".*");
  return new RegExp(`^${pattern}$`).test(actual);
}
