import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../program/run.js";
import { type Law, lawOf, type Written } from "./law.js";
import { codesOf, type Loaded, library, toldFlaws } from "./program.js";
import { decidingIn, flawsOf, hasCircle, kindsOf, situationsOf } from "./proofs.js";
import { oneOf, type Pick, pickFrom, randomCase, randomTable, withFault } from "./random.js";
import { agreedOn, DATES, DAY, kindOf, SEED, TIMES, tell } from "./trials.js";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "independent-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("small tables have the same flaws, or give the same answers", () => {
  const pick = pickFrom(SEED);
  const tables: string[] = [];
  const kinds = [...Array(150 * TIMES)].flatMap(() => {
    const timed = pick() < 0.4;
    const table = randomTable(pick() < 0.7, timed, pick);
    const days = timed ? ["2026-01-01", "2026-07-01", "2026-10-01"] : [DAY];
    const read = library.loadTable({ name: "table", text: JSON.stringify(table) });
    const codes = codesOfFlaws(days.map((day) => lawOf(table, day)));
    tables.push(codes === "" ? "sound" : "with flaws");
    // where nothing can exist on one day, no more is told of the others than whether promises hold
    if (codes.includes("OT311")) expect(read.ok ? "" : codesOf(read.problems)).toContain("OT311");
    else expect({ table, codes: read.ok ? "" : codesOf(read.problems) }).toEqual({ table, codes });
    return read.ok ? answersOf(table, read.value, days, pick) : [];
  });
  tell("small tables", tables);
  tell("cases of small tables", kinds);
});

function answersOf(table: Written, loaded: Loaded, days: readonly string[], pick: Pick): string[] {
  return [...Array(8)].map(() => {
    const day = oneOf(days, pick);
    const law = lawOf(table, day);
    return kindOf(agreedOn(loaded, law, randomCase(law, DATES, pick(), pick), day));
  });
}

test("`rules check` counts as many situations as there are, one by one", async () => {
  const pick = pickFrom(SEED);
  const kinds: string[] = [];
  while (kinds.length < 8 * TIMES) {
    const table = randomTable(false, false, pick);
    const law = lawOf(table, DAY);
    const flaws = flawsOf(law);
    if (situationsOf(law).length === 0 || hasCircle(law) || flaws.size === 0) continue;
    const { stdout } = await run(["rules", "check", write(table, "flawed"), "--format", "json"]);
    const problems: { code: string; message: string; count: string }[] = JSON.parse(stdout as string).problems;
    const told = problems.filter((problem) => toldFlaws(problem).length > 0);
    expect({ table, told: told.flatMap(toldFlaws).sort() }).toEqual({ table, told: [...flaws.keys()].sort() });
    for (const problem of told) {
      const own = new Set(toldFlaws(problem).flatMap((flaw) => flaws.get(flaw) ?? []));
      expect({ table, problem, count: Number(problem.count) }).toEqual({ table, problem, count: own.size });
    }
    kinds.push(`with ${kindsOf([...flaws.keys()]).join(", ")}`);
  }
  tell("tables counted by `rules check`", kinds);
});

test("`rules diff` counts as many changes as there are, one by one", async () => {
  const pick = pickFrom(SEED);
  const kinds: string[] = [];
  while (kinds.filter((kind) => kind === "changed").length < 6 * TIMES) {
    const old = randomTable(true, false, pick);
    const { table } = withFault(old, DAY, pick);
    const [before, now] = [lawOf(old, DAY), lawOf(table, DAY)];
    if (codesOfFlaws([before, now]) !== "") continue;
    const changed = situationsOf(before).filter(
      (situation) => decidingIn(before, situation)[0]?.id !== decidingIn(now, situation)[0]?.id,
    );
    if (changed.length === 0 && kinds.includes("the same")) continue;
    const args = ["rules", "diff", write(old, "old"), write(table, "new"), "--format", "json"];
    const told = JSON.parse((await run(args, { cwd: folder })).stdout as string);
    const own = { compared: `${situationsOf(before).length}`, changed: `${changed.length}` };
    expect({ old, table, compared: told.compared, changed: told.changed }).toEqual({ old, table, ...own });
    kinds.push(changed.length > 0 ? "changed" : "the same");
  }
  tell("tables compared by `rules diff`", kinds);
});

const CODES: Readonly<Record<string, string>> = { gap: "OT303", conflict: "OT304", promise: "OT309" };

function codesOfFlaws(days: readonly Law[]): string {
  if (days.some(hasCircle)) return "OT305"; // nothing else is looked at until it is mended
  const codes = days.flatMap((law) => {
    if (situationsOf(law).length === 0) return ["OT311"];
    return kindsOf([...flawsOf(law).keys()]).map((kind) => CODES[kind] as string);
  });
  return [...new Set(codes)].sort().join(" ");
}

function write(table: Written, name: string): string {
  const path = join(folder, `${name}.yaml`);
  writeFileSync(path, JSON.stringify(table));
  return path;
}
