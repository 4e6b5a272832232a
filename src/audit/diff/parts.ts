import { contactsOf, datesOf, deadlinesOf, subjectsBehind } from "../../table/behind.js";
import { type Part, partsIn, SECTIONS, type Section } from "../../table/parts.js";
import { remembered } from "../../table/remembered.js";
import type { Rule, Table } from "../../table/table.js";

/** A part of a table that is written differently in another one, whether or not anything is decided differently. */
export interface PartChange extends Pick<Part, "section" | "id"> {
  readonly change: "added" | "removed" | "changed";
  /** The fields that are written differently; empty where the part is new or gone. */
  readonly fields: readonly FieldChange[];
  /** Rules that rest on the part, in the table that has it; the new one where both do. */
  readonly rules: readonly string[];
}

export interface FieldChange {
  readonly field: string;
  /** As it was read from the file; absent where it was not there. */
  readonly old: unknown;
  readonly new: unknown;
}

/** Everything that is written differently in two tables. */
export function findPartChanges(old: Table, next: Table): PartChange[] {
  return SECTIONS.flatMap((section) => {
    const [before, after] = [byId(old, section), byId(next, section)];
    return [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((id): PartChange[] => {
      const change = Object.hasOwn(before, id) ? (Object.hasOwn(after, id) ? "changed" : "removed") : "added";
      const fields = change === "changed" ? changedFields(before[id], after[id]) : [];
      if (change === "changed" && fields.length === 0) return [];
      const rules = rulesOn(change === "removed" ? old : next, section, id);
      return [{ section, id, change, fields, rules }];
    });
  });
}

function byId(table: Table, section: Section): Readonly<Record<string, object>> {
  return Object.fromEntries(partsIn(table, section).map(({ id, value }) => [id, value]));
}

function changedFields(before: object = {}, after: object = {}): FieldChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const [old, next] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((field) => {
    const [one, other] = [old.get(field), next.get(field)];
    return JSON.stringify(one) === JSON.stringify(other) ? [] : [{ field, old: one, new: other }];
  });
}

/** The rules that a part can make itself felt in. */
function rulesOn(table: Table, section: Section, id: string): string[] {
  return table.rules.filter((rule) => partsBehind(table, rule)[section]?.includes(id)).map((rule) => rule.id);
}

type PartsBehind = Readonly<Partial<Record<Section, readonly string[]>>>;

const partsBehind = remembered((table: Table, rule: Rule): PartsBehind => {
  const tested = subjectsBehind(table, rule.when);
  const findings = tested.filter((id) => Object.hasOwn(table.findings, id));
  const deadlines = deadlinesOf(table, rule);
  const reckoned = deadlines.flatMap((id) => table.deadlines[id] ?? []);
  const citing = [rule, ...findings.flatMap((id) => table.findings[id] ?? []), ...reckoned];
  return {
    verdicts: [rule.verdict],
    facts: tested.filter((id) => !findings.includes(id)),
    particulars: reckoned.flatMap(datesOf),
    findings,
    steps: rule.steps,
    deadlines,
    contacts: contactsOf(table, rule),
    sources: citing.flatMap(({ cite }) => cite),
  };
});
