import type { Chapter, Entry, Flow, Part, PartLine, SignOffDocument } from "../document.js";

/** Gives each rule the number at which it stands, and says it wherever the rule is named. */
export function numberRules(document: SignOffDocument): SignOffDocument {
  const rules = document.chapters.filter(({ tier }) => tier === "rules").flatMap(({ entries }) => entries);
  const numbers: Numbers = new Map(rules.map(({ anchor }, index) => [anchor, index + 1]));
  return {
    ...document,
    head: document.head.map((part) => numberedPart(numbers, part)),
    chapters: document.chapters.map((chapter) => numberedChapter(numbers, chapter)),
  };
}

type Numbers = ReadonlyMap<string, number>;

function numberedChapter(numbers: Numbers, { flow, ...chapter }: Chapter): Chapter {
  return {
    ...chapter,
    intro: chapter.intro.map((part) => numberedPart(numbers, part)),
    ...(flow === undefined ? {} : { flow: numberedFlow(numbers, flow) }),
    entries: chapter.entries.map((entry) => numberedEntry(numbers, entry)),
  };
}

function numberedFlow(numbers: Numbers, { questions, ends }: Flow): Flow {
  return { questions, ends: ends.map((end) => ({ ...end, ...numberOf(numbers, end.to) })) };
}

function numberedEntry(numbers: Numbers, entry: Entry): Entry {
  const parts = entry.parts.map((part) => numberedPart(numbers, part));
  return { ...entry, ...numberOf(numbers, entry.anchor), parts };
}

function numberedPart(numbers: Numbers, part: Part): Part {
  return { ...part, lines: part.lines.map((line): PartLine => ({ ...line, ...numberOf(numbers, line.to) })) };
}

function numberOf(numbers: Numbers, anchor = ""): { readonly number?: number } {
  const number = numbers.get(anchor);
  return number === undefined ? {} : { number };
}
