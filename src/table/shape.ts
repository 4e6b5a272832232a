import * as z from "zod";
import type { Path } from "../source/document.js";
import { nearest } from "../source/nearest.js";
import { ownPart } from "../source/own-part.js";
import { quote } from "../source/quote.js";
import { didYouMean, type Fault } from "./fault.js";
import { tableSchema } from "./schema.js";
import type { Table } from "./table.js";

type Shaped = { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly faults: readonly Fault[] };
type Issue = z.core.$ZodIssue;

/** Plain data as a table, or every place where its shape is wrong. */
export function findShapeFaults(data: unknown): Shaped {
  const parsed = tableSchema.safeParse(data);
  const faults = [...passedOver(data), ...(parsed.error?.issues ?? []).flatMap((issue) => faultsOf(issue, data))];
  return parsed.success && faults.length === 0
    ? { ok: true, table: parsed.data }
    : { ok: false, faults: withoutMisspelt(faults) };
}

interface ShapeFault extends Fault {
  /** The field that was meant by one that is not known. */
  readonly meant?: string | undefined;
}

/** A field that is there, misspelt, is not told to be missing. */
function withoutMisspelt(faults: readonly ShapeFault[]): Fault[] {
  const misspelt = new Set(faults.map(({ path, meant }) => (meant === undefined ? "" : String(path.with(-1, meant)))));
  return faults.filter(({ code, path }) => code !== "OT201" || !misspelt.has(String(path)));
}

const PASSED_OVER = "__proto__";

/** Fields whose name zod takes no notice of, wherever they stand. */
function passedOver(data: unknown, path: Path = []): ShapeFault[] {
  if (typeof data !== "object" || data === null) return [];
  const inside = Array.isArray(data) ? [...data.entries()] : Object.entries(data);
  const here = Object.hasOwn(data, PASSED_OVER) ? [unknownField(PASSED_OVER, path)] : [];
  return [...here, ...inside.flatMap(([step, value]) => passedOver(value, [...path, step]))];
}

function faultsOf(issue: Issue, data: unknown): ShapeFault[] {
  const path = issue.path as Path;
  const written = path.reduce(ownPart, data);
  const fault = (code: Fault["code"], message: string, help?: string): Fault[] => [
    { code, path, part: "value", message, help },
  ];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.filter((key) => key !== PASSED_OVER).map((key) => unknownField(key, path));
    case "invalid_key":
      return [{ code: "OT205", path, part: "key", message: `${quote(String(path.at(-1)))} ${idRule}` }];
    case "invalid_value":
      return written === undefined
        ? missing(path)
        : fault("OT203", notOneOf(written, issue.values), suggest(written, issue.values));
    case "invalid_type":
      if (written === undefined) return missing(path);
      return written === null
        ? fault("OT204", `\`${path.at(-1)}\` is left blank`)
        : fault(
            "OT205",
            `\`${path.at(-1)}\` is to be ${article(issue.expected)}`,
            path.at(-1) === "any" ? ANY : undefined,
          );
    case "invalid_union":
      return written === undefined ? missing(path) : fault("OT205", unionMessage(issue, written));
    default:
      return fault("OT205", `${show(written)} ${issue.message}`);
  }
}

const ANY = "it begins the alternatives of a condition, so no fact and no finding can be called that";

const idRule = "is not an id: write small letters, figures and single hyphens, starting with a letter";

function unknownField(key: string, path: Path): ShapeFault {
  const meant = nearest(key, fieldsAt(tableSchema, path));
  const message = `unknown field ${quote(key)}`;
  return { code: "OT202", path: [...path, key], part: "key", message, help: didYouMean(meant), meant };
}

function missing(path: Path): Fault[] {
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
  return quote(typeof written === "string" ? written : JSON.stringify(written));
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

/** The fields that the schema knows at a path. */
function fieldsAt(schema: z.core.$ZodType, path: Path): string[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) {
    const [field, ...rest] = path;
    if (field === undefined) return Object.keys(inner.shape);
    return Object.hasOwn(inner.shape, field) ? fieldsAt(inner.shape[field] as z.core.$ZodType, rest) : [];
  }
  if (inner instanceof z.ZodRecord) return fieldsAt(inner.valueType, path.slice(1));
  if (inner instanceof z.ZodArray) return fieldsAt(inner.element, path.slice(1));
  return [];
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrap(schema.def.innerType);
  return schema;
}
