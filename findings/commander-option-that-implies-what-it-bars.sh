#!/usr/bin/env bash
# Expected: an option `--json` that implies `format: json` and is declared to conflict with `--format` can be given alone;
# it is refused only where `--format` was written beside it.
# What happens: it is refused whenever it is given, as being used with an option that nobody wrote: what is implied is
# set before conflicts are looked for, and only values of the source "default" are left out of account. A shorthand has
# to look itself for whether the longer form was written.
# Version: commander 14.0.3.
# Source: https://github.com/tj/commander.js/blob/v14.0.3/Readme.md#more-configuration
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . commander@14.0.3 > /dev/null

cat > options.cjs <<'JS'
const { Command, Option } = require("commander");

function parsed(json, ...words) {
  const command = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  command.addOption(new Option("--format <format>")).addOption(json);
  try {
    return JSON.stringify(command.parse(words, { from: "user" }).opts());
  } catch (error) {
    return error.message;
  }
}

const json = () => new Option("--json").implies({ format: "json" });
console.log("implies, alone:", parsed(json(), "--json"));
console.log("implies and conflicts, alone:", parsed(json().conflicts("format"), "--json"));
JS
node options.cjs | tee seen
grep -qx 'implies, alone: {"json":true,"format":"json"}' seen
grep -qx "implies and conflicts, alone: error: option '--json' cannot be used with option '--format <format>'" seen
