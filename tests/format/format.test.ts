import fc from "fast-check";
import { expect, test } from "vitest";
import { formatMarkdown } from "../../src/format/markdown.js";
import { formatText } from "../../src/format/text.js";
import type { Page, Section } from "../../src/report/page.js";
import { noPaint } from "../../src/report/paint.js";

const words = fc
  .array(fc.stringMatching(/^[a-zA-Z*_<`#|]{1,30}$/), { minLength: 1, maxLength: 20 })
  .map((list) => list.join(" "));
const line = fc.oneof(words, fc.record({ text: words, under: fc.array(words, { maxLength: 3 }) }));
const section: fc.Arbitrary<Section> = fc.record(
  {
    heading: words,
    kind: fc.constantFrom("paragraphs", "numbered", "bulleted"),
    tone: fc.constantFrom("urgent", "quiet"),
    lines: fc.array(line, { minLength: 1, maxLength: 12 }),
  },
  { requiredKeys: ["kind", "lines"] },
);
const page: fc.Arbitrary<Page> = fc.record({ title: words, sections: fc.array(section, { maxLength: 4 }) });

/** Every word of a page in the order it is read. */
function wordsOf({ title, sections }: Page): string[] {
  const texts = sections.flatMap(({ heading, lines }) => [
    ...(heading === undefined ? [] : [heading]),
    ...lines.flatMap((one) => (typeof one === "string" ? [one] : [one.text, ...(one.under ?? [])])),
  ]);
  return [title, ...texts].flatMap((text) => text.split(" "));
}

test("a text is as wide as it may be, and loses and moves no word", () => {
  fc.assert(
    fc.property(page, fc.integer({ min: 40, max: 80 }), (one, width) => {
      const text = formatText(
        { ...one, sections: one.sections.map(({ heading: _, ...rest }) => rest) },
        width,
        noPaint,
      );
      for (const written of text.split("\n")) {
        if (written.length > width) expect(written.trim().replace(/^(-|\d+\.) /, "")).not.toContain(" ");
        expect(written).toBe(written.trimEnd());
      }
      const marks = /^\s*(?:-|\d+\.) /gm;
      expect(text.replace(marks, "").split(/\s+/).filter(Boolean)).toEqual(
        wordsOf({ ...one, sections: one.sections.map(({ heading: _, ...rest }) => rest) }),
      );
    }),
  );
});

test("lines that go on are indented as far as their first word", () => {
  const text = formatText(
    {
      title: "Title",
      sections: [{ kind: "numbered", lines: ["one two three four five six seven eight nine ten eleven"] }],
    },
    40,
    noPaint,
  );
  expect(text).toBe("Title\n\n  1. one two three four five six seven\n     eight nine ten eleven\n");
});

test("what is urgent is painted as urgent, and each line once", () => {
  const urgent = { ...noPaint, urgent: (text: string) => `<${text}>` };
  const text = formatText(
    { title: "Title", sections: [{ kind: "paragraphs", tone: "urgent", lines: ["one", "two"] }] },
    40,
    urgent,
  );
  expect(text).toBe("Title\n\n<one>\n\n<two>\n");
});

test("no text turns into markup", () => {
  fc.assert(
    fc.property(page, (one) => {
      const markdown = formatMarkdown(one);
      const bare = markdown
        .replace(/\\[*_<`#|]/g, "")
        .replace(/^#{1,2} /gm, "")
        .replace(/^> \*\*(.*)\*\*$/gm, "$1");
      expect(bare).not.toMatch(/[*_<`#|]/);
    }),
  );
});

test("an address can be followed from Markdown and is left out of text", () => {
  const one: Page = {
    title: "Title",
    sections: [{ kind: "bulleted", lines: [{ text: "A source", url: "https://example.org/a_b" }] }],
  };
  expect(formatMarkdown(one)).toBe("# Title\n\n- A source <https://example.org/a_b>\n");
  expect(formatText(one, 40, noPaint)).toBe("Title\n\n  - A source\n");
});

test("an address cannot end before its end", () => {
  const url = "https://a/><script>x</script>?q=1 2\n\\`";
  const one: Page = { title: "Title", sections: [{ kind: "bulleted", lines: [{ text: "A source", url }] }] };
  expect(formatMarkdown(one)).toBe(
    "# Title\n\n- A source <https://a/%3E%3Cscript%3Ex%3C/script%3E?q=1%202%0A%5C%60>\n",
  );
});
