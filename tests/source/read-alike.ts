import assert from "node:assert/strict";
import { readByLibrary } from "../../src/source/yaml/read.js";
import { readUsualYaml } from "../../src/source/yaml/usual/read.js";

/** Says whether it was read without the library; then the library has to read the same, at the same places. */
export function isReadAlike(text: string): boolean {
  const usual = readUsualYaml(text);
  if (usual === undefined) return false;
  const library = readByLibrary({ name: "a.yaml", text });
  assert.equal(told(usual), told(library.root), text);
  assert.deepEqual(library.problems, [], text);
  return true;
}

/** A tree as a text, which is far quicker to compare. */
function told(tree: unknown): string {
  return JSON.stringify(tree, (_, part) => (part instanceof Map ? [...part] : part));
}
