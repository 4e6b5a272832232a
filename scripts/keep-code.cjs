"use strict";
// Runs the program with the given arguments, then stores the compiled code of the parts that have none yet.
const { existsSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const { headOf, parts, start } = require("../bin/order-triage.cjs");

// some functions run only where time has passed: which code is kept must not depend on how busy the machine is
performance.now = () => 0;
start();
process.on("exit", () => {
  for (const [name, { script, text }] of parts) {
    const cache = join(__dirname, "..", "dist", `${name}.cache`);
    if (existsSync(cache)) continue;
    const code = script.createCachedData();
    writeFileSync(cache, Buffer.concat([Buffer.from(headOf(text, code)), code]));
  }
  process.exitCode = 0;
});
