import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { colourPaint } from "../../src/cli/terminal/chalk-paint.js";
import { formatFirstPage } from "../../src/format/first-page.js";
import { firstPage } from "../../src/report/assessment/first-page.js";
import { run } from "../program/run.js";
import { flowPicture, terminalPicture } from "./pictures.js";
import { expectRecorded } from "./recorded.js";

const TODAY = ["--as-of", "2026-11-22"];
const CASE = "examples/pre-charge-production-order.yaml";

/** The answer to the case as a terminal shows it. */
async function firstScreen(): Promise<string> {
  const { stdout } = await run(["assess", CASE, ...TODAY, "--format", "json"]);
  return formatFirstPage(firstPage(JSON.parse(String(stdout))), 80, colourPaint());
}

/** Every custom property that a picture uses, it has. */
function missingColours(picture: string): string[] {
  const used = [...picture.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name as string);
  return used.filter((name) => !picture.includes(`${name}: `));
}

async function expectPicture(picture: string, path: string): Promise<void> {
  new SaxesParser({ xmlns: true }).write(picture).close();
  expect(picture).toContain("prefers-color-scheme: dark");
  expect(missingColours(picture)).toEqual([]);
  await expectRecorded(picture, path);
}

test("an answer at a terminal", async () => {
  const command = `$ order-triage assess ${CASE} \\\n    ${TODAY.join(" ")}`;
  const screen = `${command}\n${await firstScreen()}`;
  await expectPicture(terminalPicture("An answer at a terminal", screen), "docs/assess.svg");
});

test("how a kind of paper is decided", async () => {
  const { stdout } = await run(["rules", "table", "--format", "html", ...TODAY]);
  const picture = flowPicture(String(stdout), "kind-instrument_witness-summons");
  expect(picture).toContain(".bar { fill: ");
  await expectPicture(picture, "docs/decision-flow.svg");
});
