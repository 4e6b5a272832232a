// The tables of a model in dmn-eval-js, which reads DMN 1.1 and no expressions of a later one: a second opinion on what
// a cell lets through.
import dmn from "@hbtgmbh/dmn-eval-js";

/** What the tables of a model for the kinds of papers come to, all together. */
export async function newTablesEngine(xml) {
  const tables = [...xml.matchAll(/<decision id="possible_[\s\S]*?<\/decision>/g)].map(([decision]) =>
    decision
      .replaceAll(/<informationRequirement[\s\S]*?<\/informationRequirement>/g, "")
      .replaceAll(/<variable[^>]*>/g, ""),
  );
  const model = `<definitions xmlns="${DMN_1_1}" id="d" name="d" namespace="d">${tables.join("")}</definitions>`;
  const decisions = await dmn.decisionTable.parseDmnXml(model);
  return (given) => Object.keys(decisions).flatMap((id) => dmn.decisionTable.evaluateDecision(id, decisions, given));
}

const DMN_1_1 = "http://www.omg.org/spec/DMN/20151101/dmn.xsd";
