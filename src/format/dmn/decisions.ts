import type { DmnFact, DmnKind, DmnModel } from "../../report/table/export/dmn.js";
import type { Decision, DecisionTable } from "./decision.js";
import { ANY, anyOf, factPath, literal, nameOf } from "./feel.js";

/** The decisions of a model, each above those that it needs. */
export function decisionsOf(model: DmnModel): Decision[] {
  const { words, kinds } = model;
  const each = kinds.map((kind) => possibleOf(kind, words));
  const ids = each.map(({ id }) => id);
  return [
    reasons(model),
    answer(model),
    { ...POSSIBLE, label: words.possible, question: words.possible, needs: ids, logic: allOf(ids) },
    complete(model),
    ...each,
  ];
}

/** The types of what the decisions come to, with the names of their parts. */
export const TYPES: Readonly<Record<string, readonly string[]>> = {
  outcome: ["rule", "verdict"],
  said: ["verdict", "rule", "error"],
  reasoned: ["headline", "because", "sources"],
};
/** The type of many of them. */
export const OUTCOMES = "outcomes";

const POSSIBLE = { id: "possible", type: OUTCOMES, needsCase: false } as const;

/** An engine gives nothing, or an empty list, where no row fits. */
function allOf(ids: readonly string[]): Decision["logic"] {
  return { kind: "expression", text: `flatten([${ids.join(", ")}])[item != null]` };
}

function possibleOf({ id, heading, facts, rows }: DmnKind, { kind: words }: DmnModel["words"]): Decision {
  return {
    id: `possible_${nameOf(id)}`,
    label: heading,
    ...words,
    type: OUTCOMES,
    needs: [],
    needsCase: true,
    logic: {
      kind: "table",
      hitPolicy: "COLLECT",
      inputs: facts.map(inputOf),
      outputs: TYPES["outcome"] ?? [],
      rows: rows.map(({ rule, verdict, headline, answers }) => ({
        note: headline,
        tests: facts.map((fact) => anyOf(answers[fact.id])),
        results: [rule, verdict].map(literal),
      })),
    },
  };
}

/** Engines match a cell without a test whatever there is, or is not: here every fact has one. */
function complete({ facts, words }: DmnModel): Decision {
  return {
    id: COMPLETE,
    label: words.complete.question,
    ...words.complete,
    type: "string",
    needs: [],
    needsCase: true,
    logic: {
      kind: "table",
      hitPolicy: "UNIQUE",
      inputs: facts.map(inputOf),
      outputs: [COMPLETE],
      rows: [{ tests: facts.map(({ values }) => anyOf(values)), results: [literal(YES)] }],
    },
  };
}

const [COMPLETE, YES] = ["complete", "yes"];

const inputOf = ({ id, ask }: DmnFact): DecisionTable["inputs"][number] => ({
  expression: factPath(id),
  label: ask,
  type: "string",
});

function answer({ words, undecided }: DmnModel): Decision {
  const [none, first] = ["null", (part: string) => `possible[1].${part}`];
  const row = (tests: readonly string[], verdict: string, rule: string, error: string) => ({
    tests,
    results: [verdict, rule, error],
  });
  return {
    id: "answer",
    label: words.answer.question,
    ...words.answer,
    type: "said",
    needs: [COMPLETE, POSSIBLE.id],
    needsCase: false,
    logic: {
      kind: "table",
      hitPolicy: "UNIQUE",
      inputs: [
        { expression: `${COMPLETE} = ${literal(YES)}`, label: words.complete.question, type: "boolean" },
        ...["verdict", "rule"].map((part) => ({
          expression: `count(distinct values(possible.${part}))`,
          label: words.count[part as "verdict" | "rule"],
          type: "number",
        })),
      ],
      outputs: TYPES["said"] ?? [],
      rows: [
        row(["false", ANY, ANY], none, none, literal(words.incomplete)),
        row(["true", "0", ANY], none, none, literal(words.impossible)),
        row(["true", "1", "1"], first("verdict"), first("rule"), none),
        row(["true", "1", "> 1"], first("verdict"), none, none),
        row(["true", "> 1", ANY], literal(undecided), none, none),
      ],
    },
  };
}

function reasons({ words, rules }: DmnModel): Decision {
  return {
    id: "reasons",
    label: words.reasons,
    question: words.reasons,
    type: "reasoned",
    needs: ["answer"],
    needsCase: false,
    logic: {
      kind: "table",
      hitPolicy: "UNIQUE",
      inputs: [{ expression: "answer.rule", label: words.rule, type: "string" }],
      outputs: TYPES["reasoned"] ?? [],
      rows: rules.map(({ id, headline, because, sources }) => ({
        tests: [literal(id)],
        results: [headline, because, sources].map(literal),
      })),
    },
  };
}
