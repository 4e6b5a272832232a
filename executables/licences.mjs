import { readFileSync } from "node:fs";
import { join } from "node:path";
import { nodeOf, TARGETS } from "./targets.mjs";

const root = join(import.meta.dirname, "..");

/** The licences of all that is in an executable: the program's own, those of what is bundled, and that of Node. */
export function licences() {
  const ofNode = join(nodeOf(TARGETS[0]), "../../LICENSE");
  const texts = [join(root, "LICENSE"), join(root, "dist/THIRD-PARTY-NOTICES.txt"), ofNode];
  return texts.map((path) => readFileSync(path, "utf8")).join(`\n${"=".repeat(80)}\n\n`);
}
