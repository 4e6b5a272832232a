import type { Path, SourceDocument } from "../source/document.js";
import { errorAt, type Problem } from "../source/problem.js";
import type { Span } from "../source/text.js";
import { writtenKnown } from "../triage/written-known.js";

/** Facts, particulars and what is missing from the paper, as given on the command line, in the order they were written. */
export type Flags = readonly Flag[];

export interface Flag {
  /** As it was written: `--charged`, or `--set`. */
  readonly flag: string;
  readonly section: "facts" | "particulars" | "missing";
  readonly id: string;
  readonly value: string;
}

/** What is stated twice, at its second place: the one would hide the other. */
export function repeatedFlags(flags: Flags): Problem[] {
  const { source, spanOf } = flagsDocument(flags);
  const repeated = flags.filter(({ id }, index) => flags.findLastIndex((flag) => flag.id === id) > index);
  return [...new Set(repeated.map(({ id }) => id))].map((id) =>
    errorAt(source, spanOf(["facts", id], "key"), {
      code: "OT114",
      message: `\`${id}\` stands twice`,
      help: "keep one of the two",
    }),
  );
}

/** Flags read as though they were a case file, so that one reader serves both and can point at what is wrong. */
export function flagsDocument(flags: Flags): SourceDocument {
  const written = flags.map(({ flag, id, value }) => (flag === "--set" ? `--set ${id}=${value}` : `${flag} ${value}`));
  const section = (name: Flag["section"], meaning: (text: string) => unknown): Record<string, unknown> =>
    Object.fromEntries(flags.filter((flag) => flag.section === name).map(({ id, value }) => [id, meaning(value)]));
  const missing = flags.find((flag) => flag.section === "missing");
  return {
    source: { name: "command line", text: written.join(" ") },
    value: {
      facts: section("facts", writtenKnown),
      particulars: section("particulars", (text) => text),
      ...(missing === undefined ? {} : { missing: missing.value.split(",").map((id) => id.trim()) }),
    },
    spanOf: ([name, own]: Path, part: "key" | "value"): Span => {
      const id = name === "missing" ? name : own;
      const index = flags.findLastIndex((flag) => flag.id === id);
      const before = written.slice(0, index).reduce((length, one) => length + one.length + 1, 0);
      const end = before + (written[index]?.length ?? 0);
      const width = (part === "key" ? flags[index]?.flag : flags[index]?.value)?.length ?? 0;
      return part === "key" ? { start: before, end: before + width } : { start: end - width, end };
    },
  };
}
