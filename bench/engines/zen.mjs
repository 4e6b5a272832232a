// One decision table, hit policy `first`; 256 evaluations in flight, which lets its own threads work in parallel.
import { ZenDecisionContent, ZenEngine } from "@gorules/zen-engine";
import { plainRows } from "../plain-rules.mjs";

export const name = "zen-engine";
export const from = "@gorules/zen-engine";
export const inFlight = 256;

export function prepare(table) {
  const content = new ZenDecisionContent(Buffer.from(JSON.stringify(decisionOf(table))));
  const decision = new ZenEngine().createDecision(content);
  return async (facts) => (await decision.evaluate(facts)).result.rule;
}

function decisionOf(table) {
  const inputs = Object.keys(table.facts).map((field) => ({ id: field, name: field, field }));
  const outputs = [{ id: "rule", name: "rule", field: "rule" }];
  const rules = plainRows(table).map(({ id, tests }, index) => ({
    _id: `row-${index}`,
    ...Object.fromEntries(inputs.map(({ id: input }) => [input, ""])),
    ...Object.fromEntries(tests.map(({ fact, values }) => [fact, values.map((value) => `"${value}"`).join(", ")])),
    rule: `"${id}"`,
  }));
  const node = (id, type, content) => ({ id, name: id, type, position: { x: 0, y: 0 }, ...(content && { content }) });
  return {
    nodes: [
      node("request", "inputNode"),
      node("table", "decisionTableNode", { hitPolicy: "first", inputs, outputs, rules }),
      node("response", "outputNode"),
    ],
    edges: [edge("request", "table"), edge("table", "response")],
  };
}

function edge(sourceId, targetId) {
  return { id: `${sourceId}-${targetId}`, type: "edge", sourceId, targetId };
}
