import fc from "fast-check";
import { expect, test } from "vitest";
import { auditedTable } from "../../src/audit/audited.js";
import { idleOverrides } from "../../src/audit/check/idle-overrides.js";
import { neverAsked } from "../../src/audit/check/never-asked.js";
import { neverDecides } from "../../src/audit/check/never-decides.js";
import { redundantConditions } from "../../src/audit/check/redundant-conditions.js";
import { redundantRuleTests } from "../../src/audit/check/redundant-rule-tests.js";
import { partsOf } from "../../src/audit/condition-parts.js";
import type { Doubt } from "../../src/audit/flaw.js";
import type { Condition, Table } from "../../src/table/table.js";
import { canBe, deciding, everyFacts, type Facts, holds, soundTable } from "../table/small-tables.js";

const DAY = "2026-01-01";

function existing(table: Table): Facts[] {
  return everyFacts(table).filter((facts) => canBe(table, facts));
}

/** What a table comes to in every situation, by plain reading: what is possible, and which rules decide. */
function decisions(table: Table): string[] {
  return everyFacts(table).map((facts) =>
    canBe(table, facts)
      ? deciding(table, facts)
          .map(({ id }) => id)
          .join()
      : "impossible",
  );
}

function withRule(table: Table, index: number, change: Partial<Table["rules"][number]>): Table {
  return { ...table, rules: table.rules.with(index, { ...(table.rules[index] as Table["rules"][number]), ...change }) };
}

function decidesNothing(table: Table, index: number): boolean {
  return existing(table).every(
    (facts) => !deciding(table, facts).includes(table.rules[index] as Table["rules"][number]),
  );
}

/** Whether a part is among the doubts, or lies within one that is. */
function isTold(doubts: readonly Doubt[], path: Doubt["path"]): boolean {
  return doubts.some((doubt) => doubt.path.every((step, index) => step === path[index]));
}

test("a rule is said never to decide exactly where plain reading finds that it decides nothing", () => {
  fc.assert(
    fc.property(soundTable, (table) => {
      const doubts = neverDecides.find(auditedTable(table, DAY));
      const dead = table.rules.flatMap((_, index) => (decidesNothing(table, index) ? [index] : []));
      expect(doubts.map(({ path }) => path[1])).toEqual(dead);
      for (const { path, extent } of doubts) {
        const { when } = table.rules[Number(path[1])] as Table["rules"][number];
        const meets = existing(table).filter((facts) => holds(table, when, facts));
        expect(extent?.region.count ?? 0n).toBe(BigInt(meets.length));
      }
    }),
  );
});

test("a part of a rule's condition is said to change nothing exactly where leaving it out changes no decision", () => {
  fc.assert(
    fc.property(soundTable, (table) => {
      const doubts = redundantRuleTests.find(auditedTable(table, DAY));
      const before = decisions(table);
      for (const [index, { when }] of table.rules.entries()) {
        if (decidesNothing(table, index)) continue;
        for (const { path, rest } of partsOf(when, ["rules", index, "when"])) {
          const same = decisions(withRule(table, index, { when: rest })).join(";") === before.join(";");
          if (doubts.some((doubt) => doubt.path.join() === path.join())) expect(same).toBe(true);
          else if (same) expect(isTold(doubts, path)).toBe(true);
        }
      }
    }),
  );
});

test("a part of a finding or of what is impossible is said to change nothing exactly where leaving it out changes nothing that can be", () => {
  fc.assert(
    fc.property(soundTable, (table) => {
      const doubts = redundantConditions.find(auditedTable(table, DAY));
      const compare = (path: Doubt["path"], changed: Table, more: (facts: Facts) => boolean): void => {
        const same =
          decisions(changed).join(";") === decisions(table).join(";") && existing(table).every((facts) => more(facts));
        if (doubts.some((doubt) => doubt.path.join() === path.join())) expect(same).toBe(true);
        else if (same) expect(isTold(doubts, path)).toBe(true);
      };
      for (const [id, finding] of Object.entries(table.findings)) {
        if (existing(table).every((facts) => !holds(table, finding.when, facts))) continue;
        for (const { path, rest } of partsOf(finding.when, ["findings", id, "when"])) {
          const changed = { ...table, findings: { ...table.findings, [id]: { ...finding, when: rest } } };
          compare(path, changed, (facts) => holds(changed, rest, facts) === holds(table, finding.when, facts));
        }
      }
      for (const [index, entry] of table.impossible.entries()) {
        for (const { path, rest } of partsOf(entry.when, ["impossible", index, "when"])) {
          compare(path, { ...table, impossible: table.impossible.with(index, { ...entry, when: rest }) }, () => true);
        }
      }
    }),
  );
});

test("an override is said to change nothing exactly where leaving it out changes no decision", () => {
  fc.assert(
    fc.property(soundTable, (table) => {
      const doubts = idleOverrides.find(auditedTable(table, DAY));
      const before = decisions(table).join(";");
      for (const [index, { overrides }] of table.rules.entries()) {
        if (decidesNothing(table, index)) continue;
        for (const entry of overrides.keys()) {
          const fewer = overrides.filter((_, other) => other !== entry);
          const same = decisions(withRule(table, index, { overrides: fewer })).join(";") === before;
          expect(isTold(doubts, ["rules", index, "overrides", entry])).toBe(same);
        }
      }
    }),
  );
});

/** A sound table whose last fact is asked only where some condition on the others holds. */
const askingTable = soundTable
  .filter(({ facts }) => Object.keys(facts).length > 1)
  .chain((table) =>
    fc.constantFrom("v0", "v1").map((value): { table: Table; last: string; asked: Condition } => {
      const last = Object.keys(table.facts).at(-1) as string;
      const asked = { tests: [{ subject: "f0", values: [value], negated: false }], any: [] };
      const fact = { ...(table.facts[last] as Table["facts"][string]), "asked-when": asked };
      return { table: { ...table, facts: { ...table.facts, [last]: fact } }, last, asked };
    }),
  );

test("a rule is said to turn on a fact that is not asked exactly where another answer would have undone its condition", () => {
  fc.assert(
    fc.property(askingTable, ({ table, last, asked }) => {
      const doubts = neverAsked.find(auditedTable(table, DAY));
      const values = Object.keys(table.facts[last]?.values ?? {});
      table.rules.forEach((rule, index) => {
        const turns = existing(table).filter((facts) => {
          const others = values.map((value) => ({ ...facts, [last]: value })).filter((other) => canBe(table, other));
          const undone = others.some((other) => !holds(table, rule.when, other));
          return deciding(table, facts)[0] === rule && !holds(table, asked, facts) && undone;
        });
        const told = doubts.find(({ path }) => path[1] === index);
        expect(told?.extent?.region.count ?? 0n).toBe(BigInt(turns.length));
      });
    }),
  );
});
