import type { Problem } from "../../src/source/problem.js";
import { readDocument } from "../../src/source/read.js";
import { positionOf } from "../../src/source/text.js";

/** What is said of a text, one line for each problem: `OT114 2:1 the field …`. */
export function told(text: string, name = "case.yaml"): string[] {
  const read = readDocument({ name, text });
  return read.ok ? [] : read.problems.map(line);
}

export function line({ code, message, at }: Problem): string {
  if (at === undefined) return `${code} - ${message}`;
  const { line, column } = positionOf(at.source, at.span.start);
  return `${code} ${line}:${column} ${message}`;
}

export function dataOf(text: string, name = "case.yaml"): unknown {
  const read = readDocument({ name, text });
  if (!read.ok) throw new Error(read.problems.map(line).join("\n"));
  return read.value.value;
}
