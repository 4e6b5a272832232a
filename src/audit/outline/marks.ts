import { isEnd, type Ref, terminalOf } from "../../diagram/graph.js";
import { levelsUp } from "../../diagram/levels.js";
import { IMPOSSIBLE, type Law, ruleIndex } from "../../table/compile.js";
import type { Table } from "../../table/table.js";
import type { RuleVerdict } from "../../table/verdict.js";

/**
 * The law of a day as numbers to be joined bit by bit.
 *
 * Every rule has a mark, a number. The marks of all the rules that a situation can still lead to are joined bit by
 * bit, and the answer is read off what that comes to: a rule's own mark where no other rule was joined to it, and in
 * its lowest bits the verdicts that are possible. Nothing was joined where the situation is impossible.
 */
export interface MarkedLaw {
  /** The deepest level of the diagram first. */
  readonly levels: readonly MarkedLevel[];
  readonly root: Operand;
  readonly rules: readonly Marked<string>[];
  readonly verdicts: readonly Marked<RuleVerdict>[];
}

/** The nodes that test a fact, by its position in the order of the law. */
interface MarkedLevel {
  readonly fact: number;
  readonly nodes: readonly MarkedNode[];
}

export interface MarkedNode {
  readonly node: number;
  /** Where some values of the fact lead, by their positions. */
  readonly ways: readonly { readonly values: readonly number[]; readonly to: Operand }[];
}

/** What a node of an earlier level comes to, or the mark at an end. */
export type Operand = { readonly node: number } | { readonly mark: number };

interface Marked<Id> {
  readonly id: Id;
  readonly mark: number;
}

export function markLaw(table: Table, { graph, roots }: Law): MarkedLaw {
  const { rules, verdicts } = marksOf(table);
  const markAt = (terminal: number): number =>
    terminal === IMPOSSIBLE ? 0 : (rules[ruleIndex(terminal)]?.mark as number);
  const operand = (ref: Ref): Operand => (isEnd(ref) ? { mark: markAt(terminalOf(ref)) } : { node: ref });
  const levels = levelsUp(graph, roots.outcome, IMPOSSIBLE).map(({ variable, forks }) => ({
    fact: variable,
    nodes: forks.map(({ node, ways }) => ({
      node,
      ways: ways.map(({ values, to }) => ({ values, to: operand(to) })),
    })),
  }));
  return { levels, root: operand(roots.outcome), rules, verdicts };
}

/**
 * A bit for the verdict; then the rule's number, and above it the same with every bit turned over: of any two numbers
 * joined, some bit is set in both.
 */
function marksOf({ rules }: Table): Pick<MarkedLaw, "rules" | "verdicts"> {
  const verdicts = [...new Set(rules.map(({ verdict }) => verdict))];
  const width = Math.ceil(Math.log2(rules.length));
  const marked = rules.map(({ id, verdict }, index) => {
    const turned = 2 ** width - 1 - index;
    return { id, mark: 2 ** verdicts.indexOf(verdict) + 2 ** verdicts.length * (index + 2 ** width * turned) };
  });
  return { rules: marked, verdicts: verdicts.map((id, bit) => ({ id, mark: 2 ** bit })) };
}
