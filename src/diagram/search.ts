import { isEnd, type Ref, type Terminal, terminalOf } from "./graph.js";
import { hashOf } from "./hash.js";
import type { Packed } from "./pack.js";
import { follow } from "./walk.js";

/** Stands among the values of a situation for the first of the sets that a search knows; the next has one less. */
export const FIRST_SET = -3;

/** Whether nothing is known of a variable, by what stands for it among the values of a situation. */
export function isUnknown(code: number): boolean {
  return code < 0 && code > FIRST_SET;
}

/** Looks for what situations lead to, one after the other, without making objects of them. */
export interface Search {
  /**
   * Searches from a root; values by variable, below zero where unknown, and from `FIRST_SET` down where it is one of a
   * set. The results stand until the next search.
   */
  run(root: Ref, values: Int16Array): void;
  /** The ends that can be reached: the first `endCount` of these. */
  readonly ends: Int32Array;
  endCount: number;
  isReached(end: Terminal): boolean;
  /**
   * Finds the unknown variables that can make a difference, as `support` of `narrow` has them: ends of the same class
   * of an end, are one, and ignored ones say whatever spares a test.
   */
  findMattering(classOf: Int32Array, ignored: Terminal): void;
  /** Whether a variable was found to make one. */
  isMattering(variable: number): boolean;
}

/**
 * A search through a graph whose ends are below `terminals`.
 *
 * @param sets the values that a variable may have which is half known; more may be added between two searches
 */
export function newSearch(graph: Packed, terminals: number, sets: readonly (readonly number[])[]): Search {
  const { space, variable, firstEdge, edges } = graph;
  const ends = new Int32Array(terminals);
  const endSeen = new Float64Array(terminals);
  // the nodes of unknown variables in the order they were met, and where their edges lead past known values
  const nodes = new Int32Array(variable.length);
  const position = new Int32Array(variable.length);
  const nodeSeen = new Float64Array(variable.length);
  const targets = new Int32Array(edges.length);
  const firstTarget = new Int32Array(variable.length + 1);
  // what comes to the same has the same number: a class, or from `terminals` on a node that makes a difference
  const numbers = new Int32Array(variable.length);
  const numbered = new Uint8Array(variable.length);
  const targetNumbers = new Int32Array(edges.length);
  const different = new Int32Array(variable.length);
  // the nodes that make a difference, found again by what they test and lead to
  const places = new Int32Array(2 ** Math.ceil(Math.log2(2 * variable.length + 1)));
  const placeTaken = new Float64Array(places.length);
  const mattering = new Uint8Array(space.length);
  let [round, numbering, met, followed, start, differences] = [0, 0, 0, 0, -1, 0];
  const isReached = (terminal: Terminal): boolean => endSeen[terminal] === round;
  const isMattering = (tested: number): boolean => mattering[tested] === 1;
  const search: Search = { run, ends, endCount: 0, isReached, findMattering, isMattering };
  return search;

  function run(root: Ref, values: Int16Array): void {
    round += 1;
    [met, followed, search.endCount] = [0, 0, 0];
    start = meet(root, values);
    for (let next = 0; next < met; next++) {
      const node = nodes[next] as number;
      const first = firstEdge[node] as number;
      const tested = variable[node] as number;
      const code = values[tested] as number;
      const left = code > FIRST_SET ? undefined : sets[FIRST_SET - code];
      firstTarget[next] = followed;
      if (left === undefined) {
        const last = first + (space[tested] as number);
        for (let edge = first; edge < last; edge++) targets[followed++] = meet(edges[edge] as Ref, values);
      } else for (const value of left) targets[followed++] = meet(edges[first + value] as Ref, values);
    }
    firstTarget[met] = followed;
  }

  function meet(from: Ref, values: Int16Array): Ref {
    const ref = follow(graph, from, values);
    if (isEnd(ref)) meetEnd(terminalOf(ref));
    else meetNode(ref);
    return ref;
  }

  function meetEnd(terminal: Terminal): void {
    if (isReached(terminal)) return;
    endSeen[terminal] = round;
    ends[search.endCount++] = terminal;
  }

  function meetNode(node: Ref): void {
    if (nodeSeen[node] === round) return;
    nodeSeen[node] = round;
    position[node] = met;
    nodes[met++] = node;
  }

  function findMattering(classOf: Int32Array, ignored: Terminal): void {
    numbering += 1;
    numbered.fill(0, 0, met);
    mattering.fill(0);
    differences = 0;
    numberOf(start, classOf, ignored);
  }

  function numberOf(ref: Ref, classOf: Int32Array, ignored: Terminal): number {
    if (isEnd(ref)) return terminalOf(ref) === ignored ? NOTHING : (classOf[terminalOf(ref)] as number);
    const at = position[ref] as number;
    if (numbered[at] === 0) {
      numbers[at] = numberNode(at, classOf, ignored);
      numbered[at] = 1;
    }
    return numbers[at] as number;
  }

  function numberNode(at: number, classOf: Int32Array, ignored: Terminal): number {
    const [first, last] = [firstTarget[at] as number, firstTarget[at + 1] as number];
    let [some, isOne] = [NOTHING, true];
    for (let target = first; target < last; target++) {
      const number = numberOf(targets[target] as Ref, classOf, ignored);
      targetNumbers[target] = number;
      if (some === NOTHING) some = number;
      else if (number !== NOTHING && number !== some) isOne = false;
    }
    if (isOne) return some;
    // an ignored branch goes where the first other branch goes
    for (let target = first; target < last; target++)
      if (targetNumbers[target] === NOTHING) targetNumbers[target] = some;
    return numberDifferent(at);
  }

  function numberDifferent(at: number): number {
    const [first, last] = [firstTarget[at] as number, firstTarget[at + 1] as number];
    const tested = variable[nodes[at] as number] as number;
    let place = hashOf(targetNumbers, first, last, tested) & (places.length - 1);
    for (; placeTaken[place] === numbering; place = (place + 1) & (places.length - 1)) {
      const index = places[place] as number;
      if (isSame(different[index] as number, at)) return terminals + index;
    }
    placeTaken[place] = numbering;
    places[place] = differences;
    different[differences] = at;
    mattering[tested] = 1;
    return terminals + differences++;
  }

  function isSame(one: number, other: number): boolean {
    if (variable[nodes[one] as number] !== variable[nodes[other] as number]) return false;
    const [first, last] = [firstTarget[one] as number, firstTarget[one + 1] as number];
    const apart = (firstTarget[other] as number) - first;
    for (let target = first; target < last; target++) {
      if (targetNumbers[target] !== targetNumbers[target + apart]) return false;
    }
    return true;
  }
}

const NOTHING = -1;
