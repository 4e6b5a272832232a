import type { Path } from "../../source/document.js";
import { type Fault, someOf } from "../fault.js";
import { groupBy } from "../group-by.js";
import { ownPart } from "../path.js";
import { tableSchema } from "../schema.js";
import { fieldsAt, nameOf, type ShapeFault } from "./shape-faults.js";

/** Faults of shape without those that only follow from another: one slip is told once. */
export function withoutFollowers(faults: readonly ShapeFault[], data: unknown): Fault[] {
  const misplaced = misplacedGroups(faults, data);
  const rest = withoutMisspelt(faults).filter((fault) => !misplaced.has(parentOf(fault)) || !isAboutFields(fault));
  return withoutSwallowed([...rest, ...misplaced.values()], data);
}

function parentOf({ path }: Fault): string {
  return String(path.slice(0, -1));
}

/** A field that is there, misspelt, is not told to be missing. */
function withoutMisspelt(faults: readonly ShapeFault[]): ShapeFault[] {
  const misspelt = new Set(faults.map(({ path, meant }) => (meant === undefined ? "" : String(path.with(-1, meant)))));
  return faults.filter(({ code, path }) => code !== "OT201" || !misspelt.has(String(path)));
}

function isAboutFields({ code }: Fault): boolean {
  return code === "OT201" || code === "OT202";
}

/** Groups with not one field that belongs there, by their paths: they belong elsewhere, and that is told. */
function misplacedGroups(faults: readonly ShapeFault[], data: unknown): ReadonlyMap<string, Fault> {
  const groups = groupBy(faults.filter(isAboutFields), parentOf);
  const misplaced = [...groups].filter(([, [first, ...others]]) => {
    const unknown = [first, ...others].filter(({ code, meant }) => code === "OT202" && meant === undefined);
    const fields = Object.keys(Object(first.path.slice(0, -1).reduce(ownPart, data)));
    return unknown.length > 0 && unknown.length === fields.length && unknown.length < 1 + others.length;
  });
  return new Map(misplaced.map(([parent, [{ path }]]) => [parent, misplacedGroup(path.slice(0, -1))]));
}

function misplacedGroup(path: Path): Fault {
  const message = `${nameOf(path)} has none of the fields that belong ${path.length === 0 ? "to a table" : "here"}`;
  const help = `here belong ${someOf(fieldsAt(tableSchema, path))}; perhaps a line is not indented as was meant`;
  return { code: "OT205", path, part: "key", message, help };
}

/** What was to stand below a blank field, and stands beside it: what is wrong there comes of that. */
function withoutSwallowed(faults: readonly ShapeFault[], data: unknown): Fault[] {
  const wrong = new Set(faults.flatMap(prefixesOf));
  const swallowed = new Set<string>();
  for (const { path, isGroup } of faults) {
    if (!isGroup || swallowed.has(String(path))) continue;
    for (const place of placesAfter(data, path)) {
      // a section of the table that is there is what it is
      const belongs = path.length === 1 && Object.hasOwn(tableSchema.shape, place);
      if (belongs || !wrong.has(place)) break;
      swallowed.add(place);
    }
  }
  return faults.filter((fault) => !prefixesOf(fault).some((place) => swallowed.has(place)));
}

function prefixesOf({ path }: Fault): string[] {
  return path.map((_, depth) => String(path.slice(0, depth + 1)));
}

/** The fields that stand after one in the same group. */
function placesAfter(data: unknown, path: Path): string[] {
  const parent = path.slice(0, -1);
  const names = Object.keys(Object(parent.reduce(ownPart, data)));
  return names.slice(names.indexOf(String(path.at(-1))) + 1).map((name) => String([...parent, name]));
}
