import { expect, test } from "vitest";
import { KIND_OF_PAPER } from "../law/kind-of-paper.js";
import { shippedTable } from "../law/shipped.js";
import { commonAskers, commonPapers } from "./common-cases.js";
import { countQuestions } from "./question-counts.js";
import { tableOf } from "./scripted.js";

const parking = tableOf("parking.yaml");

test.each([
  [{ sheet: "leaflet" }, {}, { toVerdict: 1, toRule: 1, toEnd: 1 }],
  [
    { sheet: "ticket", issuer: "town", paid: "no", shown: "no" },
    { "issued-on": "2026-01-02" },
    { toVerdict: 3, toRule: 3, toEnd: 5 },
  ],
  // nobody has to pay a landlord, whether for one reason or the other
  [{ sheet: "ticket", issuer: "landlord", paid: "yes" }, {}, { toVerdict: 2, toRule: undefined, toEnd: 5 }],
  [{}, {}, { toVerdict: undefined, toRule: undefined, toEnd: 3 }],
])("the questions that %j %j is asked", (facts, particulars, counts) => {
  expect(countQuestions(parking, { facts, particulars }, "2026-01-20")).toMatchObject(counts);
});

const shipped = shippedTable();
const papers = commonPapers(shipped);
const askers = commonAskers(shipped);

const counts = [...papers, ...askers].map((one) => ({
  title: one.title,
  ...countQuestions(shipped, one, "2026-11-22"),
}));

test("there are twenty commonest papers, and ten who ask without one", () => {
  expect(papers).toHaveLength(20);
  expect(askers.map(({ facts }) => facts["instrument"])).toEqual(Array(10).fill("spoken-request"));
});

test.each(
  counts,
)("$title: the verdict is said after at most eight answers, and certain when all are given", (count) => {
  expect(count.toVerdict).toBeLessThanOrEqual(8);
  expect(count.toCertain).toBeDefined();
  expect(count.toRule).toBeDefined();
});

test.each(
  counts,
)("$title: to the end there are eight answers beyond what kind of paper it is, and two dates", (count) => {
  expect(count.asked.filter((id) => !KIND_OF_PAPER.includes(id)).length).toBeLessThanOrEqual(8);
  expect(count.toEnd - count.asked.length).toBeLessThanOrEqual(2);
});

test("the case it began with is certain after eight answers, and its verdict is said before", () => {
  const [order] = counts;
  expect(order?.title).toMatch(/PACE production order before charge/);
  expect(order?.toCertain).toBe(8);
  expect(order?.toVerdict).toBeLessThan(8);
});

test("the kind of paper is made up of facts that the table has", () => {
  expect(KIND_OF_PAPER.filter((id) => !Object.hasOwn(shipped.table.facts, id))).toEqual([]);
});
