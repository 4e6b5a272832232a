#!/usr/bin/env bash
# Expected: a decision table with a cell that the engine cannot read (`-`, which is "anything" in DMN, or two brackets)
# is refused when it is loaded, or at least by `validate()`; in DMN a dash and an empty cell are the same.
# What happens: it is loaded, `validate()` says nothing, and the row of that cell never matches: with a row for all the
# rest below it, that one answers. The empty cell matches. Nothing tells a table with such a slip from a right one but
# its answers.
# Version: @gorules/zen-engine 0.54.0.
# Source: https://docs.gorules.io/reference/decision-tables; DMN 1.3, 7.3.3 (a dash means that the input is irrelevant).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . @gorules/zen-engine@0.54.0 > /dev/null

cat > cells.cjs <<'JS'
const { ZenEngine } = require("@gorules/zen-engine");

const table = (cell) => ({
  nodes: [
    { id: "in", type: "inputNode", name: "in" },
    { id: "out", type: "outputNode", name: "out" },
    {
      id: "table", type: "decisionTableNode", name: "table",
      content: {
        hitPolicy: "first",
        inputs: [{ id: "weather", name: "weather", field: "weather" }],
        outputs: [{ id: "answer", name: "answer", field: "answer" }],
        rules: [
          { _id: "1", weather: cell, answer: '"first row"' },
          { _id: "2", weather: "", answer: '"row for the rest"' },
        ],
      },
    },
  ],
  edges: [
    { id: "a", sourceId: "in", targetId: "table", type: "edge" },
    { id: "b", sourceId: "table", targetId: "out", type: "edge" },
  ],
});

async function main() {
  for (const cell of ["", '"storm"', "-", "(("]) {
    const decision = new ZenEngine().createDecision(table(cell));
    decision.validate();
    const { result } = await decision.evaluate({ weather: "storm" });
    console.log(`cell ${JSON.stringify(cell)}: ${result.answer}`);
  }
}
main();
JS
seen=$(node cells.cjs)
echo "$seen"
[ "$seen" = 'cell "": first row
cell "\"storm\"": first row
cell "-": row for the rest
cell "((": row for the rest' ]
