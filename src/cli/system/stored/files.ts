import type { CompiledTable } from "../../../table/compiled.js";
import { lawInBytes } from "./law.js";
import { inPieces } from "./pieces.js";
import { headOf } from "./rules.js";

/** What is stored of a table beside the program, by the names of the files; `text` is that of its own file. */
export function storedFiles({ laws, ...rest }: CompiledTable, text: string): Record<string, Buffer> {
  const table = { ...rest, laws: laws.map(({ from }) => from) };
  const contents = { rules: text, table: inPieces(table) };
  const lawContents = laws.map(({ law }, position) => [`law-${position}`, lawInBytes(law)] as const);
  const all = [...Object.entries(contents), ...lawContents];
  return Object.fromEntries(all.map(([name, content]) => [`${name}.stored`, withHead(name, Buffer.from(content))]));
}

function withHead(name: string, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(headOf(name, content)), content]);
}
