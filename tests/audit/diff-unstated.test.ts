import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sharedFolder } from "../program/folder.js";
import { run } from "../program/run.js";
import { edited, ferry } from "./edited.js";

const scratch = sharedFolder();

const WEATHER = "values: { calm: A blue one, storm: A red one }";

/** The ferry, where the flag is taken for granted. */
function granting(values: string): string {
  const presume = `values: ${values}, says: So it is., because: It commonly is., check: Look., cite: [order-1]`;
  return edited(ferry, [WEATHER, `${WEATHER}\n    presume: { ${presume} }`]);
}

/** What is said of two tables: the end of the title, the summary, the data and the exit code. */
async function compared(old: string, next: string) {
  const files = { "old.yaml": old, "new.yaml": next };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(scratch, name), text);
  const args = ["rules", "diff", "old.yaml", "new.yaml", "--as-of", "2026-11-22", "--exit-code"];
  const { stdout, exitCode } = await run(args, { cwd: scratch });
  const json = await run([...args, "--format", "json"], { cwd: scratch });
  const page = (stdout as string).replace(/\s+/g, " ");
  return { exitCode, page, data: JSON.parse(json.stdout as string) };
}

test("where only what is taken for granted has changed, that is not told as no change", async () => {
  const { exitCode, page, data } = await compared(ferry, granting("calm"));
  expect(page).toContain(": complete cases decided as before; those that leave out weather perhaps not");
  expect(page).toContain(
    "All of them are decided as before. Cases that do not state weather may come to something else: what is taken for that has changed.",
  );
  expect([data.changed, data.takenOtherwise, data.decidesDifferently, exitCode]).toEqual(["0", ["weather"], true, 60]);
});

test("what is taken for granted is told in words, field by field", async () => {
  const told =
    "values “calm”; now says “So it is.”; now because “It commonly is.”; now check “Look.”; now cite “order-1”";
  expect((await compared(ferry, granting("calm"))).page).toContain(`Fact weather - presume: now ${told}`);
  const gone = told.replaceAll("now", "no longer");
  expect((await compared(granting("calm"), ferry)).page).toContain(`Fact weather - presume: no longer ${gone}`);
  const other = granting("storm").replace("It commonly is.", "It nearly always is.");
  expect((await compared(granting("calm"), other)).page).toContain(
    "Fact weather - presume: values no longer calm; now storm; because “It commonly is.” → “It nearly always is.”",
  );
});

test("nor where only the value of a judgement that is not made has", async () => {
  const judged = (value: string): string => edited(ferry, [WEATHER, `${WEATHER}\n    not-weighed: ${value}`]);
  const { data, exitCode } = await compared(judged("storm"), ferry);
  expect([data.changed, data.takenOtherwise, exitCode]).toEqual(["0", ["weather"], 60]);
});

test("other words for it, another name of the value, and another order are no such change", async () => {
  const reworded = granting("calm").replace("It commonly is.", "It nearly always is.");
  const renamed = reworded.replaceAll("calm", "still");
  for (const next of [reworded, renamed]) {
    const { exitCode, page, data } = await compared(granting("calm"), next);
    expect(page).toContain(": everything decided as before ");
    expect([data.takenOtherwise, data.decidesDifferently, exitCode]).toEqual([[], false, 0]);
  }
  const vehicles = "values: { car: A car, bicycle: A bicycle, none: Nothing }";
  const two = (values: string): string =>
    edited(granting("calm"), [
      vehicles,
      `${vehicles}\n    presume: { values: [${values}], says: So., because: So., check: Look., cite: [order-1] }`,
    ]);
  expect((await compared(two("bicycle, none"), two("none, bicycle"))).data.takenOtherwise).toEqual([]);
});
