import { expect, test } from "vitest";
import { grantOn, type Left, type Presumable } from "../../src/triage/outlook.js";

const candidates = ["maker", "place", "address"].map(
  (id, variable): Presumable => ({ id, variable, size: 2, granted: [0] }),
);

/** What is left is one rule where those of a group are taken for granted, whatever else is. */
function presumedWhere(...groups: readonly (readonly string[])[]): string[] {
  const left = (count: number): Left => ({ count, allBind: false, verdict: "refer" });
  const under = (some: readonly Presumable[]): Left =>
    left(groups.some((group) => group.every((id) => some.some((one) => one.id === id))) ? 1 : 3);
  return grantOn(left(3), candidates, under).presumed.map(({ id }) => id);
}

test("no more is taken for granted than is needed; of two facts that would do the earlier stays", () => {
  expect(presumedWhere(["maker"], ["place"], ["address"])).toEqual(["maker"]);
  expect(presumedWhere(["place"], ["address"])).toEqual(["place"]);
  expect(presumedWhere(["maker", "address"], ["place", "address"])).toEqual(["maker", "address"]);
  expect(presumedWhere(["maker", "place", "address"])).toEqual(["maker", "place", "address"]);
  expect(presumedWhere()).toEqual([]);
});
