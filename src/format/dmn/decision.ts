import { block, element, empty, type Markup, text } from "../xml.js";

/** A decision with what it is asked, what it needs, and how it comes to its answer. */
export interface Decision {
  readonly id: string;
  readonly label: string;
  readonly question: string;
  readonly description?: string;
  readonly type: string;
  /** The ids of other decisions. */
  readonly needs: readonly string[];
  readonly needsCase: boolean;
  readonly logic: Logic;
}

type Logic = { readonly kind: "expression"; readonly text: string } | ({ readonly kind: "table" } & DecisionTable);

export interface DecisionTable {
  readonly hitPolicy: "UNIQUE" | "COLLECT";
  /** FEEL expressions, each with what it asks. */
  readonly inputs: readonly { readonly expression: string; readonly label: string; readonly type: string }[];
  readonly outputs: readonly string[];
  readonly rows: readonly TableRow[];
}

interface TableRow {
  readonly note?: string;
  /** FEEL tests, one for each input. */
  readonly tests: readonly string[];
  /** FEEL expressions, one for each output. */
  readonly results: readonly string[];
}

export const CASE = "case";

export function decisionXml(decision: Decision): Markup {
  const { id, label, question, description, type, needs, needsCase, logic } = decision;
  const required = [
    ...(needsCase ? [requirement(id, "requiredInput", CASE)] : []),
    ...needs.map((other) => requirement(id, "requiredDecision", other)),
  ];
  return block("decision", { id, name: id, label }, [
    ...(description === undefined ? [] : [element("description", {}, text(description))]),
    element("question", {}, text(question)),
    empty("variable", { name: id, typeRef: type }),
    ...required,
    logicXml(id, logic),
  ]);
}

/** What an edge between two elements goes by. */
export function requirementId(from: string, to: string): string {
  return `${to}-needs-${from}`;
}

function requirement(id: string, kind: "requiredInput" | "requiredDecision", from: string): Markup {
  return element("informationRequirement", { id: requirementId(from, id) }, empty(kind, { href: `#${from}` }));
}

function logicXml(id: string, logic: Logic): Markup {
  switch (logic.kind) {
    case "expression":
      return element("literalExpression", { id: `${id}-expression` }, written(logic.text));
    case "table":
      return tableXml(id, logic);
  }
}

function tableXml(id: string, { hitPolicy, inputs, outputs, rows }: DecisionTable): Markup {
  return block("decisionTable", { id: `${id}-table`, hitPolicy }, [
    ...inputs.map(({ expression, label, type }, index) =>
      element(
        "input",
        { id: `${id}-in-${index + 1}`, label },
        element("inputExpression", { id: `${id}-asks-${index + 1}`, typeRef: type }, written(expression)),
      ),
    ),
    ...outputs.map((name) => empty("output", { id: `${id}-${name}`, name, typeRef: "string" })),
    ...rows.map((row, index) => rowXml(`${id}-${index + 1}`, row)),
  ]);
}

function rowXml(id: string, { note, tests, results }: TableRow): Markup {
  return element(
    "rule",
    { id },
    ...(note === undefined ? [] : [element("description", {}, text(note))]),
    ...tests.map((cell) => element("inputEntry", {}, written(cell))),
    ...results.map((cell) => element("outputEntry", {}, written(cell))),
  );
}

const written = (expression: string): Markup => element("text", {}, text(expression));
