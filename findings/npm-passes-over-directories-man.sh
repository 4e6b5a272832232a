#!/usr/bin/env bash
# Expected: "directories": { "man": "man" } in package.json does what a list under "man" does, with the pages of that
# folder: it is documented as sugar for it. `npm install --global` then links them for the command `man`.
# What happens: with the list a page is linked, with the folder it is not, and nothing is said: links are made from
# package.json as it was packed, in which no list has taken the place of the folder.
# Version: npm as it is on the machine (seen with 11.19.1).
# Source: https://docs.npmjs.com/cli/v11/configuring-npm/package-json#directoriesman
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# the pages that are linked when a package that says this is installed for the machine
linked_with() {
  rm -rf package prefix && mkdir -p package/man
  echo '#!/usr/bin/env node' > package/ferry.js
  echo '.TH FERRY 1' > package/man/ferry.1
  echo "{ \"name\": \"ferry\", \"version\": \"1.0.0\", \"bin\": \"ferry.js\", $1 }" > package/package.json
  npm pack --silent ./package > /dev/null
  npm install --global --silent --offline --prefix prefix ./ferry-1.0.0.tgz
  find prefix/share -name '*.1' 2> /dev/null | sort | tr '\n' ' ' || true
}

list=$(linked_with '"man": ["man/ferry.1"]')
directory=$(linked_with '"directories": { "man": "man" }')
echo "as a list: ${list:-no page}"
echo "as a folder: ${directory:-no page}"
[[ $list == "prefix/share/man/man1/ferry.1 " && $directory == "" ]]
