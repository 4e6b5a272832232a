#!/usr/bin/env bash
# Expected: with a package and, under another name, an older version of it (`older@npm:typescript@5.4.5`), the command
# `tsc` in node_modules/.bin is that of the package which has its own name.
# What happens: both want the same command, one of them gets it, and nothing is said. It is the alias wherever its name
# comes first, so that renaming a dependency changes which compiler `npm run` finds. Name it by its path instead.
# Version: npm as it is on the machine (seen with 11.19.1), typescript 5.4.5 and 5.9.3.
# Source: https://docs.npmjs.com/cli/v11/using-npm/package-spec#aliases
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# which tsc there is after an install, with the alias under this name
command_with() {
  mkdir "$1" && cd "$1"
  echo "{ \"private\": true, \"devDependencies\": { \"typescript\": \"5.9.3\", \"$1\": \"npm:typescript@5.4.5\" } }" > package.json
  npm install --silent --no-audit --no-fund > /dev/null
  node_modules/.bin/tsc --version
  cd ..
}

echo "npm $(npm --version)"
before=$(command_with an-older-one)
after=$(command_with typescript-older)
echo "alias before it in the alphabet: $before; alias behind it: $after"
[ "$before" = "Version 5.4.5" ] && [ "$after" = "Version 5.9.3" ]
