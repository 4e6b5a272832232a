import * as z from "zod";
import type { Path } from "../../source/document.js";
import { nearest } from "../../source/nearest.js";
import { MOST_PROBLEMS } from "../../source/problem.js";
import { quote } from "../../source/quote.js";
import { idRule } from "../condition-schema.js";
import { didYouMean, type Fault } from "../fault.js";
import { ownPart } from "../path.js";

type Issue = z.core.$ZodIssue;

export interface ShapeFault extends Fault {
  /** The field that was meant by one that is not known. */
  readonly meant?: string | undefined;
  /** Whether fields or items were to stand below what is left blank. */
  readonly isGroup?: boolean;
}

/** What an issue of zod says of data that does not fit a schema, in the words and at the place of a reader. */
export function faultsOf(issue: Issue, data: unknown, schema: z.core.$ZodType): ShapeFault[] {
  const path = issue.path as Path;
  const written = path.reduce(ownPart, data);
  const fault = (code: Fault["code"], message: string, help?: string): Fault[] => [
    { code, path, part: "value", message, help },
  ];
  if (issue.code !== "invalid_key" && isBlankText(written)) return fault("OT205", `${nameOf(path)} is empty`);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.slice(0, MOST_PROBLEMS + 1).map((key) => unknownField(key, path, schema));
    case "invalid_key":
      return [{ code: "OT205", path, part: "key", message: `${quote(String(path.at(-1)))} ${idRule}` }];
    case "invalid_value":
      return written === undefined
        ? missing(path)
        : fault("OT203", notOneOf(called(written, path), issue.values), suggest(written, issue.values));
    case "invalid_type":
      if (written === undefined) return missing(path);
      return written === null
        ? [blank(path, issue.expected)]
        : fault(
            "OT205",
            `${nameOf(path)} is to be ${article(issue.expected)}`,
            path.at(-1) === "any" ? ANY : undefined,
          );
    case "invalid_union":
      return written === undefined ? missing(path) : fault("OT205", unionMessage(issue, called(written, path)));
    default:
      return fault("OT205", `${called(written, path)} ${issue.message}`);
  }
}

function isBlankText(written: unknown): boolean {
  return typeof written === "string" && written.trim() === "";
}

const ANY = "it begins the alternatives of a condition, so no fact and no finding can be called that";

/** What stands at a path, as a message calls it. */
export function nameOf(path: Path): string {
  const name = path.at(-1);
  if (name === undefined) return "the file";
  return typeof name === "number" ? "this item" : quote(name);
}

export function unknownField(key: string, path: Path, schema: z.core.$ZodType): ShapeFault {
  const meant = nearest(key, fieldsAt(schema, path));
  const message = `unknown field ${quote(key)}`;
  return { code: "OT202", path: [...path, key], part: "key", message, help: didYouMean(meant), meant };
}

function blank(path: Path, expected: string): ShapeFault {
  const isGroup = ["object", "record", "array"].includes(expected);
  const help = isGroup ? "indent what belongs to it further than it is itself" : undefined;
  return { code: "OT204", path, part: "value", message: `${nameOf(path)} is left blank`, help, isGroup };
}

function missing(path: Path): Fault[] {
  return [{ code: "OT201", path, part: "key", message: `\`${path.at(-1)}\` is missing` }];
}

function notOneOf(what: string, values: readonly unknown[]): string {
  return `${what} is not one of ${values.map((value) => `\`${value}\``).join(", ")}`;
}

function suggest(written: unknown, values: readonly unknown[]): string | undefined {
  return typeof written === "string" ? didYouMean(nearest(written, values.map(String))) : undefined;
}

/** zod tells each branch of a union apart; a closed list among them gives the better sentence. */
function unionMessage(issue: z.core.$ZodIssueInvalidUnion, what: string): string {
  const list = issue.errors.flat().find((error) => error.code === "invalid_value");
  if (list?.code === "invalid_value") return notOneOf(what, list.values);
  return `${what} ${issue.message}`;
}

/** What was written, as a message calls it; or where, if there is nothing in it. */
function called(written: unknown, path: Path): string {
  const shown = typeof written === "string" ? written : JSON.stringify(written);
  return /^(\[\]|\{\})$/.test(shown) ? nameOf(path) : quote(shown);
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
export function fieldsAt(schema: z.core.$ZodType, path: Path): string[] {
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
  const isOptional = schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional;
  if (isOptional || schema instanceof z.ZodDefault) return unwrap(schema.def.innerType);
  return schema;
}
