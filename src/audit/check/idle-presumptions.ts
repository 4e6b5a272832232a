import { apply } from "../../diagram/apply.js";
import { end, isEnd, type Ref } from "../../diagram/graph.js";
import { restrict } from "../../diagram/narrow.js";
import { type Draft, IMPOSSIBLE } from "../../table/compile.js";
import type { Presumption } from "../../table/table.js";
import type { Check } from "../flaw.js";

const NOWHERE = end(IMPOSSIBLE);

/** What is taken for granted though no other value lets another rule decide, on any day. */
export const idlePresumptions: Check = {
  codes: {
    OT327:
      "A table takes something for granted to no effect: whatever else the fact could be, the same rules could decide, on every day. No answer ever rests on it.",
  },
  find: ({ table, laws }) =>
    Object.entries(table.facts).flatMap(([id, { presume }]) => {
      if (presume === undefined || laws.some((law) => matters(law, id, presume))) return [];
      const message = `to presume something of \`${id}\` changes nothing: no other value of it lets another rule decide`;
      return [{ code: "OT327", path: ["facts", id, "presume"], part: "key", message, help: "take `presume` out" }];
    }),
};

/** Whether some other value leads to a rule to which no presumed value leads, all else being as it is. */
function matters({ forest, factOrder, outcome, table }: Draft, fact: string, { values }: Presumption): boolean {
  const unknown = factOrder.map((): number | undefined => undefined);
  const leads = Object.keys(table.facts[fact]?.values ?? {}).map((value, index) => ({
    isPresumed: values.includes(value),
    to: restrict(forest, forest, outcome, unknown.with(factOrder.indexOf(fact), index)),
  }));
  const presumed = leads.filter(({ isPresumed }) => isPresumed);
  return leads.some(({ to }) => presumed.reduce((left, one) => elsewhere(left, one.to), to) !== NOWHERE);

  /** The first diagram where the second does not end in the same. */
  function elsewhere(left: Ref, other: Ref): Ref {
    return apply(forest, left, other, (one, two) => {
      if (one === two || one === NOWHERE) return NOWHERE;
      return isEnd(one) && isEnd(two) ? one : undefined;
    });
  }
}
