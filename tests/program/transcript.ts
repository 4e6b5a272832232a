/** A command from a console block, with what it prints and its exit code. */
export interface Replay {
  readonly command: string;
  readonly expected: string;
  readonly exitCode: number;
}

/** The commands of all console blocks of a Markdown text. A command may go on over lines that end in a backslash. */
export function replaysIn(markdown: string): Replay[] {
  const blocks = [...markdown.matchAll(/^```console\n(.*?)^```$/gms)].map(([, block]) => block as string);
  return blocks.flatMap((block) => block.split(/^\$ /m).slice(1).map(replay));
}

function replay(text: string): Replay {
  const [, command, output] = /^((?:[^\n]*\\\n)*[^\n]*)\n?(.*)$/s.exec(text) as unknown as [string, string, string];
  const exit = /^\[exit (\d+)\]\n?$/m.exec(output);
  return { command, expected: output.replace(/^\[exit \d+\]\n?/m, "").trimEnd(), exitCode: Number(exit?.[1] ?? 0) };
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
