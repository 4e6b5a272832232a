import fc from "fast-check";
import { expect, test } from "vitest";
import { listPage } from "../../src/cli/terminal/list-page.js";

const list = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 14 });
const choice = (height: number, index: number): string => Array(height).fill(`choice ${index}.`).join("\n");

test("a page of a list fits its room, has the cursor in sight, and counts what is out of sight", () => {
  fc.assert(
    fc.property(
      list,
      fc.array(fc.nat(), { minLength: 1 }),
      fc.integer({ min: 10, max: 20 }),
      fc.boolean(),
      (heights, cursors, room, pinned) => {
        const choices = heights.map(choice);
        let top = 0;
        for (const cursor of cursors) {
          const active = cursor % choices.length;
          const page = listPage(choices, active, top, room, pinned);
          top = page.top;
          expect(page.rows.join("\n").split("\n").length).toBeLessThanOrEqual(room);
          expect(page.rows).toContain(choices[active]);
          if (pinned) expect(page.rows.at(-1)).toBe(choices.at(-1));
          const shown = page.rows.filter((row) => choices.includes(row));
          const hidden = page.rows.flatMap(
            (row) => /^ +(?:↑ (?=\d+ more above)|↓ (?=\d+ more below))(\d+)/.exec(row)?.slice(1) ?? [],
          );
          expect(shown.length + hidden.reduce((sum, count) => sum + Number(count), 0)).toBe(choices.length);
        }
      },
    ),
  );
});

test("a list opens at its top, and moves only as far as it must", () => {
  const choices = ["a", "b", "c", "d", "e", "f"];
  expect(listPage(choices, 5, 0, 5, true).rows).toEqual(["", "a", "b", "   ↓ 3 more below", "f"]);
  expect(listPage(choices, 4, 0, 5, true).rows).toEqual(["   ↑ 3 more above", "d", "e", "", "f"]);
  expect(listPage(choices, 5, 3, 5, true).top).toBe(3);
  expect(listPage(choices, 2, 3, 5, true).rows).toEqual(["   ↑ 2 more above", "c", "d", "   ↓ 1 more below", "f"]);
  expect(listPage(choices, 1, 0, 6, false)).toEqual({ rows: choices, top: 0 });
});
