import { readFileSync, writeFileSync } from "node:fs";
import { devNull } from "node:os";
import { join } from "node:path";
import { PROGRAM, secondsOf } from "../children.mjs";
import { figure, markdownTable } from "../markdown.mjs";
import { CASES, RULES } from "../register-cases.mjs";
import { inTurn, median, ratio } from "../rounds.mjs";
import { syntheticCase, syntheticTable } from "../synthetic-table.mjs";

/** Whole commands of those who edit a table, in seconds and each against bare node in the same round. */
export function measureWorkshop({ workshop: { rounds, synthetic } }, folder) {
  const stages = [{ title: "`node -e 0`", args: ["-e", "0"] }, ...commandsIn(folder, synthetic)];
  const runs = inTurn(rounds, stages, ({ args }) => secondsOf(args, devNull));
  const rows = stages.map(({ title }, index) => [
    title,
    figure(median(runs[index])),
    figure(ratio(runs[index], runs[0])),
  ]);
  const targets = stages.flatMap(({ title, atMost }, index) =>
    atMost === undefined ? [] : [{ says: `${title}, seconds`, got: median(runs[index]), atMost }],
  );
  return {
    markdown: `### The workshop\n\n${markdownTable(["command", "seconds", "times bare node"], rows)}`,
    targets,
  };
}

function commandsIn(folder, rules) {
  const edited = join(folder, "edited.yaml");
  writeFileSync(edited, editedTable());
  const { table, cases } = syntheticFiles(folder, rules);
  return [
    { title: "`rules check`", atMost: 0.4, args: [PROGRAM, "rules", "check", RULES] },
    {
      title: "`rules test --mutants`",
      atMost: 1.3,
      args: [PROGRAM, "--rules", RULES, "rules", "test", CASES, "--mutants"],
    },
    { title: "`rules diff` of one line", atMost: 0.6, args: [PROGRAM, "rules", "diff", edited, RULES] },
    {
      title: `\`rules test --mutants\`, ${rules} made-up rules`,
      atMost: rules === 800 ? 3 : undefined,
      args: [PROGRAM, "--rules", table, "rules", "test", cases, "--mutants"],
    },
  ];
}

/** The shipped table with another verdict for a rule that only refers. */
function editedTable() {
  const text = readFileSync(RULES, "utf8");
  const edited = text.replace(/\n( +)verdict: refer\n/, "\n$1verdict: consent-first\n");
  if (edited === text) throw new Error("no rule of the table refers");
  return edited;
}

function syntheticFiles(folder, rules) {
  const table = syntheticTable(rules);
  const paths = { table: join(folder, "made-up.json"), cases: join(folder, "one-case.json") };
  writeFileSync(paths.table, JSON.stringify(table));
  writeFileSync(paths.cases, JSON.stringify(syntheticCase(table)));
  return paths;
}
