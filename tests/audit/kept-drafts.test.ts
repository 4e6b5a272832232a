import { expect, test } from "vitest";
import { auditedTable } from "../../src/audit/audited.js";
import { doubtsAbout } from "../../src/audit/check/checks.js";
import { examineTable } from "../../src/table/load.js";
import { ferry, parking, TODAY } from "./edited.js";

test.each([
  ["the law of some months", ferry],
  ["one law for all days", parking],
])("a table with %s is audited with the laws it was loaded with, and comes to the same as anew", (_, text) => {
  const examined = examineTable({ name: "rules.yaml", text }, TODAY);
  if (examined.kind !== "sound") throw new Error("not sound");
  const { table, drafts } = examined;
  const { laws } = auditedTable(table, TODAY);
  expect(drafts.map(({ day }) => day)).toEqual(laws.map(({ day }) => day));
  expect(drafts[0]?.day).toBe(TODAY);
  expect(doubtsAbout(table, TODAY, drafts)).toEqual(doubtsAbout(table, TODAY, laws));
});
