#!/usr/bin/env node
"use strict";
// Starts the built program. Its parts are loaded when they are needed, each with the code that V8 made of it at build
// time, if that was made by this very Node from this very text and is whole; else V8 compiles the part as usual.

const { existsSync, readFileSync, statSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { getAssetKeys, getRawAsset, isSea } = require("node:sea");
const { Script } = require("node:vm");
const { crc32 } = require("node:zlib");

const files = isSea() ? filesWithin() : filesOf(dirname(__dirname));
const thisNode = nameOfNode();
const parts = new Map();

/** The files of the package where it is a folder. */
function filesOf(root) {
  return { has: (name) => existsSync(join(root, name)), read: (name) => readFileSync(join(root, name)) };
}

/** The same within an executable, where they cannot be written to. */
function filesWithin() {
  const names = new Set(getAssetKeys());
  return { has: (name) => names.has(name), read: (name) => Buffer.from(getRawAsset(name)) };
}

function load(name) {
  if (!parts.has(name)) parts.set(name, runWhole(`dist/${name}`));
  return parts.get(name).module.exports;
}

function runWhole(filename) {
  try {
    return run(filename);
  } catch (cause) {
    throw new Error(`${filename} is missing or damaged; build or install again`, { cause });
  }
}

function run(filename) {
  const text = files.read(filename);
  // there is nothing but ASCII in it, of which a character is a byte
  const source = `(function (require, module, exports) {${text.toString("latin1")}\n})`;
  const script = new Script(source, { filename, cachedData: storedCode(filename, text) });
  const module = { exports: {} };
  script.runInThisContext()((id) => (id.startsWith("./") ? load(id.slice(2)) : require(id)), module, module.exports);
  return { script, text, module };
}

/**
 * V8 takes code that is damaged, compares of a text the length alone, and of Node nothing but the number of its V8. Within
 * an executable the code stands beside the very text and the very Node that it was made from.
 */
function storedCode(filename, text) {
  if (!files.has(`${filename}.cache`)) return undefined;
  const stored = files.read(`${filename}.cache`);
  if (isSea()) return stored;
  const at = stored.indexOf("\n") + 1;
  const code = stored.subarray(at);
  return stored.toString("utf8", 0, at) === headOf(text, code) ? code : undefined;
}

/** The line above a stored code: the Node that made it, and checksums of what it was made from and of itself. */
function headOf(text, code) {
  return `${thisNode} ${crc32(text)} ${crc32(code)}\n`;
}

/** The file is looked at as well: two builds of one version need not understand each other's code. */
function nameOfNode() {
  const { version, platform, arch, execPath } = process;
  const { size, mtimeMs } = statSync(execPath, { throwIfNoEntry: false }) ?? {};
  return [version, platform, arch, size, mtimeMs].join(" ");
}

function start() {
  try {
    load("main.cjs").main(files.read);
  } catch (error) {
    console.error(`error: ${error.message}. No verdict was given.`);
    process.exitCode = 70;
  }
}

module.exports = { thisNode, parts, headOf, load, start };
if (require.main === module) start();
