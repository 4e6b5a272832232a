// What is of Windows alone: its paths, its files, and what lies beside them. To be run by Node for Windows, in the
// folder of answers.mjs and after it.
import { match } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";

const PROGRAM = "node_modules/order-triage/bin/order-triage.cjs";
const CASE = "pre-charge-production-order.yaml";
const HERE = process.cwd();
const OUT = `${HERE}\\written\\windows`;
const assess = ["assess", `examples\\${CASE}`];

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT);
// `rules diff` looks for git along the search path alone
for (const name of ["git.cmd", "git.bat"]) writeFileSync(name, "echo run > written\\windows\\mark\r\n");
writeFileSync("git.exe", "");
const open = openSync(`${OUT}\\open.txt`, "w");

/** Arguments, the exit code, and what is printed. */
const CHECKS = [
  ...[`${HERE}\\examples\\${CASE}`, `${HERE}/examples/${CASE}`, `${HERE.slice(2)}\\examples\\${CASE}`].map(isRead),
  ...[`.\\examples\\${CASE}`, `EXAMPLES\\${CASE.toUpperCase()}`, `${HERE.slice(0, 2)}examples\\${CASE}`].map(isRead),
  [["assess", `${HERE}\\broken\\yaml.yaml`], 65, /--> [A-Z]:\\[^\r\n]*\\broken\\yaml\.yaml:2:1\n[^\r]*$/],
  [["assess", "examples\\*.yaml"], 66, /name the folder/],
  [["assess", "broken"], 66, /this is a folder, not a file/],
  [["batch", "broken\\", "--format", "csv"], 65, /\nbroken\/field\.yaml:1,/],
  [
    ["rules", "check", `${HERE}\\faulty.yaml`, "--format", "sarif"],
    60,
    /"uri": "file:\/\/\/[A-Z]:\/[^\\"]*\/faulty\.yaml"/,
  ],
  [["rules", "check", ".\\faulty.yaml", "--format", "sarif"], 60, /"uri": "\.\/faulty\.yaml"/],
  [["rules", "check", "faulty.yaml", "--format", "github"], 60, /\n::error file=faulty\.yaml,line=/],
  [["rules", "diff", "HEAD", "--rules", "tables\\parking.yaml"], 66, /git is not installed here/],
  [["rules", "diff", `${HERE}\\none.yaml`, "--rules", "tables\\parking.yaml"], 66, /is not a revision either/],
  [[...assess, "--output", `${OUT}\\a.md`], 20, /Written to [A-Z]:\\[^\n]*\\a\.md\.$/m],
  [[...assess, "--output", `${OUT}\\a.md`], 73, /is there already; --force replaces it/],
  [[...assess, "--output", `${OUT}\\a.md`, "--force"], 20, /Written to/],
  [[...assess, "--output", `${OUT}\\open.txt`, "--force"], 73, /Close it where it is open, or write to another name/],
  [[...assess, "--output", `${OUT}\\a?.txt`], 73, /a name that no file can have/],
  [[...assess, "--output", `${OUT}\\none\\a.txt`], 73, /there is no folder [A-Z]:\\/],
  [[...assess, "--papers", `${OUT}\\papers`], 20, /papers written to [A-Z]:\\/],
];

for (const [args, exitCode, says] of CHECKS) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { encoding: "utf8" });
  match(`${args.join(" ")}\n${stdout}${stderr}\n[exit ${status}]`, new RegExp(`\\[exit ${exitCode}\\]$`));
  match(stdout + stderr, says);
}
closeSync(open);
if (existsSync(`${OUT}\\mark`)) throw new Error("what lies in the folder was run in place of git");
console.log(`${CHECKS.length} command lines with paths of Windows: all as they should be`);

function isRead(path) {
  return [["assess", path], 20, /^Order likely unlawful/];
}
