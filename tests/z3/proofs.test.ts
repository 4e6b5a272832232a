import { afterAll, expect, test } from "vitest";
import type { Known } from "../independent/conditions.js";
import type { Given } from "../independent/evaluator.js";
import { type Law, lawOf, type Written } from "../independent/law.js";
import { answerOf, codesOf, library, toldFlaws } from "../independent/program.js";
import { hasCircle, kindsOf } from "../independent/proofs.js";
import { pickFrom, randomTable, withFault } from "../independent/random.js";
import { DAY, daysOf, lawOn, SEED, shipped, TIMES, tell } from "../independent/trials.js";
import { type Encoded, encode, flawsBy } from "./encoding.js";
import { stop, type Term } from "./solver.mjs";

afterAll(stop);

test("on no day has the shipped table a gap, a conflict or a broken promise", async () => {
  const every = daysOf(shipped);
  const days = TIMES > 1 ? every : [every[0] as string, every.at(-1) as string];
  for (const day of days) expect([day, await flawsBy(encode(lawOn(day)))]).toEqual([day, []]);
  tell(
    "laws proved",
    days.map((day) => `of ${day}`),
  );
});

test("every rule decides somewhere, and there the program says so", async () => {
  const law = lawOn(DAY);
  const { decides, situation } = encode(law);
  for (const [index, { rule }] of law.rules.entries()) {
    const given = caseIn(law, await situation(decides[index] as Term));
    expect([given, answerOf(library.shippedTable(), given, DAY)]).toMatchObject([given, { rule: rule.id }]);
  }
  tell(
    "situations of rules",
    law.rules.map(({ rule }) => rule.verdict),
  );
});

test("what is impossible for one reason alone is refused", async () => {
  const law = lawOn(DAY);
  const { situation, term, not, all } = encode(law, []);
  for (const reason of law.canBe) {
    const others = law.canBe.filter((other) => other !== reason);
    const given = caseIn(law, await situation(not(term(reason)), all(others.map(term))));
    expect([given, answerOf(library.shippedTable(), given, DAY)]).toEqual([given, "OT401"]);
  }
  tell(
    "impossible situations",
    law.canBe.map(() => "refused"),
  );
});

test("a fault put into the shipped table is told by the program if Z3 finds it, and only then", async () => {
  const pick = pickFrom(SEED);
  const kinds: string[] = [];
  while (kinds.length < 10 * TIMES) {
    const { fault, table } = withFault(shipped, DAY, pick);
    kinds.push(`${fault.split(" ")[0]} - ${await agreedFlaws(table)}`);
  }
  tell("faults in the shipped table", kinds);
});

test("small tables have the flaws that Z3 finds", async () => {
  const pick = pickFrom(SEED);
  const kinds: string[] = [];
  while (kinds.length < 200 * TIMES) kinds.push(await agreedFlaws(randomTable(pick() < 0.3, false, pick)));
  tell("small tables", kinds);
});

/** The kinds of flaws that a table has, by the program as by Z3. */
async function agreedFlaws(table: Written): Promise<string> {
  const law = lawOf(table, DAY);
  const read = library.loadTable({ name: "rules", text: JSON.stringify(table) });
  const problems = read.ok ? [] : read.problems;
  if (hasCircle(law)) {
    expect(codesOf(problems)).toBe("OT305");
    return "circle";
  }
  const encoded = encode(law);
  if ((await encoded.situation()) === undefined) {
    expect(codesOf(problems)).toContain("OT311");
    return "nothing can exist";
  }
  const told = problems.flatMap(toldFlaws);
  const pairs = told.filter((flaw) => flaw.includes(" "));
  const others = told.filter((flaw) => !flaw.includes(" "));
  const own = await flawsBy(encoded);
  expect([table, [...(pairs.length > 0 ? ["conflict"] : []), ...others].sort()]).toEqual([
    table,
    [...new Set(own)].sort(),
  ]);
  for (const pair of pairs) expect([table, pair, await meet(encoded, pair.split(" "))]).toEqual([table, pair, true]);
  return kindsOf(told).join(", ") || "sound";
}

async function meet({ law, decides, situation }: Encoded, ids: readonly string[]): Promise<boolean> {
  const both = decides.filter((_, index) => ids.includes(law.rules[index]?.rule.id ?? ""));
  return both.length === 2 && (await situation(...both)) !== undefined;
}

function caseIn({ facts }: Law, situation: Known | undefined): Given {
  const stated = [...facts].map(([id, values], fact) => [id, values[31 - Math.clz32(situation?.[fact] ?? 0)]]);
  return { facts: Object.fromEntries(stated) };
}
