import { end, type Graph, NO, type Ref, YES } from "./graph.js";

/** A graph under construction. Equal nodes are made once, so two references are equal when they mean the same. */
export interface Forest extends Graph {
  /** How many nodes it has, and how many edges; the arrays have room for more. */
  nodes: number;
  filled: number;
  variable: Int32Array;
  firstEdge: Int32Array;
  edges: Int32Array;
  /** Open-addressed hash table of the nodes; -1 marks a free place. Its length is a power of two. */
  unique: Int32Array;
  /** Results of `ifThenElse`, four numbers each; a later result may take an earlier one's place. */
  readonly results: Int32Array;
  /** How many nodes it may have. */
  limit: number;
}

/** Thrown when a forest would pass its limit of nodes. */
export class ForestFull extends Error {
  constructor(readonly forest: Forest) {
    super(`the diagram would pass ${forest.limit} nodes`);
  }
}

/** What some work comes to, or something else where a forest is full before it is done. */
export function unlessFull<T>(work: () => T, otherwise: (full: ForestFull) => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ForestFull) return otherwise(error);
    throw error;
  }
}

const RESULTS = 1 << 16;
const ROOM = 1024;
const FREE = -1;

/** A forest of so many nodes takes some seconds and some hundred megabytes. */
export const MOST_NODES = 800_000;

export function newForest(space: readonly number[], limit = MOST_NODES): Forest {
  // a power of two: a small forest does not wait for a large cache
  const places = Math.min(RESULTS, 2 ** Math.ceil(Math.log2(limit)));
  return {
    space,
    nodes: 0,
    filled: 0,
    // arrays of numbers would be slow to push into when there are millions
    variable: new Int32Array(ROOM),
    firstEdge: new Int32Array(ROOM),
    edges: new Int32Array(ROOM),
    unique: new Int32Array(ROOM).fill(FREE),
    results: new Int32Array(places * 4).fill(end(NO)),
    limit,
  };
}

/** The node that tests `variable`; none is needed where every value leads to the same place. */
export function node(forest: Forest, variable: number, edges: readonly Ref[]): Ref {
  if (areOne(edges)) return edges[0] as Ref;
  const place = placeOf(forest, variable, edges);
  const known = forest.unique[place] as number;
  return known === FREE ? add(forest, variable, edges, place) : known;
}

function areOne(edges: readonly Ref[]): boolean {
  for (let value = 1; value < edges.length; value++) if (edges[value] !== edges[0]) return false;
  return true;
}

/** The condition that `variable` has one of these values. */
export function test(forest: Forest, variable: number, values: ReadonlySet<number>): Ref {
  const size = forest.space[variable] as number;
  const edges = Array.from({ length: size }, (_, value) => end(values.has(value) ? YES : NO));
  return node(forest, variable, edges);
}

function add(forest: Forest, variable: number, edges: readonly Ref[], place: number): Ref {
  const ref = forest.nodes;
  if (ref >= forest.limit) throw new ForestFull(forest);
  makeRoom(forest, edges.length);
  forest.variable[ref] = variable;
  forest.firstEdge[ref] = forest.filled;
  // `set` is many times as slow with what is no typed array
  for (let i = 0; i < edges.length; i++) forest.edges[forest.filled++] = edges[i] as Ref;
  forest.unique[place] = ref;
  forest.nodes += 1;
  if (ref * 2 > forest.unique.length) rehash(forest);
  return ref;
}

function makeRoom(forest: Forest, edges: number): void {
  if (forest.nodes === forest.variable.length) {
    forest.variable = larger(forest.variable, 1);
    forest.firstEdge = larger(forest.firstEdge, 1);
  }
  if (forest.filled + edges > forest.edges.length) forest.edges = larger(forest.edges, edges);
}

function larger(array: Int32Array, needed: number): Int32Array {
  const room = new Int32Array(2 * array.length + needed);
  room.set(array);
  return room;
}

function placeOf(forest: Forest, variable: number, edges: readonly Ref[]): number {
  const mask = forest.unique.length - 1;
  let place = hash(variable, edges, 0, edges.length) & mask;
  while (!isFreeOrSame(forest, place, variable, edges)) place = (place + 1) & mask;
  return place;
}

function isFreeOrSame(forest: Forest, place: number, variable: number, edges: readonly Ref[]): boolean {
  const ref = forest.unique[place] as number;
  if (ref === FREE) return true;
  if (forest.variable[ref] !== variable) return false;
  const first = forest.firstEdge[ref] as number;
  for (let i = 0; i < edges.length; i++) if (forest.edges[first + i] !== edges[i]) return false;
  return true;
}

function hash(variable: number, edges: ArrayLike<Ref>, first: number, many: number): number {
  let h = variable + 1;
  for (let i = first; i < first + many; i++) h = Math.imul(h ^ (edges[i] as Ref), 0x9e3779b1) ^ (h >>> 15);
  return (h ^ (h >>> 13)) >>> 0;
}

function rehash(forest: Forest): void {
  const { variable, firstEdge, edges, space } = forest;
  const unique = new Int32Array(forest.unique.length * 4).fill(FREE);
  for (let ref = 0; ref < forest.nodes; ref++) {
    const tested = variable[ref] as number;
    let place = hash(tested, edges, firstEdge[ref] as number, space[tested] as number) & (unique.length - 1);
    // no two nodes are the same, so there is nothing to compare
    while (unique[place] !== FREE) place = (place + 1) & (unique.length - 1);
    unique[place] = ref;
  }
  forest.unique = unique;
}
