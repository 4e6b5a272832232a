import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { expect, test } from "vitest";
import { sharedFolder } from "./folder.js";
import { onPosix } from "./posix.js";
import { program } from "./run.js";

const folder = sharedFolder();
const { syntheticCase, syntheticTable } = await import("../../bench/synthetic-table.mjs" as string);
const [table, one] = [join(folder, "table.json"), join(folder, "case.json")];
const large = syntheticTable(3_200);
writeFileSync(table, JSON.stringify(large));
writeFileSync(one, JSON.stringify(syntheticCase(large)));

// it takes longer than anybody waits: to hear a signal only at the end is not to hear it
test
  .runIf(onPosix)
  .each([
    [["rules", "check", table]],
    [["--rules", table, "rules", "test", one, "--mutants"]],
    [["assess", one, "--rules", table]],
  ])("a signal ends what is worked out in one go, and at once: %j", async (args) => {
  for (const [signal, exitCode] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    const running = execa(process.execPath, [program, ...args], { reject: false, stdio: "ignore" });
    setTimeout(() => running.kill(signal), 400);
    const ended = await running;
    // where it has not begun yet there is a code
    expect([signal, exitCode]).toContain(ended.signal ?? ended.exitCode);
  }
});
