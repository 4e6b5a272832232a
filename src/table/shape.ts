import type { Path } from "../source/document.js";
import { MOST_PROBLEMS } from "../source/problem.js";
import type { Fault } from "./fault.js";
import { faultsOf, type ShapeFault, unknownField } from "./faults/shape-faults.js";
import { withoutFollowers } from "./faults/shape-slips.js";
import { tableSchema } from "./schema.js";
import type { Table } from "./table.js";

type Shaped = { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly faults: readonly Fault[] };

/** Plain data as a table, or every place where its shape is wrong. */
export function findShapeFaults(data: unknown): Shaped {
  // zod takes far more memory for what is wrong than the file takes; so it is given the beginning first
  const beginning = firstEntries(data);
  const shaped = beginning === undefined ? undefined : shapeOf(beginning);
  return shaped?.ok === false ? shaped : shapeOf(data);
}

function shapeOf(data: unknown): Shaped {
  const parsed = parseShape(data);
  const issues = parsed?.error?.issues.slice(0, MOST) ?? [];
  const known = issues
    .flatMap((issue) => faultsOf(issue, data, tableSchema))
    .filter(({ path }) => path.at(-1) !== PASSED_OVER);
  const faults = [...passedOver(data).slice(0, MOST), ...known];
  if (parsed === undefined) return { ok: false, faults: [...faults, endless()] };
  return parsed.success && faults.length === 0
    ? { ok: true, table: parsed.data }
    : { ok: false, faults: withoutFollowers(faults, data) };
}

/** One more than are told. */
const MOST = MOST_PROBLEMS + 1;

/** Undefined where zod has so many issues that it cannot hand them on: it does so as the arguments of a call. */
function parseShape(data: unknown): ReturnType<typeof tableSchema.safeParse> | undefined {
  try {
    return tableSchema.safeParse(data);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function endless(): Fault {
  const message = "there is more wrong with this file than can be told";
  return { code: "OT109", path: [], part: "value", message, help: "check that it is the right file" };
}

const PASSED_OVER = "__proto__";

/** Fields whose name zod takes no notice of, wherever they stand. */
function passedOver(data: unknown, path: Path = []): ShapeFault[] {
  if (typeof data !== "object" || data === null) return [];
  const inside = Array.isArray(data) ? [...data.entries()] : Object.entries(data);
  const here = Object.hasOwn(data, PASSED_OVER) ? [unknownField(PASSED_OVER, path, tableSchema)] : [];
  return [...here, ...inside.flatMap(([step, value]) => passedOver(value, [...path, step]))];
}

/** No list and no map of a sound table has so many entries that its first ones would not show what is wrong with all. */
const MANY = 1_000;

/** Plain data without the later entries of long lists and maps; undefined where none of them is long. */
function firstEntries(data: unknown): unknown {
  return hasLong(data) ? shortened(data) : undefined;
}

function hasLong(data: unknown): boolean {
  if (typeof data !== "object" || data === null) return false;
  const inside = Object.values(data);
  return inside.length > MANY || inside.some(hasLong);
}

function shortened(data: unknown): unknown {
  if (typeof data !== "object" || data === null) return data;
  if (Array.isArray(data)) return data.slice(0, MANY).map(shortened);
  const entries = Object.entries(data).slice(0, MANY);
  return Object.fromEntries(entries.map(([name, value]) => [name, shortened(value)]));
}
