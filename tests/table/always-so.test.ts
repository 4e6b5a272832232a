import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { edited, flawsOf, lineIn, told } from "../audit/edited.js";

const shipped = readFileSync("rules.yaml", "utf8");
const ALWAYS = "    always-so:\n      england: Our records are held in England.\n";

test.each<[string, string, string, string]>([
  [
    "all that would otherwise be taken for granted, and nothing left that depends on the paper",
    ALWAYS,
    `${ALWAYS}      not-ours: We hold none.\n      patient-uncertain: Nobody is certain.\n`,
    "is presumed, and a practice could state what is never to bind unless somebody looks",
  ],
  [
    "what kind of paper it is",
    "    ask: Do you hold the records, where, and is it certain whose they are?\n",
    "    tells-kind: yes\n    ask: Do you hold the records, where, and is it certain whose they are?\n",
    "tells which kind of paper it is, and is never the same for all",
  ],
  [
    "what the holder has to weigh",
    "    ask: Do you hold the records, where, and is it certain whose they are?\n",
    "    not-weighed: not-ours\n    ask: Do you hold the records, where, and is it certain whose they are?\n",
    "is a judgement of the holder, and is made for each paper",
  ],
])("a practice cannot be let say once and for all %s", (_, from, to, why) => {
  const text = edited(shipped, [from, to]);
  expect(flawsOf(text).map(told)).toContain(
    `OT316 ${lineIn(text, "    always-so:\n      england")} "always-so" \`records-held\` ${why}`,
  );
});

test("a value that is always so is one of the fact's", () => {
  const text = edited(shipped, [ALWAYS, `${ALWAYS}      englnd: Our records are held there.\n`]);
  expect(flawsOf(text).map(told)[0]).toMatch(/^OT203 \d+ .*`englnd` is not a value of `records-held`/);
});
