// Conditions are functions of its user; `ignoreFactChanges`, since no rule changes a fact.
import { RuleEngine } from "node-rules";
import { javaScriptOf } from "../java-script.mjs";
import { plainRules } from "../plain-rules.mjs";

export const name = "node-rules";
export const from = "node-rules";

export function prepare(table) {
  const rules = plainRules(table).map((rule) => ({
    condition: new Function("R", "facts", `R.when(${javaScriptOf(rule)});`),
    consequence(R, facts) {
      facts.decidedBy = rule.id;
      R.stop();
    },
  }));
  const engine = new RuleEngine(rules, { ignoreFactChanges: true });
  return (facts) => new Promise((resolve) => engine.execute(facts, ({ decidedBy }) => resolve(decidedBy)));
}
