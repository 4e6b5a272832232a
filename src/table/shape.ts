import * as z from "zod";
import { nearest } from "../source/nearest.js";
import { didYouMean, type Fault } from "./fault.js";
import { tableSchema } from "./schema.js";
import type { Table } from "./table.js";

type Shaped = { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly faults: readonly Fault[] };
type Issue = z.core.$ZodIssue;

/** Plain data as a table, or every place where its shape is wrong. */
export function findShapeFaults(data: unknown): Shaped {
  const parsed = tableSchema.safeParse(data);
  if (parsed.success) return { ok: true, table: parsed.data };
  return { ok: false, faults: parsed.error.issues.flatMap((issue) => faultsOf(issue, data)) };
}

function faultsOf(issue: Issue, data: unknown): Fault[] {
  const path = issue.path as (string | number)[];
  const written = valueAt(data, path);
  const fault = (code: Fault["code"], message: string, help?: string): Fault[] => [
    { code, path, part: "value", message, help },
  ];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownField(key, path));
    case "invalid_key":
      return [{ code: "OT205", path, part: "key", message: `\`${path.at(-1)}\` ${idRule}` }];
    case "invalid_value":
      return written === undefined
        ? missing(path)
        : fault("OT203", notOneOf(written, issue.values), suggest(written, issue.values));
    case "invalid_type":
      if (written === undefined) return missing(path);
      return written === null
        ? fault("OT204", `\`${path.at(-1)}\` is left blank`)
        : fault("OT205", `\`${path.at(-1)}\` is to be ${article(issue.expected)}`);
    case "invalid_union":
      return written === undefined ? missing(path) : fault("OT205", unionMessage(issue, written));
    default:
      return fault("OT205", `${show(written)} ${issue.message}`);
  }
}

const idRule = "is not an id: write small letters, figures and single hyphens, starting with a letter";

function unknownField(key: string, path: readonly (string | number)[]): Fault {
  const help = didYouMean(nearest(key, fieldsAt(tableSchema, path)));
  return { code: "OT202", path: [...path, key], part: "key", message: `unknown field \`${key}\``, help };
}

function missing(path: readonly (string | number)[]): Fault[] {
  return [{ code: "OT201", path, part: "key", message: `\`${path.at(-1)}\` is missing` }];
}

function notOneOf(written: unknown, values: readonly unknown[]): string {
  return `${show(written)} is not one of ${values.map((value) => `\`${value}\``).join(", ")}`;
}

function suggest(written: unknown, values: readonly unknown[]): string | undefined {
  return typeof written === "string" ? didYouMean(nearest(written, values.map(String))) : undefined;
}

/** zod tells each branch of a union apart; a closed list among them gives the better sentence. */
function unionMessage(issue: z.core.$ZodIssueInvalidUnion, written: unknown): string {
  const list = issue.errors.flat().find((error) => error.code === "invalid_value");
  if (list?.code === "invalid_value") return notOneOf(written, list.values);
  return `${show(written)} ${issue.message}`;
}

function show(written: unknown): string {
  return `\`${typeof written === "string" ? written : JSON.stringify(written)}\``;
}

function article(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    string: "text",
    object: "a map",
    record: "a map",
    array: "a list",
    int: "a whole number",
    number: "a number",
    boolean: "yes or no",
  };
  return names[expected] ?? `a ${expected}`;
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | null | undefined)?.[step],
    data,
  );
}

/** The fields that the schema knows at a path. */
function fieldsAt(schema: z.core.$ZodType, path: readonly (string | number)[]): string[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) {
    const [field, ...rest] = path;
    if (field === undefined) return Object.keys(inner.shape);
    const next = inner.shape[field] as z.core.$ZodType | undefined;
    return next === undefined ? [] : fieldsAt(next, rest);
  }
  if (inner instanceof z.ZodRecord) return fieldsAt(inner.valueType, path.slice(1));
  if (inner instanceof z.ZodArray) return fieldsAt(inner.element, path.slice(1));
  return [];
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrap(schema.def.innerType);
  return schema;
}
