import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsOf, type WholeRow } from "../../src/batch/read/csv/rows.js";
import { feedRoom, newFeed } from "../../src/batch/read/feed.js";
import { positionOf } from "../../src/source/text.js";

async function rowsIn(text: string): Promise<WholeRow[]> {
  let left = Buffer.from(text);
  const feed = newFeed(feedRoom(256 * 1024, 1), (bytes, from) => {
    const part = left.subarray(0, bytes.length - from);
    bytes.set(part, from);
    left = left.subarray(part.length);
    return part.length;
  });
  const rows: WholeRow[] = [];
  for await (const row of rowsOf(feed, "a.csv")) if (row.kind === "row") rows.push(row);
  return rows;
}

test("the place of a cell is where its text stands in the file", async () => {
  const sign = fc.constantFrom(";", ";", '"', '""', "\n", "\r\n", "\r", " ", "a", "bc", "é", "😀", "^", "]", "\\");
  await fc.assert(
    fc.asyncProperty(fc.array(sign, { maxLength: 30 }), async (signs) => {
      const text = `x;y;z\n${signs.join("")}`;
      const lines = text.split(/\r\n|\r|\n/);
      for (const { line, cells, written } of await rowsIn(text)) {
        const { source, spans } = written();
        const texts = spans.map(({ start, end }) => source.text.slice(start, end));
        // how many quotation marks are letters is for the parser to say
        const unquoted = (one = ""): string => one.replaceAll('"', "");
        expect(texts.map(unquoted)).toEqual(cells.map(unquoted));
        for (const [index, { start }] of spans.entries()) {
          const place = positionOf(source, start);
          const rest = [...(lines[place.line - 1] ?? "")].slice(place.column - 1).join("");
          expect(rest.startsWith(texts[index]?.split(/[\r\n]/, 1)[0] ?? "")).toBe(true);
          expect(place.line).toBeGreaterThanOrEqual(line);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});
