#!/usr/bin/env bash
# Expected: an input that is absent and one that is null are the same to a decision table (FEEL has no undefined): a cell
# `not("storm")` lets both through or neither.
# What happens: null passes `not("storm")`, an absent input does not, and both pass `-`. So a caller that leaves a field
# out gets another row than one that sends null for it, and where a row for the rest stands below, a firm answer.
# Version: @hbtgmbh/dmn-eval-js 1.5.0.
# Source: DMN 1.3, 10.3.2.13 (a variable that is not there evaluates to null); https://github.com/HBTGmbH/dmn-eval-js.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . @hbtgmbh/dmn-eval-js@1.5.0 > /dev/null

cat > absent.cjs <<'JS'
const { decisionTable } = require("@hbtgmbh/dmn-eval-js");

const model = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/DMN/20151101/dmn.xsd" id="d" name="d" namespace="d">
  <decision id="sails" name="sails"><decisionTable id="t" hitPolicy="FIRST">
    <input id="i"><inputExpression id="e" typeRef="string"><text>weather</text></inputExpression></input>
    <output id="o" name="answer" typeRef="string" />
    <rule id="r1"><inputEntry id="c1"><text>not("storm")</text></inputEntry>
      <outputEntry id="o1"><text>"it sails"</text></outputEntry></rule>
    <rule id="r2"><inputEntry id="c2"><text>-</text></inputEntry>
      <outputEntry id="o2"><text>"it stays"</text></outputEntry></rule>
  </decisionTable></decision></definitions>`;

decisionTable.parseDmnXml(model).then((decisions) => {
  for (const [name, input] of [["calm", { weather: "calm" }], ["null", { weather: null }], ["absent", {}]])
    console.log(`${name}: ${decisionTable.evaluateDecision("sails", decisions, input).answer}`);
});
JS
seen=$(node absent.cjs)
echo "$seen"
[ "$seen" = 'calm: it sails
null: it sails
absent: it stays' ]
