import type { CaseIo } from "../../src/commands/io.js";
import { diffRules } from "../../src/commands/rules/diff.js";
import type { SignOffDocument } from "../../src/report/document.js";
import { edited, parking, TODAY } from "../audit/edited.js";

/** A table in which something of every kind was changed. */
export const CHANGED = edited(
  parking,
  ['edition: "1"', 'edition: "2"'],
  ["may have reasons that the table", "may have grounds that this table"],
  ["verdict: appears-lawful\n    headline: Pay the town", "verdict: refer\n    headline: Pay the town"],
  ["  - id: landlord-ticket", "  - id: private-ticket"],
  ["leaflet: A leaflet }", "flyer: A flyer or a card }"],
  ["when: { sheet: leaflet }", "when: { sheet: flyer }"],
  ["pay: { do: Pay at the town hall.,", "pay: { do: Pay at the town hall or by post.,"],
  ["from: issued-on, after: 7 days", "from: issued-on, after: 5 days"],
  ["    when: { paid: yes, shown: no }\n", "    when: { paid: yes, shown: no, issuer: town }\n"],
);

const CASES = `title: Nobody paid the town
facts: { sheet: ticket, issuer: town, paid: no }
particulars: { issued-on: 2026-11-20 }
expect: { verdict: appears-lawful }
---
title: A leaflet
facts: { sheet: leaflet }
expect: { verdict: refer }
`;

/** What changes from one table to another, with the cases that are written for the old one. */
export async function changesBetween(before: string, now: string): Promise<SignOffDocument> {
  const options = {
    rules: undefined,
    front: undefined,
    days: [TODAY],
    cases: "cases.yaml",
    exitCode: false,
    strict: false,
  };
  const outcome = await diffRules(ioOf({ "before.yaml": before, "now.yaml": now, "cases.yaml": CASES }), noGit, {
    ...options,
    old: "before.yaml",
    new: "now.yaml",
  });
  if (outcome.kind === "failed") throw new Error(outcome.closing);
  return outcome.report.document;
}

function ioOf(files: Readonly<Record<string, string>>): CaseIo {
  return {
    today: TODAY,
    shippedRules: () => ({ ok: false, why: "" }),
    stored: () => undefined,
    clock: () => 0,
    read: async (path) => {
      const text = files[path];
      if (text === undefined) return { ok: false, why: `${path} is not there` };
      return { ok: true, name: path, bytes: new TextEncoder().encode(text) };
    },
    list: async () => ({ ok: false, why: "no folder", isFile: true }),
  };
}

const noGit = async (): Promise<never> => {
  throw new Error("no revision is named");
};
