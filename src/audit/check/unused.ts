import type { Path } from "../../source/document.js";
import { conditionsOf, testsOf } from "../../table/conditions.js";
import type { Table } from "../../table/table.js";
import type { Check, Doubt } from "../flaw.js";

const SECTIONS = {
  findings: "finding",
  steps: "step",
  deadlines: "deadline",
  contacts: "contact",
  sources: "source",
} as const;

/** Findings, steps, deadlines, contacts and sources that nothing refers to. */
export const unused: Check = {
  codes: {
    OT323:
      "A finding, step, deadline, contact or source stands in the table, and nothing refers to it. Often it was left behind when a rule was taken out.",
  },
  find: ({ table }) => {
    const used = usedIn(table);
    return Object.entries(SECTIONS).flatMap(([name, what]) => {
      const section = name as keyof typeof SECTIONS;
      const idle = Object.keys(table[section]).filter((id) => !used[section].has(id));
      return idle.map((id) => doubt([section, id], `the ${what} \`${id}\` is not used by anything`));
    });
  },
};

function usedIn(table: Table): Readonly<Record<keyof typeof SECTIONS, ReadonlySet<string>>> {
  const { facts, rules, verdicts, notices, forms, findings, steps, deadlines, contacts } = table;
  const [allSteps, allDeadlines] = [Object.values(steps), Object.values(deadlines)];
  const presumptions = Object.values(facts).flatMap(({ presume }) => presume ?? []);
  const sayings = Object.values(forms).flatMap((form) => Object.values(form["has-to-say"]));
  const advising = [...Object.values(findings), ...Object.values(notices), ...sayings];
  const citing = [...presumptions, ...rules, ...advising, ...allDeadlines];
  return {
    findings: testedIn(table),
    steps: new Set([
      ...[...rules, ...Object.values(verdicts)].flatMap((one) => one.steps),
      ...Object.values(forms).map(({ step }) => step),
    ]),
    deadlines: new Set([...rules.flatMap((rule) => rule.deadlines), ...allSteps.flatMap(({ by }) => by ?? [])]),
    // what a practice has a number for is its own to use
    contacts: new Set([
      ...allSteps.flatMap(({ contact }) => contact ?? []),
      ...Object.keys(contacts).filter((id) => contacts[id]?.own),
    ]),
    sources: new Set(citing.flatMap(({ cite }) => cite)),
  };
}

/** Every fact and finding that some condition tests. */
function testedIn(table: Table): ReadonlySet<string> {
  const tests = conditionsOf(table).flatMap(({ condition, path }) => testsOf(condition, path));
  return new Set(tests.map(({ test }) => test.subject));
}

function doubt(path: Path, message: string): Doubt {
  return { code: "OT323", path, part: "key", message, help: "use it, or take it out" };
}
