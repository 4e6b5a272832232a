import type { Terminal } from "../graph.js";
import { leftBy } from "./codes.js";
import { mix } from "./hash.js";
import { type Layout, weightOf } from "./layout.js";

/** What a search has reached. */
export interface Reached {
  /** The places of nodes, each before those that it leads to: the first `nodeCount` of these. */
  readonly nodes: Int32Array;
  nodeCount: number;
  /** The ends, in order: the first `endCount` of these. */
  readonly ends: Int32Array;
  endCount: number;
  /** The values that were searched for. */
  readonly known: Int16Array;
}

/** Finds which unknown variables can make a difference, after a search. */
export interface Mattering {
  /** Ends of the same class, below `terminals`, are one, and ignored ones say whatever spares a test. */
  find(classOf: Int32Array, ignored: Terminal): void;
  isMattering(variable: number): boolean;
}

/**
 * A node surely makes a difference where its values lead to different sets of classes. Only where these are the same it
 * is looked whether what they lead to is.
 */
export function newMattering(
  { size, firstEnd, space, variable, firstEdge, edges, firstTarget, targets, weights }: Layout,
  terminals: number,
  sets: readonly (readonly number[])[],
  reached: Reached,
): Mattering {
  const { nodes, ends, known } = reached;
  const mattering = new Uint8Array(space.length);
  // the classes that a place leads to, a bit each; some have one in common
  const classes = new Int32Array(firstEnd + terminals);
  const inDoubt = new Int32Array(size);
  // what comes to the same has the same number: a class, or from `terminals` on a node that makes a difference
  const numbers = new Int32Array(firstEnd + terminals);
  // these nodes, and the number that stands instead of what is ignored
  const different = new Int32Array(size);
  const instead = new Int32Array(size);
  // where they are found again by what they test and lead to, counted from 1
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * size + 1)));
  const slotOf = new Int32Array(size);
  let differences = 0;
  return { find, isMattering: (one) => mattering[one] === 1 };

  function find(classOf: Int32Array, ignored: Terminal): void {
    for (let index = 0; index < differences; index++) slots[slotOf[index] as number] = 0;
    differences = 0;
    mattering.fill(0);
    for (let index = 0; index < reached.endCount; index++) {
      const terminal = ends[index] as number;
      const number = terminal === ignored ? NOTHING : (classOf[terminal] as number);
      numbers[firstEnd + terminal] = number;
      classes[firstEnd + terminal] = number === NOTHING ? 0 : 1 << number;
    }
    let doubtful = 0;
    for (let index = reached.nodeCount - 1; index >= 0; index--) {
      const node = nodes[index] as number;
      numbers[node] = UNNUMBERED;
      if (gatherClasses(node)) inDoubt[doubtful++] = node;
    }
    for (let index = 0; index < doubtful; index++) {
      const node = inDoubt[index] as number;
      if (mattering[variable[node] as number] === 0) numberOf(node);
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
    const left = leftBy(sets, code);
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
    const [left, target] = [leftBy(sets, code), firstTarget[node] as number];
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
    const left = leftBy(sets, known[test] as number);
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

const NOTHING = -1;
const UNNUMBERED = -2;
