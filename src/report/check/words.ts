import { BEGINNING } from "../../table/in-force.js";
import { caseFileText } from "../case-file.js";
import { regionLines } from "../region-words.js";
import { stampText } from "../table/stamp.js";
import { alternatives, dateInWords, plural } from "../words.js";
import type { CheckData, CheckDetails, CheckedProblem } from "./data.js";

/** `rules.yaml (england-wales 2026.11, digest 1a2b3c4d5e6f): 2 errors, 1 warning`. */
export function checkTitle(data: CheckData): string {
  return `${stampText(data)}: ${countsText(data)}`;
}

export function countsText({ errors, warnings }: CheckData): string {
  const counts = [
    ...(errors > 0 ? [plural(errors, "error")] : []),
    ...(warnings > 0 ? [plural(warnings, "warning")] : []),
  ];
  return counts.join(", ") || "no problems";
}

/** What the check comes to, in a few sentences. */
export function checkSummary({ rules, facts, situations, usable, heldBack }: CheckData): string {
  const unusable = "Until the errors are mended, this table gives no verdict.";
  if (rules === null || facts === null || situations === null) return unusable;
  const size = `${plural(rules, "rule")} over ${plural(facts, "fact")}`;
  const many = plural(BigInt(situations), "situation");
  return usable
    ? `${size}: each of ${many} has one deciding rule or cannot exist.${heldBackText(heldBack)}`
    : `${size}, ${many}. ${unusable}`;
}

/** That nothing taken for granted comes to exit code 0, where anything is. */
function heldBackText(heldBack: CheckData["heldBack"]): string {
  if (heldBack === null || heldBack.facts.length === 0) return "";
  const held = heldBack.facts.flatMap(({ id, situations }) => (situations === "0" ? [] : [id]));
  const none = " Nothing that is taken for granted leads to exit code 0";
  if (held.length === 0) return `${none}.`;
  return `${none}: ${plural(BigInt(heldBack.situations), "answer")} would bind on it, and wait until ${alternatives(held)} is known.`;
}

/** The size of the diagrams, how far the general rules reach, and the time. */
export function detailLines({ periods, generalRules, milliseconds }: CheckDetails): string[] {
  return [
    ...periods.map(({ from, nodes }) => `${lawFrom(from)}: ${plural(nodes, "node")} in the diagram.`),
    ...generalRules.map(({ id, decides }) => `The general rule ${id} still decides ${plural(decides, "situation")}.`),
    `Read, compiled and checked in ${milliseconds.toFixed(0)} ms.`,
  ];
}

function lawFrom(day: string): string {
  return day === BEGINNING ? "The earliest law" : `Law from ${dateInWords(day)}`;
}

/** A problem fits on one screen. */
const MOST_PARTS = 3;

/** How many situations a problem concerns, and which; nothing where it is not about situations. */
export function situationLines(
  { count, region, lawOf }: CheckedProblem,
  asOf: string,
): readonly [string, ...string[]] | [] {
  if (count === null || region === null) return [];
  const many = plural(BigInt(count), "situation");
  return [`${many}${lawWords(lawOf, asOf)}:`, ...regionLines({ boxes: region }, MOST_PARTS)];
}

/** The same without the number, which can change with any other edit of the table. */
export function whereLines({ region, lawOf }: CheckedProblem, asOf: string): string[] {
  return region === null ? [] : [`where${lawWords(lawOf, asOf)}:`, ...regionLines({ boxes: region }, MOST_PARTS)];
}

function lawWords(lawOf: string | null, asOf: string): string {
  return lawOf === null || lawOf === asOf ? "" : ` under the law of ${dateInWords(lawOf)}`;
}

/** The lines of a case file with one of the situations of a problem, ready to be saved and assessed. */
export function witnessLines({ witness, lawOf }: CheckedProblem, asOf: string): string[] {
  if (witness === null) return [];
  const law = lawOf === null || lawOf === asOf ? [] : [`# assess --as-of ${lawOf}`];
  return [...law, ...caseFileText({ facts: witness, particulars: {} }).trimEnd().split("\n")];
}

export const WITNESS = "one of them, as a case file:";
