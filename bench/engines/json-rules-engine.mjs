// Stops at the first rule that holds. In each rule the kind of paper is looked at first: the other conditions wait.
import { Engine } from "json-rules-engine";
import { plainRules } from "../plain-rules.mjs";

export const name = "json-rules-engine";
export const from = "json-rules-engine";

export function prepare(table) {
  const engine = new Engine();
  const rules = plainRules(table);
  for (const [index, rule] of rules.entries()) {
    engine.addRule({ conditions: conditionsOf(rule), event: { type: rule.id }, priority: rules.length - index });
  }
  engine.on("success", () => engine.stop());
  return async (facts) => (await engine.run(facts)).events[0].type;
}

function conditionsOf({ tests, any }) {
  const [first, ...others] = tests.map(testOf);
  const all = [{ ...first, priority: 2 }, ...others];
  return { all: any.length === 0 ? all : [...all, { any: any.map((one) => ({ all: one.map(testOf) })) }] };
}

function testOf({ fact, values }) {
  return values.length === 1 ? { fact, operator: "equal", value: values[0] } : { fact, operator: "in", value: values };
}
