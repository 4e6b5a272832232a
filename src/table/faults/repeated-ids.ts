import type { Fault } from "../fault.js";
import { groupBy } from "../group-by.js";
import type { Table } from "../table.js";
import { idsOf, type PlacedId } from "./placed-ids.js";

/** What must not share an id. A field that stands twice is found where the file is read. */
const APART: readonly (readonly PlacedId["what"][])[] = [
  ["rule"],
  ["invariant"],
  ["fact", "finding"],
  ["fact", "particular", "former fact"],
];

/** Ids, and flags of the command line, that would mean two things. */
export function findRepeatedIds(table: Table): Fault[] {
  const ids = idsOf(table);
  const of = (kinds: readonly PlacedId["what"][]): PlacedId[] => ids.filter(({ what }) => kinds.includes(what));
  const valuesOfFacts = groupBy(of(["value", "former value"]), ({ path }) => String(path[1]));
  return [
    ...APART.flatMap((kinds) => repeated(of(kinds))),
    ...[...valuesOfFacts.values()].flatMap(repeated),
    ...sameFlags(of(["fact", "particular", "former fact"])),
  ];
}

function repeated(ids: readonly PlacedId[]): Fault[] {
  return [...groupBy(ids, ({ id }) => id).values()].flatMap(([first, ...others]) =>
    others.map(({ what, id, path, part }) => {
      const by = what === first.what ? "" : ` by a ${first.what}`;
      return {
        code: "OT302",
        path,
        part,
        message: `the id \`${id}\` is already taken${by}`,
        help: "an id is used once",
      };
    }),
  );
}

/** The library that reads the command line takes `--a-1` and `--a1` for one option. */
function sameFlags(ids: readonly PlacedId[]): Fault[] {
  return [...groupBy(ids, ({ id }) => id.replaceAll(/-(?=\d)/g, "")).values()].flatMap(([first, ...others]) =>
    others
      .filter(({ id }) => id !== first.id)
      .map(({ id, path, part }) => {
        const message = `the command line cannot tell \`--${id}\` from \`--${first.id}\``;
        return { code: "OT302", path, part, message, help: "choose another id" };
      }),
  );
}
