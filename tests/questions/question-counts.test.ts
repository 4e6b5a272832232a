import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readCase } from "../../src/index.js";
import { loadTable } from "../../src/table/load.js";
import type { Case } from "../../src/triage/case.js";
import { KIND_OF_PAPER } from "../law/kind-of-paper.js";
import { shippedTable } from "../law/shipped.js";
import { countQuestions } from "./question-counts.js";

const name = "tests/tables/parking.yaml";
const loaded = loadTable({ name, text: readFileSync(name, "utf8") });
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
const parking = loaded.value;

test.each([
  [{ paper: "leaflet" }, {}, { toVerdict: 1, toRule: 1, toEnd: 1 }],
  [
    { paper: "ticket", issuer: "town", paid: "no", shown: "no" },
    { "issued-on": "2026-01-02" },
    { toVerdict: 3, toRule: 3, toEnd: 5 },
  ],
  // nobody has to pay a landlord, whether for one reason or the other
  [{ paper: "ticket", issuer: "landlord", paid: "yes" }, {}, { toVerdict: 2, toRule: undefined, toEnd: 5 }],
  [{}, {}, { toVerdict: undefined, toRule: undefined, toEnd: 3 }],
])("the questions that %j %j is asked", (facts, particulars, counts) => {
  expect(countQuestions(parking, { facts, particulars }, "2026-01-20")).toMatchObject(counts);
});

const PAPERS = "tests/questions/common-papers.yaml";
const shipped = shippedTable();
const papers = readFileSync(PAPERS, "utf8")
  .split(/^---\n/m)
  .map((text) => {
    const read = readCase({ name: PAPERS, text }, shipped);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return read.value as Case;
  });

test("the twenty commonest papers take at most eight questions beyond what kind of paper it is", () => {
  expect(papers).toHaveLength(20);
  const beyond = papers.map((paper) => {
    const { toRule, asked } = countQuestions(shipped, paper, "2026-11-22");
    expect(toRule, paper.title).toBeDefined();
    return asked.filter((id) => !KIND_OF_PAPER.includes(id)).length;
  });
  expect(Math.max(...beyond)).toBeLessThanOrEqual(8);
});

test("the case it began with comes to its verdict in eight answers", () => {
  const [order] = papers;
  expect(order?.title).toMatch(/PACE production order before charge/);
  expect(countQuestions(shipped, order as Case, "2026-11-22").toVerdict).toBe(8);
});

test("the kind of paper is made up of facts that the table has", () => {
  expect(KIND_OF_PAPER.filter((id) => !Object.hasOwn(shipped.table.facts, id))).toEqual([]);
});
