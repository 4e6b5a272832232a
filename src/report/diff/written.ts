import type { FieldChange, PartChange } from "../../audit/diff/parts.js";
import type { OneSidedRule } from "../../audit/diff/rules.js";
import { partsIn, type Section } from "../../table/parts.js";
import type { Table } from "../../table/table.js";
import { VERDICTS, type Verdict } from "../../table/verdict.js";
import { anchorOf, bulleted, type Compared, type Entry, type Part, paragraph, told } from "../document.js";
import { conditionLines, deadlineText } from "../table-words.js";
import { inFull } from "../words.js";
import { type Comparison, decidesAsBefore } from "./comparison.js";
import { isCondition, isRecord, paperLines, partTitle, textOf } from "./fields.js";
import { ruleLine } from "./names.js";
import { compareLines } from "./passages.js";

/** What is written differently in some sections: side by side what was changed, in full what is new or gone. */
export function writtenEntries(comparison: Comparison, isAsked: (section: Section) => boolean): Entry[] {
  return comparison.difference.parts.filter(({ section }) => isAsked(section)).map((part) => entryOf(comparison, part));
}

function entryOf(comparison: Comparison, part: PartChange): Entry {
  const { old, new: next, difference } = comparison;
  const { table } = part.change === "removed" ? old : next;
  const value = writtenValue(table, part);
  const known = difference.rules.find(({ rule }) => part.section === "rules" && rule.id === part.id);
  return {
    anchor: anchorOf(part.section, part.id),
    title: `${titleOf(part, value)}${MARKS[part.change]}`,
    ...ruleMarks(table, part),
    warnings: [],
    parts: told([
      ...(part.change === "changed" ? contextOf(table, part, value) : fieldParts(table, value)),
      ...(known === undefined ? [] : [reachPart(known)]),
      paragraph("Decides", decidesAsBefore(difference, part) && "As before."),
      { ...bulleted("Concerns rules", part.rules), kind: "row" },
    ]),
    compared: part.fields.map((field) => comparedField(old.table, next.table, field)),
  };
}

const MARKS = { added: " (new)", removed: " (gone)", changed: "" } as const;

type Value = Readonly<Record<string, unknown>>;

function writtenValue(table: Table, { section, id }: PartChange): Value {
  return partsIn(table, section).find((part) => part.id === id)?.value as unknown as Value;
}

function titleOf(part: PartChange, value: Value): string {
  return part.section === "rules" ? String(value["headline"]) : partTitle(part);
}

function ruleMarks({ rules }: Table, { section, id }: PartChange): Pick<Entry, "id" | "verdict"> {
  const rule = section === "rules" ? rules.find((one) => one.id === id) : undefined;
  return rule === undefined ? {} : { id, verdict: { id: rule.verdict, label: VERDICTS[rule.verdict].label } };
}

/** When something applies, where that has not changed: nobody can judge the rest without it. */
function contextOf(table: Table, { fields }: PartChange, { when }: Value): Part[] {
  if (fields.some(({ field }) => field === "when")) return [];
  return [bulleted(labelOf("when"), fieldLines(table, "when", when))];
}

function fieldParts(table: Table, value: Value): Part[] {
  return Object.entries(value)
    .filter(([field]) => !MARKED.includes(field))
    .map(([field, written]) => bulleted(labelOf(field), fieldLines(table, field, written)));
}

/** What the heading of a rule says already. */
const MARKED = ["id", "headline", "verdict"];

function reachPart(rule: OneSidedRule): Part {
  const { text, under = [] } = ruleLine(rule);
  return bulleted("Reach", [text, ...under]);
}

function comparedField(old: Table, next: Table, { field, old: before, new: after }: FieldChange): Compared {
  return { label: labelOf(field), ...compareLines(fieldLines(old, field, before), fieldLines(next, field, after)) };
}

/** A field of the file as a label: `Do not` for `do-not`. */
function labelOf(field: string): string {
  return `${field.charAt(0).toUpperCase()}${field.slice(1).replaceAll("-", " ")}`;
}

/** What is written in a field, in lines; none where there is nothing. */
function fieldLines(table: Table, field: string, value: unknown): string[] {
  if (isCondition(value)) return conditionLines(table, value);
  if (field === "sections") return paperLines(table, value);
  if (Array.isArray(value)) return value.map((one) => namedText(table, field, String(one)));
  if (!isRecord(value)) return value === undefined ? [] : [namedText(table, field, textOf(value) ?? "")];
  return Object.entries(value).flatMap(([key, one]) => fieldLines(table, key, one).map((line) => `${key}: ${line}`));
}

/** What an id stands for, beside it; a text that is none as it is. */
function namedText(table: Table, field: string, id: string): string {
  const { steps, sources, deadlines } = table;
  const [step, source, deadline] = [steps[id], sources[id], deadlines[id]];
  if (field === "verdict" && Object.hasOwn(VERDICTS, id)) return VERDICTS[id as Verdict].label;
  if (field === "steps" && step !== undefined) return `${id}: ${inFull(step.do, step.more)}`;
  if (field === "cite" && source !== undefined) return `${id}: ${source.citation}`;
  return field === "deadlines" && deadline !== undefined ? `${id}: ${deadlineText(deadline)}` : id;
}
