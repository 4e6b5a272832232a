import type { Graph, Ref, Terminal } from "../graph.js";
import { FIRST_SET, leftBy } from "./codes.js";
import { layOut } from "./layout.js";
import { type Mattering, newMattering, type Reached } from "./mattering.js";

/** All narrowings. */
export const EVERY = -1;

/** By variable, and by value. */
export type Narrowings = readonly (Int32Array | undefined)[];

/** Looks for what situations lead to, one after the other, without making objects of them. */
export interface Search {
  /**
   * Values by variable, as `Codes` have them. The results stand until the next search.
   *
   * @param narrowings up to 32 at once, each a bit: for a variable that some of them narrow, those that leave it each of
   * its values
   */
  run(values: Int16Array, narrowings?: Narrowings): void;
  readonly reached: Readonly<Reached>;
  /** Whether an end that is reached is reached under one of the narrowings, too. */
  isReachedUnder(narrowing: number, end: Terminal): boolean;
  /** Whether anything that is reached depends on a variable, as far as it is not known. */
  isTested(variable: number): boolean;
  /** Keeps the nodes that are reached under one of the narrowings, and the values that it leaves. */
  narrowTo(narrowing: number, values: Int16Array): void;
  /**
   * The unknown variables that can make a difference, as `support` of `narrow` has them: ends of the same class of an
   * end, are one, and ignored ones say whatever spares a test.
   */
  readonly mattering: Mattering;
}

/**
 * A search from a root, through a graph whose ends are below `terminals`.
 *
 * @param sets the values that a variable may have which is half known; more may be added between two searches
 */
export function newSearch(graph: Graph, root: Ref, terminals: number, sets: readonly (readonly number[])[]): Search {
  const layout = layOut(graph, root);
  const { firstEnd, start, space, variable, firstEdge, edges, firstTarget, targets } = layout;
  // the places that were met and are still to be looked at, a bit each; those of ends stay
  const waiting = new Int32Array((firstEnd + terminals + 31) >> 5);
  const under = new Int32Array(firstEnd + terminals);
  const [nodes, ends] = [new Int32Array(layout.size), new Int32Array(terminals)];
  const known = new Int16Array(space.length);
  const tested = new Uint8Array(space.length);
  const reached: Reached = { nodes, nodeCount: 0, ends, endCount: 0, known };
  const isReached = (place: number): boolean => ((waiting[place >> 5] as number) & (1 << place)) !== 0;
  const isReachedUnder = (narrowing: number, terminal: Terminal): boolean =>
    isReached(firstEnd + terminal) && ((under[firstEnd + terminal] as number) & (1 << narrowing)) !== 0;
  const isTested = (one: number): boolean => tested[one] === 1;
  const mattering = newMattering(layout, terminals, sets, reached);
  return { run, reached, isReachedUnder, isTested, narrowTo, mattering };

  function run(values: Int16Array, narrowings: Narrowings = []): void {
    reached.nodeCount = 0;
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
    nodes[reached.nodeCount++] = node;
    const test = variable[node] as number;
    const still = under[node] as number;
    const code = known[test] as number;
    if (code >= 0) meet(edges[(firstEdge[node] as number) + code] as number, still);
    else {
      tested[test] = 1;
      const narrowed = narrowings[test];
      if (narrowed === undefined && code > FIRST_SET) meetTargets(node, still);
      else meetValues(node, still, leftBy(sets, code), narrowed);
    }
  }

  function meetValues(
    node: number,
    still: number,
    left: readonly number[] | undefined,
    narrowed: Int32Array | undefined,
  ): void {
    const first = firstEdge[node] as number;
    const count = left === undefined ? (firstEdge[node + 1] as number) - first : left.length;
    for (let index = 0; index < count; index++) {
      const value = left === undefined ? index : (left[index] as number);
      meet(edges[first + value] as number, narrowed === undefined ? still : still & (narrowed[value] as number));
    }
  }

  function meetTargets(node: number, still: number): void {
    const last = firstTarget[node + 1] as number;
    for (let target = firstTarget[node] as number; target < last; target++) meet(targets[target] as number, still);
  }

  function meet(place: number, still: number): void {
    const word = place >> 5;
    const bits = waiting[word] as number;
    const isMet = (bits >> place) & 1;
    under[place] = isMet === 0 ? still : (under[place] as number) | still;
    waiting[word] = bits | (1 << place);
  }

  function listEnds(): void {
    reached.endCount = 0;
    for (let word = firstEnd >> 5; word < waiting.length; word++) {
      for (let bits = waiting[word] as number; bits !== 0; bits &= bits - 1)
        ends[reached.endCount++] = placeOf(word, bits) - firstEnd;
    }
  }

  function narrowTo(narrowing: number, values: Int16Array): void {
    known.set(values);
    const before = reached.nodeCount;
    reached.nodeCount = 0;
    for (let index = 0; index < before; index++) {
      const node = nodes[index] as number;
      if (((under[node] as number) & (1 << narrowing)) !== 0) nodes[reached.nodeCount++] = node;
    }
  }
}

/** The place of the lowest of some bits. */
function placeOf(word: number, bits: number): number {
  return 32 * word + 31 - Math.clz32(bits & -bits);
}
