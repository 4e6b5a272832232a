#!/usr/bin/env bash
# Expected: in FEEL a comparison of things of different kinds is null, and in no engine true: neither
# `"b" between 1 and 5` nor `"b" in [1..5]` is, as `"b" < 5` is not.
# What happens: both are true, without a warning, while `"b" < 5` is false. In a decision table a text that was put where
# a number belongs passes every range of numbers.
# Version: feelin 8.2.0.
# Source: DMN 1.3, 10.3.2.15 and table 55 (`e1 between e2 and e3` is `e1 >= e2 and e1 <= e3`);
# https://github.com/nikku/feelin.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . feelin@8.2.0 > /dev/null

cat > between.mjs <<'JS'
import { evaluate, unaryTest } from "feelin";

for (const expression of ['"b" < 5', '"b" between 1 and 5', '"b" in [1..5]', "7 between 1 and 5"]) {
  const { value, warnings } = evaluate(expression, {});
  console.log(`${expression}: ${value}, ${warnings.length} warnings`);
}
console.log(`a cell [1..5] for "b": ${unaryTest("[1..5]", { "?": "b" }).value}`);
JS
seen=$(node between.mjs)
echo "$seen"
grep -q '^"b" between 1 and 5: true, 0 warnings$' <<< "$seen"
grep -q '^"b" in \[1..5\]: true, 0 warnings$' <<< "$seen"
grep -q '^"b" < 5: false' <<< "$seen"
grep -q '^7 between 1 and 5: false' <<< "$seen"
grep -q '^a cell \[1..5\] for "b": true$' <<< "$seen"
