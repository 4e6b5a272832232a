#!/usr/bin/env bash
# Expected: a result whose partialFingerprints are those of the log before is "unchanged", also where a line was put in
# above it; fingerprints are there so that a result is known again when it moves (SARIF 2.1.0, 3.27.17 and 3.27.24).
# What happens: it is matched, none is "new" or "absent", but its baselineState is "updated" for the number of its line
# alone. Only the same line gives "unchanged". Whoever lets a run fail on all that is not "unchanged" fails on every
# line put in at the top of a file; "new" is what to look for.
# Version: @microsoft/sarif-multitool 5.7.0, match-results-forward.
# Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . @microsoft/sarif-multitool@5.7.0 > /dev/null

log() {
  cat > "$1" <<JSON
{ "\$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{
  "tool": { "driver": { "name": "a-linter", "rules": [{ "id": "R1" }] } },
  "columnKind": "utf16CodeUnits",
  "results": [{
    "ruleId": "R1", "ruleIndex": 0, "level": "warning", "message": { "text": "the ferry has no number" },
    "partialFingerprints": { "name/v1": "ferry" },
    "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "ferries.yaml" }, "region": { "startLine": $2 } } }]
  }] }] }
JSON
}

state() {
  node_modules/.bin/sarif-multitool match-results-forward "$1" --previous before.sarif \
    --output-file-path matched.sarif --log ForceOverwrite > /dev/null
  node -p 'JSON.parse(require("fs").readFileSync("matched.sarif", "utf8")).runs[0].results.map((r) => r.baselineState).join()'
}

log before.sarif 5
log same.sarif 5
log moved.sarif 6
same=$(state same.sarif)
moved=$(state moved.sarif)
echo "on the same line: $same; one line further down: $moved"
[ "$same" = unchanged ] && [ "$moved" = updated ]
