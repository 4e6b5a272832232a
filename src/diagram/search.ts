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

/** All narrowings. */
export const EVERY = -1;

/** By variable, and by value. */
export type Narrowings = readonly (Int32Array | undefined)[];

/** Looks for what situations lead to, one after the other, without making objects of them. */
export interface Search {
  /**
   * Searches from a root; values by variable, below zero where unknown, and from `FIRST_SET` down where it is one of a
   * set. The results stand until the next search.
   *
   * @param narrowings up to 32 at once, each a bit: for a variable that some of them narrow, those that leave it each of
   * its values
   */
  run(root: Ref, values: Int16Array, narrowings?: Narrowings): void;
  /** The ends that can be reached: the first `endCount` of these. */
  readonly ends: Int32Array;
  endCount: number;
  isReached(end: Terminal): boolean;
  /** Whether an end that is reached is reached under one of the narrowings, too. */
  isReachedUnder(narrowing: number, end: Terminal): boolean;
  /**
   * Finds the unknown variables that can make a difference, as `support` of `narrow` has them: ends of the same class
   * of an end, are one, and ignored ones say whatever spares a test.
   *
   * @param narrowing one of those that were searched with; without any they are all the same
   */
  findMattering(classOf: Int32Array, ignored: Terminal, narrowing?: number): void;
  /** Whether a variable was found to make one. */
  isMattering(variable: number): boolean;
  /** Whether an end can be reached, and no more than that: the results of the last search stand. */
  canReach(root: Ref, values: Int16Array, end: Terminal): boolean;
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
  const endUnder = new Int32Array(terminals);
  // the nodes that were met and are still to be looked at: the last one of each variable, and the one met before it
  const lastMet = new Int32Array(space.length).fill(NOTHING);
  const metBefore = new Int32Array(variable.length);
  const nodeUnder = new Int32Array(variable.length);
  // the nodes of unknown variables in the order of these, and where their edges lead past known values
  const nodes = new Int32Array(variable.length);
  const position = new Int32Array(variable.length);
  const nodeSeen = new Float64Array(variable.length);
  const targets = new Int32Array(edges.length);
  const targetUnder = new Int32Array(edges.length);
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
  const nodeLooked = new Float64Array(variable.length);
  let [round, numbering, met, followed, start, differences, chosen, looked] = [0, 0, 0, 0, -1, 0, 0, 0];
  const isReached = (terminal: Terminal): boolean => endSeen[terminal] === round;
  const isReachedUnder = (narrowing: number, terminal: Terminal): boolean =>
    isReached(terminal) && ((endUnder[terminal] as number) & (1 << narrowing)) !== 0;
  const isMattering = (tested: number): boolean => mattering[tested] === 1;
  const search: Search = { run, ends, endCount: 0, isReached, isReachedUnder, findMattering, isMattering, canReach };
  return search;

  function run(root: Ref, values: Int16Array, narrowings: Narrowings = []): void {
    round += 1;
    [met, followed, search.endCount] = [0, 0, 0];
    start = meet(root, values, EVERY);
    const first = isEnd(start) ? space.length : (variable[start] as number);
    // a node comes after all those that lead to it, because they test earlier variables
    for (let tested = first; tested < space.length; tested++) {
      for (let node = lastMet[tested] as number; node !== NOTHING; node = metBefore[node] as number)
        lookAt(node, values, narrowings[tested]);
      lastMet[tested] = NOTHING;
    }
    firstTarget[met] = followed;
  }

  function lookAt(node: Ref, values: Int16Array, narrowed: Int32Array | undefined): void {
    const [first, tested, under] = [firstEdge[node] as number, variable[node] as number, nodeUnder[node] as number];
    const code = values[tested] as number;
    const left = code > FIRST_SET ? undefined : sets[FIRST_SET - code];
    const count = left === undefined ? (space[tested] as number) : left.length;
    position[node] = met;
    nodes[met] = node;
    firstTarget[met++] = followed;
    let [before, target, stillBefore] = [NOWHERE, NOWHERE, 0];
    for (let index = 0; index < count; index++) {
      const value = left === undefined ? index : (left[index] as number);
      const still = narrowed === undefined ? under : under & (narrowed[value] as number);
      const edge = edges[first + value] as Ref;
      // neighbours often lead to the same place
      if (edge !== before || still !== stillBefore) target = meet(edge, values, still);
      before = edge;
      stillBefore = still;
      targetUnder[followed] = still;
      targets[followed++] = target;
    }
  }

  function meet(from: Ref, values: Int16Array, under: number): Ref {
    const ref = follow(graph, from, values);
    if (isEnd(ref)) meetEnd(terminalOf(ref), under);
    else meetNode(ref, under);
    return ref;
  }

  function meetEnd(terminal: Terminal, under: number): void {
    if (isReached(terminal)) {
      endUnder[terminal] = (endUnder[terminal] as number) | under;
      return;
    }
    endSeen[terminal] = round;
    endUnder[terminal] = under;
    ends[search.endCount++] = terminal;
  }

  function meetNode(node: Ref, under: number): void {
    if (nodeSeen[node] === round) {
      nodeUnder[node] = (nodeUnder[node] as number) | under;
      return;
    }
    nodeSeen[node] = round;
    nodeUnder[node] = under;
    const tested = variable[node] as number;
    metBefore[node] = lastMet[tested] as number;
    lastMet[tested] = node;
  }

  function canReach(root: Ref, values: Int16Array, end: Terminal): boolean {
    looked += 1;
    return leadsTo(root, values, end);
  }

  function leadsTo(from: Ref, values: Int16Array, end: Terminal): boolean {
    const ref = follow(graph, from, values);
    if (isEnd(ref)) return terminalOf(ref) === end;
    if (nodeLooked[ref] === looked) return false;
    nodeLooked[ref] = looked;
    const [first, tested] = [firstEdge[ref] as number, variable[ref] as number];
    const left = sets[FIRST_SET - (values[tested] as number)];
    const count = left?.length ?? (space[tested] as number);
    for (let index = 0; index < count; index++) {
      if (leadsTo(edges[first + (left === undefined ? index : (left[index] as number))] as Ref, values, end))
        return true;
    }
    return false;
  }

  function findMattering(classOf: Int32Array, ignored: Terminal, narrowing = 0): void {
    chosen = 1 << narrowing;
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
    let [some, isOne, before, number] = [NOTHING, true, NOWHERE, NOTHING];
    for (let target = first; target < last; target++) {
      const isLeft = ((targetUnder[target] as number) & chosen) !== 0;
      const ref = isLeft ? (targets[target] as Ref) : NOWHERE;
      if (ref !== before) number = isLeft ? numberOf(ref, classOf, ignored) : NOTHING;
      before = ref;
      targetNumbers[target] = number;
      if (some === NOTHING) some = number;
      else if (number !== NOTHING && number !== some) isOne = false;
    }
    if (isOne) return some;
    // a branch that is ignored, or narrowed away, goes where the first other branch goes
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
/** Neither a node nor an end. */
const NOWHERE = 2 ** 30;
