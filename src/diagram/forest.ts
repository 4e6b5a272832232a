import { end, type Graph, NO, type Ref, YES } from "./graph.js";

/** A graph under construction. Equal nodes are made once, so two references are equal when they mean the same. */
export interface Forest extends Graph {
  readonly variable: number[];
  readonly firstEdge: number[];
  readonly edges: Ref[];
  /** Open-addressed hash table of the nodes; -1 marks a free place. Its length is a power of two. */
  unique: Int32Array;
  /** Results of `ifThenElse`, four numbers each; a later result may take an earlier one's place. */
  readonly results: Int32Array;
  readonly limit: number;
}

/** Thrown when a forest would pass its limit of nodes. */
export class ForestFull extends Error {
  constructor(readonly forest: Forest) {
    super(`the diagram would pass ${forest.limit} nodes`);
  }
}

const RESULTS = 1 << 16;
const FREE = -1;

export function newForest(space: readonly number[], limit = 400_000): Forest {
  const results = new Int32Array(RESULTS * 4).fill(end(NO));
  return { space, variable: [], firstEdge: [], edges: [], unique: new Int32Array(1024).fill(FREE), results, limit };
}

/** The node that tests `variable`; none is needed where every value leads to the same place. */
export function node(forest: Forest, variable: number, edges: readonly Ref[]): Ref {
  const first = edges[0] as Ref;
  if (edges.every((edge) => edge === first)) return first;
  const place = placeOf(forest, variable, edges);
  const known = forest.unique[place] as number;
  return known === FREE ? add(forest, variable, edges, place) : known;
}

/** The condition that `variable` has one of these values. */
export function test(forest: Forest, variable: number, values: ReadonlySet<number>): Ref {
  const size = forest.space[variable] as number;
  const edges = Array.from({ length: size }, (_, value) => end(values.has(value) ? YES : NO));
  return node(forest, variable, edges);
}

function add(forest: Forest, variable: number, edges: readonly Ref[], place: number): Ref {
  const ref = forest.variable.length;
  if (ref >= forest.limit) throw new ForestFull(forest);
  forest.variable.push(variable);
  forest.firstEdge.push(forest.edges.length);
  for (let i = 0; i < edges.length; i++) forest.edges.push(edges[i] as Ref);
  forest.unique[place] = ref;
  if (ref * 2 > forest.unique.length) grow(forest);
  return ref;
}

function placeOf(forest: Forest, variable: number, edges: readonly Ref[]): number {
  const mask = forest.unique.length - 1;
  let place = hash(variable, edges) & mask;
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

function hash(variable: number, edges: readonly Ref[]): number {
  let h = variable + 1;
  for (let i = 0; i < edges.length; i++) h = Math.imul(h ^ (edges[i] as Ref), 0x9e3779b1) ^ (h >>> 15);
  return (h ^ (h >>> 13)) >>> 0;
}

function grow(forest: Forest): void {
  forest.unique = new Int32Array(forest.unique.length * 4).fill(FREE);
  for (let ref = 0; ref < forest.variable.length; ref++) {
    const first = forest.firstEdge[ref] as number;
    const variable = forest.variable[ref] as number;
    const edges = forest.edges.slice(first, first + (forest.space[variable] as number));
    forest.unique[placeOf(forest, variable, edges)] = ref;
  }
}
