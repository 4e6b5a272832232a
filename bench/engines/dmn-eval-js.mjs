// A DMN 1.1 decision table, hit policy FIRST.
import dmn from "@hbtgmbh/dmn-eval-js";
import { plainRows } from "../plain-rules.mjs";

export const name = "dmn-eval-js";
export const from = "@hbtgmbh/dmn-eval-js";

export async function prepare(table) {
  const decisions = await dmn.decisionTable.parseDmnXml(xmlOf(table));
  return (facts) => dmn.decisionTable.evaluateDecision("decision", decisions, facts).rule;
}

function xmlOf(table) {
  const facts = Object.keys(table.facts);
  const inputs = facts.map(
    (id) =>
      `<input id="in-${id}"><inputExpression id="expression-${id}" typeRef="string"><text>${id}</text></inputExpression></input>`,
  );
  const rows = plainRows(table).map(({ id, tests }, index) => {
    const cells = facts.map((fact) => {
      const values = tests.find((test) => test.fact === fact)?.values ?? [];
      return `<inputEntry id="cell-${index}-${fact}"><text>${values.map((value) => `"${value}"`).join(",")}</text></inputEntry>`;
    });
    return `<rule id="row-${index}">${cells.join("")}<outputEntry id="out-${index}"><text>"${id}"</text></outputEntry></rule>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/DMN/20151101/dmn.xsd" id="definitions" name="definitions" namespace="bench">
<decision id="decision" name="decision"><decisionTable id="table" hitPolicy="FIRST">
${inputs.join("\n")}
<output id="out" label="rule" name="rule" typeRef="string" />
${rows.join("\n")}
</decisionTable></decision></definitions>`;
}
