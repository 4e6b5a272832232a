import type { Knowledge } from "../diagram/graph.js";
import { datesOf, scopeOfSteps, subjectsBehind } from "../table/behind.js";
import type { Law } from "../table/compile.js";
import type { CompiledTable } from "../table/compiled.js";
import type { Deadline, Form, Notice, Rule, Table } from "../table/table.js";
import type { Case } from "./case.js";
import type { Face, Plan } from "./plan.js";
import { isCertain, possibleRules } from "./situation.js";

/** What comes of the facts of a case, as far as it tells which of them had a part in that. */
interface Answered {
  readonly law: Law;
  readonly situation: Knowledge;
  readonly possible: readonly Rule[];
  readonly notices: readonly string[];
  readonly forms: readonly Face[];
}

/**
 * Facts of a case at which nothing has looked: no rule that can decide, no notice that is shown and no form, nor would
 * any other value have brought another.
 */
export function idleFacts(compiled: CompiledTable, facts: Case["facts"], answered: Answered): string[] {
  const { table } = compiled;
  const forms = answered.forms.map(({ form }) => table.forms[form] as Form);
  const looking = [...answered.possible, ...answered.notices.map((id) => table.notices[id] as Notice), ...forms];
  const seen = new Set(looking.flatMap(({ when }) => subjectsBehind(table, when)));
  const unshown = Object.entries(table.notices).filter(([id]) => !answered.notices.includes(id));
  // once for all facts: a condition may stand on large findings
  const others = unshown.map(([id, { when }]) => ({ id, subjects: new Set(subjectsBehind(table, when)) }));
  return Object.keys(table.facts).filter((fact) => {
    if (facts[fact] === undefined || seen.has(fact)) return false;
    const testing = others.filter(({ subjects }) => subjects.has(fact)).map(({ id }) => id);
    return !wouldMatter(compiled, answered, fact, testing);
  });
}

/** Dates of a case by which no deadline goes, and what it says of what goes out where no step tells that. */
export function idleParticulars(table: Table, given: Case["particulars"], { steps, deadlines }: Plan): string[] {
  const reckoned = new Set(deadlines.flatMap((id) => reckonedFrom(table, table.deadlines[id] as Deadline)));
  const said = scopeOfSteps(table, steps);
  const silent = Object.entries(table.particulars).filter(([id, { kind, scope }]) =>
    scope === undefined ? kind === "date" && !reckoned.has(id) : !said.includes(id),
  );
  return silent.flatMap(([id]) => (given[id] === undefined ? [] : [id]));
}

function reckonedFrom({ particulars }: Table, deadline: Deadline): (string | undefined)[] {
  const { from, embargo } = deadline;
  return [...datesOf(deadline), embargo ? particulars[from]?.["not-before"] : undefined];
}

/** Whether some other value of a stated fact would leave other rules, or bring one of the notices that test it. */
function wouldMatter(
  compiled: CompiledTable,
  { law, situation, possible }: Answered,
  fact: string,
  notices: readonly string[],
): boolean {
  const variable = law.factOrder.indexOf(fact);
  const others = Object.keys(compiled.table.facts[fact]?.values ?? {}).map((_, value) =>
    situation.with(variable, value),
  );
  return others.some((other) => {
    const rules = possibleRules(compiled, law, other);
    if (rules.length === 0) return false;
    const isOther = rules.length !== possible.length || rules.some((rule) => !possible.includes(rule));
    return isOther || notices.some((id) => isCertain(law, law.roots.notices[id] as number, other));
  });
}
