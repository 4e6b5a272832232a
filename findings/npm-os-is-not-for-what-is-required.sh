#!/usr/bin/env bash
# Expected: `npm install --os=win32 --cpu=x64` on Linux installs a package whose package.json says `"os": ["win32"]`;
# "OS of native modules to install" is what the option is for.
# What happens: that depends on how the package is wanted. As an optional dependency it is installed, and its sister for
# Linux is left out. As a dependency, the very same package ends the install with EBADPLATFORM, "current: linux": what
# is required is held against the machine, whatever the option says. Wish for it as optional, or add --force.
# Version: npm as it is on the machine (seen with 11.19.1), @esbuild/win32-x64 and @esbuild/linux-x64 0.28.2.
# Source: https://docs.npmjs.com/cli/v11/using-npm/config#os
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# what an install for Windows comes to, where both packages are wanted so
wanted_as() {
  mkdir "$1" && cd "$1"
  echo "{ \"private\": true, \"$1\": { $2 } }" > package.json
  if npm install --os=win32 --cpu=x64 --ignore-scripts --no-audit --no-fund > said.txt 2>&1; then
    ls node_modules/@esbuild | tr '\n' ' '
  else
    grep -o 'EBADPLATFORM' said.txt | head -1
  fi
  cd ..
}

windows='"@esbuild/win32-x64": "0.28.2"'
echo "npm $(npm --version), on $(uname -s)"
optional=$(wanted_as optionalDependencies "$windows, \"@esbuild/linux-x64\": \"0.28.2\"")
required=$(wanted_as dependencies "$windows")
echo "optional: $optional; required: $required"
[ "$optional" = "win32-x64 " ] && [ "$required" = EBADPLATFORM ]
