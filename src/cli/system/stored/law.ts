import type { Law } from "../../../table/compile.js";

/** What is stored of a law as JSON, on a line by itself. The numbers of its graph stand below. */
interface Top extends Pick<Law, "factOrder" | "roots"> {
  readonly space: Law["graph"]["space"];
  readonly nodes: number;
  readonly edges: number;
}

/** A law as bytes from which it is quickly made again. */
export function lawInBytes({ factOrder, roots, graph }: Law): Buffer {
  const { space, variable, firstEdge, edges } = graph;
  const top: Top = { factOrder, roots, space, nodes: variable.length, edges: edges.length };
  const numbers = [variable, firstEdge, edges].map((some) => inOrder(Buffer.from(Int32Array.from(some).buffer)));
  return Buffer.concat([Buffer.from(`${JSON.stringify(top)}\n`), ...numbers]);
}

/** The law again. */
export function lawOfBytes(bytes: Buffer): Law {
  const at = bytes.indexOf("\n") + 1;
  const { factOrder, roots, space, nodes, edges }: Top = JSON.parse(bytes.toString("utf8", 0, at));
  // a copy begins where numbers may begin, and can be turned
  const { buffer } = inOrder(Buffer.from(new Uint8Array(bytes.subarray(at)).buffer));
  const numbers = (first: number, length: number): Int32Array => new Int32Array(buffer, 4 * first, length);
  const graph = {
    space,
    variable: numbers(0, nodes),
    firstEdge: numbers(nodes, nodes),
    edges: numbers(2 * nodes, edges),
  };
  return { factOrder, graph, roots };
}

/** Turns numbers from the order of this machine into the one they are stored in, the least byte first, and back. */
function inOrder(numbers: Buffer): Buffer {
  return isBigEndian() ? numbers.swap32() : numbers;
}

function isBigEndian(): boolean {
  return new Uint8Array(Uint32Array.of(1).buffer)[0] === 0;
}
