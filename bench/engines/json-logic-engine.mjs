// One `if` over all rules, compiled to a function: its `build`.
import { LogicEngine } from "json-logic-engine";
import { plainRules } from "../plain-rules.mjs";

export const name = "json-logic-engine";
export const from = "json-logic-engine";

export function prepare(table) {
  const branches = plainRules(table).flatMap((rule) => [conditionOf(rule), rule.id]);
  return new LogicEngine().build({ if: branches });
}

function conditionOf({ tests, any }) {
  const all = tests.map(testOf);
  return { and: any.length === 0 ? all : [...all, { or: any.map((one) => ({ and: one.map(testOf) })) }] };
}

function testOf({ fact, values }) {
  const [first, ...others] = values.map((value) => ({ "===": [{ var: fact }, value] }));
  return others.length === 0 ? first : { or: [first, ...others] };
}
