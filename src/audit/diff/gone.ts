import type { CodeMeanings } from "../../source/problem.js";
import type { Fault } from "../../table/fault.js";
import { formerFact, formerValue } from "../../table/former.js";
import type { Table } from "../../table/table.js";

export const GONE: CodeMeanings = {
  OT335:
    "A fact, or one of its values, is gone from a table, and nobody who still writes it is told what to write now. Say so under `former-facts`, or under the `former-values` of the fact.",
};

/** Facts and values that are gone, and of which the new table does not say what to write instead. */
export function findUntold(old: Table, next: Table): Fault[] {
  if (old.table.id !== next.table.id) return [];
  return Object.entries(old.facts).flatMap(([id, { values }]): Fault[] => {
    const fact = next.facts[id];
    if (fact === undefined) return formerFact(next, id) === undefined ? [untoldFact(id)] : [];
    const gone = Object.keys(values).filter((value) => !Object.hasOwn(fact.values, value));
    return gone.filter((value) => formerValue(next, id, value) === undefined).map((value) => untoldValue(id, value));
  });
}

function untoldFact(id: string): Fault {
  const message = `the fact \`${id}\` is gone, and nothing says what to write instead`;
  return { code: "OT335", path: ["facts"], part: "key", message, help: "say it under `former-facts`" };
}

function untoldValue(fact: string, value: string): Fault {
  const message = `the value \`${value}\` of \`${fact}\` is gone, and nothing says what to write instead`;
  const path = ["facts", fact, "values"];
  return { code: "OT335", path, part: "key", message, help: "say it under `former-values` of that fact" };
}
