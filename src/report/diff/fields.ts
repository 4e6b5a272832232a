import type { FieldChange, PartChange } from "../../audit/diff/parts.js";
import type { Section } from "../../table/parts.js";
import type { Condition, Paper, Table } from "../../table/table.js";
import type { RichLine } from "../page.js";
import { conditionLines, sectionLines } from "../table-words.js";
import { listChange, textChange } from "./words.js";

const NAMES: Readonly<Record<Section, string>> = {
  table: "About the table",
  verdicts: "Verdict",
  facts: "Fact",
  "former-facts": "Former fact",
  particulars: "Particular",
  findings: "Finding",
  impossible: "Impossible",
  rules: "Rule",
  notices: "Notice",
  forms: "Form",
  papers: "Paper",
  steps: "Step",
  deadlines: "Deadline",
  contacts: "Contact",
  sources: "Source",
  invariants: "Promise",
};

/** `Step keep-records`; of what there is only one, what it is. */
export function partTitle({ section, id }: Pick<PartChange, "section" | "id">): string {
  return section === "table" ? NAMES[section] : `${NAMES[section]} ${id}`;
}

/** What is written differently in a part, and the rules that rest on it. */
export function partLine(old: Table, next: Table, part: PartChange, decidesSame: boolean): RichLine {
  const { change, fields, rules } = part;
  const how = change === "changed" ? "" : ` is ${change === "added" ? "new" : "gone"}`;
  const felt = rules.length > 0 ? [`concerns ${rules.join(", ")}`] : [];
  const idle = decidesSame ? " (decides as before)" : "";
  const lines = fields.map((one) => fieldLine(old, next, one));
  return { text: `${partTitle(part)}${how}${idle}`, under: [...lines, ...felt] };
}

/** What a paper says, a line for each heading and each of its lines. */
export function paperLines(table: Table, sections: unknown): string[] {
  const written = (sections ?? []) as Paper["sections"];
  return sectionLines(table, written).flatMap(({ text, under }) => [text, ...under]);
}

function quoted(line: string): string {
  return `“${line}”`;
}

function fieldLine(old: Table, next: Table, { field, old: before, new: after }: FieldChange): string {
  if (field === "sections") {
    return `says: ${listChange(paperLines(old, before).map(quoted), paperLines(next, after).map(quoted))}`;
  }
  if (isCondition(before) || isCondition(after)) {
    return `${field}: ${linesChange(linesOf(old, before), linesOf(next, after))}`;
  }
  return `${field}: ${isRecord(before) || isRecord(after) ? recordChange(before, after) : valueChange(before, after)}`;
}

export function isCondition(value: unknown): value is Condition {
  return isRecord(value) && Array.isArray(value["tests"]) && Array.isArray(value["any"]);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function linesOf(table: Table, condition: unknown): string[] {
  return isCondition(condition) ? conditionLines(table, condition) : [];
}

function linesChange(before: readonly string[], after: readonly string[]): string {
  const gone = before.filter((line) => !after.includes(line)).map((line) => `no longer ${line}`);
  const come = after.filter((line) => !before.includes(line)).map((line) => `now ${line}`);
  return [...gone, ...come].join("; ") || "in another order";
}

/** @param before nothing where there was none; `after` likewise */
function recordChange(before: unknown, after: unknown): string {
  const [old, next] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(next)])];
  const changed = keys.filter((key) => JSON.stringify(old[key]) !== JSON.stringify(next[key]));
  return changed.map((key) => entryChange(key, old[key], next[key])).join("; ") || "in another order";
}

function entryChange(key: string, before: unknown, after: unknown): string {
  if (before === undefined) return `now ${key} “${textOf(after)}”`;
  return after === undefined ? `no longer ${key} “${textOf(before)}”` : `${key} ${valueChange(before, after)}`;
}

function valueChange(before: unknown, after: unknown): string {
  if (Array.isArray(before) && Array.isArray(after)) return listChange(before, after);
  return textChange(textOf(before), textOf(after));
}

export function textOf(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return Array.isArray(value) ? value.join(", ") : String(value);
}
