import { conditionsOf, testsOf } from "../../table/conditions.js";
import { groupBy } from "../../table/group-by.js";
import type { Table } from "../../table/table.js";
import type { Check, Doubt } from "../flaw.js";

/** Facts that no condition tests, and answers to them that no condition tells from one another. */
export const unusedAnswers: Check = {
  codes: {
    OT324: "A fact is asked for, and no condition tests it. What is only to be noted belongs under `particulars`.",
    OT326:
      "Several answers to a question are named by no condition, so nothing tells them apart. One such answer stands for everything else; of several all but one could go.",
  },
  find: ({ table }) => {
    const named = valuesNamed(table);
    return Object.keys(table.facts).flatMap((id) => {
      const values = named.get(id);
      return values === undefined ? [untested(id)] : alike(table, id, values);
    });
  },
};

function untested(id: string): Doubt {
  return {
    code: "OT324",
    path: ["facts", id],
    part: "key",
    message: `the fact \`${id}\` is not tested by anything`,
    help: "test it, or do not ask for it; what is only noted belongs under `particulars`",
  };
}

/** One answer that no condition names stands for everything else; of several only one is needed. */
function alike(table: Table, id: string, named: ReadonlySet<string>): Doubt[] {
  const unnamed = Object.keys(table.facts[id]?.values ?? {}).filter((value) => !named.has(value));
  if (unnamed.length < 2) return [];
  const values = unnamed.map((value) => `\`${value}\``).join(", ");
  return [
    {
      code: "OT326",
      // which of them is new nobody can tell from the table
      path: ["facts", id, "values"],
      part: "key",
      message: `nothing tells these answers to \`${id}\` apart: ${values}`,
      help: "make one answer of them, or test one of them",
    },
  ];
}

/** For everything that some condition tests, the values that are named. */
function valuesNamed(table: Table): ReadonlyMap<string, ReadonlySet<string>> {
  const tests = conditionsOf(table).flatMap(({ condition, path }) => testsOf(condition, path));
  const bySubject = groupBy(tests, ({ test }) => test.subject);
  return new Map([...bySubject].map(([id, all]) => [id, new Set(all.flatMap(({ test }) => test.values))]));
}
