import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { edited, flawsOf, lineIn, told } from "../audit/edited.js";

const shipped = readFileSync("rules.yaml", "utf8");

test.each<[string, string, string, string, string]>([
  [
    "no value at all",
    "      values: circuit-judge\n",
    "      values: []\n",
    "    presume:\n      values: []",
    'OT313 # "presume" `maker` is presumed to have no value',
  ],
  [
    "every value",
    "      values: holder\n",
    "      values: [holder, another]\n",
    "    presume:\n      values: [holder, another]",
    'OT313 # "presume" to presume every value of `addressed-to` is to presume nothing',
  ],
  [
    "a value twice",
    "      values: circuit-judge\n",
    "      values: [circuit-judge, other-court, circuit-judge]\n",
    "      values: [circuit-judge, other-court",
    'OT313 # "circuit-judge" that `maker` is presumed to be `circuit-judge` stands here twice',
  ],
  [
    "without a source",
    "      check: Read whom its first words order.\n      cite: [fpr-21-2]\n",
    "      check: Read whom its first words order.\n      cite: []\n",
    "      cite: []",
    'OT313 # "cite" what is presumed of `addressed-to` rests on no source',
  ],
  [
    "what kind of paper it is",
    "    ask: Whom does it order to do something?\n",
    "    tells-kind: yes\n    ask: Whom does it order to do something?\n",
    "    presume:\n      values: holder",
    'OT313 # "presume" `addressed-to` tells which kind of paper it is, and cannot be taken for granted',
  ],
  [
    "what the holder has to weigh",
    "    ask: Whom does it order to do something?\n",
    "    not-weighed: another\n    ask: Whom does it order to do something?\n",
    "    presume:\n      values: holder",
    'OT313 # "presume" `addressed-to` is a judgement of the holder, and cannot be taken for granted',
  ],
])("to presume is a fault: %s", (_, from, to, line, fault) => {
  const text = edited(shipped, [from, to]);
  expect(flawsOf(text).map(told)).toEqual([fault.replace("#", String(lineIn(text, line)))]);
});
