import type { DmnModel } from "../../report/table/export/dmn.js";
import { block, element, empty, join, type Markup, text } from "../xml.js";
import { CASE, decisionXml } from "./decision.js";
import { decisionsOf, OUTCOMES, TYPES } from "./decisions.js";
import { anyOf, nameOf } from "./feel.js";
import { diagramXml } from "./layout.js";

/** A table's law on one day as DMN 1.3, the newest that the modellers and engines in use have in common. */
export function formatDmn(model: DmnModel): string {
  const { name, namespace, description, tool } = model;
  const decisions = decisionsOf(model);
  const attributes = { id: "rule-table", name, namespace, exporter: "order-triage", exporterVersion: tool };
  const document = block("definitions", { ...NAMESPACES, ...attributes }, [
    element("description", {}, text(description)),
    caseType(model),
    ...Object.entries(TYPES).map(([type, parts]) => structure(type, parts.map(stringPart))),
    element("itemDefinition", { name: OUTCOMES, isCollection: "true" }, typeRef("outcome")),
    ...decisions.map(decisionXml),
    caseXml(model),
    diagramXml(decisions),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${document}\n`;
}

const NAMESPACES = {
  xmlns: "https://www.omg.org/spec/DMN/20191111/MODEL/",
  "xmlns:dmndi": "https://www.omg.org/spec/DMN/20191111/DMNDI/",
  "xmlns:dc": "http://www.omg.org/spec/DMN/20180521/DC/",
  "xmlns:di": "http://www.omg.org/spec/DMN/20180521/DI/",
};

const CASE_TYPE = "facts";

function caseXml({ words }: DmnModel): Markup {
  return block("inputData", { id: CASE, name: CASE }, [
    element("description", {}, text(words.case)),
    empty("variable", { name: CASE, typeRef: CASE_TYPE }),
  ]);
}

/** Every fact with its question and what may be answered. */
function caseType({ facts }: DmnModel): Markup {
  const parts = facts.map(({ id, ask, values }) =>
    element(
      "itemComponent",
      { name: nameOf(id), label: id },
      element("description", {}, text(ask)),
      typeRef("string"),
      element("allowedValues", {}, element("text", {}, text(anyOf(values)))),
    ),
  );
  return structure(CASE_TYPE, parts);
}

function structure(name: string, parts: readonly Markup[]): Markup {
  return block("itemDefinition", { name }, [join(parts, "\n")]);
}

function stringPart(name: string): Markup {
  return element("itemComponent", { name }, typeRef("string"));
}

function typeRef(type: string): Markup {
  return element("typeRef", {}, text(type));
}
