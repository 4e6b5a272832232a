import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { partsIn } from "../../src/table/parts.js";
import { shippedTable } from "./shipped.js";

const { table } = shippedTable();
const dated = partsIn(table, "findings", "rules", "notices", "sources");

interface Waiting {
  readonly ids: readonly string[];
  readonly nextLook: string;
}

/** The rows of the page: what of the table a law concerns, and the day of the next look. */
const waiting: Waiting[] = readFileSync("docs/law-in-time.md", "utf8")
  .split("\n")
  .flatMap((line) => {
    const cells = line.split("|").map((cell) => cell.trim());
    const nextLook = cells.at(-2) ?? "";
    return /^\d{4}-\d\d-\d\d$/.test(nextLook)
      ? [{ ids: [...(cells[2] ?? "").matchAll(/`([^`]+)`/g)].map(([, id]) => id as string), nextLook }]
      : [];
  });

test("every law that waits stands in the table with the day of its next look", () => {
  expect(waiting.length).toBeGreaterThan(0);
  for (const { ids, nextLook } of waiting) {
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) {
      expect({ id, nextLook: dated.find((part) => part.id === id)?.value["review-by"] }).toEqual({ id, nextLook });
    }
  }
});

test("every source that is to be looked at again stands on the page, once", () => {
  const listed = waiting.flatMap(({ ids }) => ids).filter((id) => table.sources[id] !== undefined);
  const reviewed = partsIn(table, "sources").filter(({ value }) => value["review-by"] !== undefined);
  expect(listed.toSorted()).toEqual(reviewed.map(({ id }) => id).toSorted());
});

// a reader of an answer is told of the rule's day, and not of its sources'
test("what rests on a law that waits is looked at no later than that law", () => {
  const late = partsIn(table, "findings", "rules", "notices").flatMap(({ id, value }) =>
    value.cite.flatMap((source) => {
      const day = table.sources[source]?.["review-by"];
      return day === undefined || (value["review-by"] ?? "9999") <= day ? [] : [`${id}: ${source} by ${day}`];
    }),
  );
  expect(late).toEqual([]);
});
