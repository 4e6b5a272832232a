#!/usr/bin/env node
"use strict";
// Starts the built program. Its parts are loaded when they are needed, each with the code that V8 made of it at
// build time; where that does not fit this version of Node, V8 says so and compiles the part as usual.

const { existsSync, readFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { Script } = require("node:vm");

const root = dirname(__dirname);
const parts = new Map();

function load(name) {
  if (!parts.has(name)) parts.set(name, run(join(root, "dist", name)));
  return parts.get(name).module.exports;
}

function run(filename) {
  const cache = `${filename}.cache`;
  const source = `(function (require, module, exports) {${readFileSync(filename, "utf8")}\n})`;
  const script = new Script(source, { filename, ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}) });
  const module = { exports: {} };
  script.runInThisContext()((id) => (id.startsWith("./") ? load(id.slice(2)) : require(id)), module, module.exports);
  return { script, module };
}

exports.parts = parts;
if (existsSync(join(root, "dist", "main.cjs"))) load("main.cjs").main(root);
else {
  console.error("error: order-triage has not been built. Run `npm ci` in its folder. No verdict was given.");
  process.exitCode = 70;
}
