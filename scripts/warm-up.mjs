import { execFileSync } from "node:child_process";
import { join } from "node:path";

const RUN_MOST = [
  ["assess", "examples/pre-charge-production-order.yaml", "--color", "always"],
  ["batch", "examples/pre-charge-production-order.yaml"],
  ["explain", "OT203"],
  ["rules", "check"],
  ["rules", "diff", "rules.yaml", "rules.yaml"],
  ["rules", "test", "examples/pre-charge-production-order.yaml"],
  ["complete", "--at=", "--", "explain"],
];

/** Runs the program in a folder as it is run most, and keeps the code that this Node's V8 made of what was used. */
export function warmUp(root, node, flags = []) {
  for (const args of RUN_MOST) {
    execFileSync(node, [...flags, join(root, "scripts/keep-code.cjs"), ...args], { cwd: root, stdio: "ignore" });
  }
}
