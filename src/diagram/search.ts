import { branches, type Graph, isEnd, type Ref, type Terminal, terminalOf, variableOf } from "./graph.js";
import { mix } from "./hash.js";
import { nodesBelow } from "./narrow.js";
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

export interface Narrowed {
  readonly narrowing: number;
  readonly values: Int16Array;
}

/** Looks for what situations lead to, one after the other, without making objects of them. */
export interface Search {
  /**
   * Values by variable, below zero where unknown, and from `FIRST_SET` down where it is one of a set. The results stand
   * until the next search.
   *
   * @param narrowings up to 32 at once, each a bit: for a variable that some of them narrow, those that leave it each of
   * its values
   */
  run(values: Int16Array, narrowings?: Narrowings): void;
  /** The ends that can be reached, in order: the first `endCount` of these. */
  readonly ends: Int32Array;
  endCount: number;
  /** Whether an end that is reached is reached under one of the narrowings, too. */
  isReachedUnder(narrowing: number, end: Terminal): boolean;
  /** Whether anything that is reached depends on a variable, as far as it is not known. */
  isTested(variable: number): boolean;
  /**
   * Finds the unknown variables that can make a difference, as `support` of `narrow` has them: ends of the same class
   * of an end, are one, and ignored ones say whatever spares a test.
   *
   * @param narrowed one of the narrowings that were searched with, and the values that it leaves
   */
  findMattering(classOf: Int32Array, ignored: Terminal, narrowed?: Narrowed): void;
  /** Whether a variable was found to make one. */
  isMattering(variable: number): boolean;
}

/**
 * A search from a root, through a graph whose ends are below `terminals`.
 *
 * @param sets the values that a variable may have which is half known; more may be added between two searches
 */
export function newSearch(graph: Graph, root: Ref, terminals: number, sets: readonly (readonly number[])[]): Search {
  const { size, firstEnd, start, variable, firstEdge, edges, firstTarget, targets, weights } = layOut(graph, root);
  const space = Int32Array.from(graph.space);
  // the places that were met and are still to be looked at, a bit each; those of ends stay
  const waiting = new Int32Array((firstEnd + terminals + 31) >> 5);
  const under = new Int32Array(firstEnd + terminals);
  const ends = new Int32Array(terminals);
  // the nodes that were met, each before those that it leads to
  const nodes = new Int32Array(size);
  const known = new Int16Array(space.length);
  const tested = new Uint8Array(space.length);
  // what comes to the same has the same number: a class, or from `terminals` on a node that makes a difference
  const numbers = new Int32Array(firstEnd + terminals);
  const different = new Int32Array(size);
  const instead = new Int32Array(size);
  const classes = new Int32Array(firstEnd + terminals);
  const inDoubt = new Int32Array(size);
  // the nodes that make a difference, found again by what they test and lead to, counted from 1
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * size + 1)));
  const slotOf = new Int32Array(size);
  const mattering = new Uint8Array(space.length);
  let [met, differences] = [0, 0];
  const isReached = (place: number): boolean => ((waiting[place >> 5] as number) & (1 << place)) !== 0;
  const isReachedUnder = (narrowing: number, terminal: Terminal): boolean =>
    isReached(firstEnd + terminal) && ((under[firstEnd + terminal] as number) & (1 << narrowing)) !== 0;
  const isTested = (one: number): boolean => tested[one] === 1;
  const isMattering = (one: number): boolean => mattering[one] === 1;
  const search: Search = { run, ends, endCount: 0, isReachedUnder, isTested, findMattering, isMattering };
  return search;

  function run(values: Int16Array, narrowings: Narrowings = []): void {
    met = 0;
    known.set(values);
    tested.fill(0);
    waiting.fill(0, firstEnd >> 5);
    meet(start, EVERY);
    // a node waits behind all those that lead to it, because they test earlier variables
    for (let word = 0; word < firstEnd >> 5; word++) {
      for (let bits = waiting[word] as number; bits !== 0; bits = waiting[word] as number) {
        waiting[word] = bits & (bits - 1);
        lookAt(placeOf(word, bits), narrowings);
      }
    }
    listEnds();
  }

  function lookAt(node: number, narrowings: Narrowings): void {
    nodes[met++] = node;
    const [test, first, still] = [variable[node] as number, firstEdge[node] as number, under[node] as number];
    const code = known[test] as number;
    if (code >= 0) meet(edges[first + code] as number, still);
    else {
      tested[test] = 1;
      const [left, narrowed] = [leftBy(code), narrowings[test]];
      if (left === undefined && narrowed === undefined) meetTargets(node, still);
      else meetValues(node, still, left, narrowed);
    }
  }

  function meetValues(
    node: number,
    still: number,
    left: readonly number[] | undefined,
    narrowed: Int32Array | undefined,
  ): void {
    const first = firstEdge[node] as number;
    const count = left?.length ?? (space[variable[node] as number] as number);
    for (let index = 0; index < count; index++) {
      const value = left === undefined ? index : (left[index] as number);
      meet(edges[first + value] as number, narrowed === undefined ? still : still & (narrowed[value] as number));
    }
  }

  /** The values that are left to a half known variable; an array is slow where it is asked for what stands before it. */
  function leftBy(code: number): readonly number[] | undefined {
    return code > FIRST_SET ? undefined : sets[FIRST_SET - code];
  }

  function meetTargets(node: number, still: number): void {
    const last = firstTarget[node + 1] as number;
    for (let target = firstTarget[node] as number; target < last; target++) meet(targets[target] as number, still);
  }

  function meet(place: number, still: number): void {
    const [word, bit] = [place >> 5, 1 << place];
    const bits = waiting[word] as number;
    under[place] = (bits & bit) === 0 ? still : (under[place] as number) | still;
    waiting[word] = bits | bit;
  }

  function listEnds(): void {
    search.endCount = 0;
    for (let word = firstEnd >> 5; word < waiting.length; word++) {
      for (let bits = waiting[word] as number; bits !== 0; bits &= bits - 1)
        ends[search.endCount++] = placeOf(word, bits) - firstEnd;
    }
  }

  function findMattering(classOf: Int32Array, ignored: Terminal, narrowed?: Narrowed): void {
    if (narrowed !== undefined) narrowTo(narrowed);
    for (let index = 0; index < differences; index++) slots[slotOf[index] as number] = 0;
    differences = 0;
    mattering.fill(0);
    for (let index = 0; index < search.endCount; index++) {
      const terminal = ends[index] as number;
      const number = terminal === ignored ? NOTHING : (classOf[terminal] as number);
      numbers[firstEnd + terminal] = number;
      classes[firstEnd + terminal] = number === NOTHING ? 0 : 1 << number;
    }
    let doubtful = 0;
    for (let index = met - 1; index >= 0; index--) {
      const node = nodes[index] as number;
      numbers[node] = UNNUMBERED;
      if (gatherClasses(node)) inDoubt[doubtful++] = node;
    }
    for (let index = 0; index < doubtful; index++) {
      const node = inDoubt[index] as number;
      if (mattering[variable[node] as number] === 0) numberOf(node);
    }
  }

  /** Keeps what is reached under a narrowing. */
  function narrowTo({ narrowing, values }: Narrowed): void {
    known.set(values);
    const before = met;
    met = 0;
    for (let index = 0; index < before; index++) {
      const node = nodes[index] as number;
      if (((under[node] as number) & (1 << narrowing)) !== 0) nodes[met++] = node;
    }
  }

  /** Whether the classes that are reached leave it open if a node makes a difference. */
  function gatherClasses(node: number): boolean {
    const first = firstEdge[node] as number;
    const test = variable[node] as number;
    const code = known[test] as number;
    if (code >= 0) {
      classes[node] = classes[edges[first + code] as number] as number;
      return false;
    }
    const left = leftBy(code);
    const target = firstTarget[node] as number;
    const count = left?.length ?? (firstTarget[node + 1] as number) - target;
    let some = 0;
    let all = -1;
    let several = 0;
    for (let index = 0; index < count; index++) {
      const place = (left === undefined ? targets[target + index] : edges[first + (left[index] as number)]) as number;
      const reached = classes[place] as number;
      if (reached === 0) continue;
      some |= reached;
      all &= reached;
      several += 1;
    }
    classes[node] = some;
    if (several < 2) return false;
    if (some === all) return true;
    mattering[test] = 1;
    return false;
  }

  function numberOf(place: number): number {
    if (numbers[place] === UNNUMBERED) numbers[place] = newNumberOf(place);
    return numbers[place] as number;
  }

  function newNumberOf(node: number): number {
    const first = firstEdge[node] as number;
    const code = known[variable[node] as number] as number;
    if (code >= 0) return numberOf(edges[first + code] as number);
    const [left, target] = [leftBy(code), firstTarget[node] as number];
    const count = left?.length ?? (firstTarget[node + 1] as number) - target;
    let some = NOTHING;
    let isOne = true;
    let sum = 0;
    let ignored = 0;
    for (let index = 0; index < count; index++) {
      const value = left?.[index] as number;
      const place = (left === undefined ? targets[target + index] : edges[first + value]) as number;
      const weight = (left === undefined ? weights[target + index] : weightOf(value)) as number;
      const number = numberOf(place);
      if (number === NOTHING) ignored = (ignored + weight) | 0;
      else {
        sum = (sum + Math.imul(number, weight)) | 0;
        if (some === NOTHING) some = number;
        else if (number !== some) isOne = false;
      }
    }
    return isOne ? some : numberDifferent(node, some, sum + Math.imul(ignored, some));
  }

  function numberDifferent(node: number, some: number, sum: number): number {
    const test = variable[node] as number;
    let slot = mix(sum + test) & (slots.length - 1);
    for (; slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
      const index = (slots[slot] as number) - 1;
      if (isSame(index, node, some)) return terminals + index;
    }
    slots[slot] = differences + 1;
    slotOf[differences] = slot;
    different[differences] = node;
    instead[differences] = some;
    mattering[test] = 1;
    return terminals + differences++;
  }

  function isSame(index: number, node: number, some: number): boolean {
    const [other, otherSome] = [different[index] as number, instead[index] as number];
    const test = variable[node] as number;
    if (variable[other] !== test) return false;
    const left = leftBy(known[test] as number);
    const count = left?.length ?? (space[test] as number);
    const apart = (firstEdge[other] as number) - (firstEdge[node] as number);
    for (let index = 0; index < count; index++) {
      const edge = (firstEdge[node] as number) + (left === undefined ? index : (left[index] as number));
      if (leadsTo(edge, some) !== leadsTo(edge + apart, otherSome)) return false;
    }
    return true;
  }

  /** A branch that is ignored goes where the first other branch goes. */
  function leadsTo(edge: number, instead: number): number {
    const number = numbers[edges[edge] as number] as number;
    return number === NOTHING ? instead : number;
  }
}

/**
 * Says whether an end can be reached from a root, and no more than that; values and sets are as those of a search.
 */
export function newLook(
  graph: Packed,
  sets: readonly (readonly number[])[],
): (root: Ref, values: Int16Array, end: Terminal) => boolean {
  const { space, variable, firstEdge, edges } = graph;
  const seen = new Float64Array(variable.length);
  let round = 0;
  return (root, values, end) => {
    round += 1;
    return leadsTo(root, values, end);
  };

  function leadsTo(from: Ref, values: Int16Array, end: Terminal): boolean {
    const ref = follow(graph, from, values);
    if (isEnd(ref)) return terminalOf(ref) === end;
    if (seen[ref] === round) return false;
    seen[ref] = round;
    const first = firstEdge[ref] as number;
    const test = variable[ref] as number;
    const code = values[test] as number;
    const left = code > FIRST_SET ? undefined : sets[FIRST_SET - code];
    const count = left?.length ?? (space[test] as number);
    for (let index = 0; index < count; index++) {
      const edge = first + (left === undefined ? index : (left[index] as number));
      if (leadsTo(edges[edge] as Ref, values, end)) return true;
    }
    return false;
  }
}

const NOTHING = -1;
const UNNUMBERED = -2;

/** A place for each node, before the places of those it leads to, and for each end from `firstEnd` on. */
interface Layout {
  readonly size: number;
  /** A multiple of 32. */
  readonly firstEnd: number;
  readonly start: number;
  readonly variable: Int32Array;
  /** The place that each value of a node leads to. */
  readonly firstEdge: Int32Array;
  readonly edges: Int32Array;
  /** The same, each place once. */
  readonly firstTarget: Int32Array;
  readonly targets: Int32Array;
  /** What the values that lead there weigh together. */
  readonly weights: Int32Array;
}

function layOut(graph: Graph, root: Ref): Layout {
  const nodes = nodesBelow(graph, root);
  const firstEnd = 32 * Math.ceil(nodes.length / 32);
  const places = new Map(nodes.map((node, index) => [node, index]));
  const place = (ref: Ref): number => (isEnd(ref) ? firstEnd + terminalOf(ref) : (places.get(ref) as number));
  const edges = nodes.map((node) => branches(graph, node).map(place));
  const targets = edges.map((some) => [...new Set(some)]);
  const weights = edges.map((some, node) =>
    (targets[node] as number[]).map((target) =>
      some.reduce((sum, edge, value) => (edge === target ? sum + weightOf(value) : sum), 0),
    ),
  );
  return {
    size: nodes.length,
    firstEnd,
    start: place(root),
    variable: Int32Array.from(nodes, (node) => variableOf(graph, node)),
    firstEdge: firstsOf(edges),
    edges: Int32Array.from(edges.flat()),
    firstTarget: firstsOf(targets),
    targets: Int32Array.from(targets.flat()),
    weights: Int32Array.from(weights.flat()),
  };
}

/** Where each list begins when they stand one after the other, and where the last one ends. */
function firstsOf(lists: readonly (readonly unknown[])[]): Int32Array {
  const firsts = new Int32Array(lists.length + 1);
  for (const [index, list] of lists.entries()) firsts[index + 1] = (firsts[index] as number) + list.length;
  return firsts;
}

/** The place of the lowest of some bits. */
function placeOf(word: number, bits: number): number {
  return 32 * word + 31 - Math.clz32(bits & -bits);
}

/** As good as random, so that it is seldom that sums of weighted numbers are equal and the numbers are not. */
function weightOf(value: number): number {
  return mix(mix(value + 1));
}
