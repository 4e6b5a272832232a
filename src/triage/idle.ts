import type { Knowledge } from "../diagram/graph.js";
import { scopeOfSteps, subjectsBehind } from "../table/behind.js";
import type { Law } from "../table/compile.js";
import type { CompiledTable } from "../table/compiled.js";
import type { Deadline, Form, Notice, Rule, Table } from "../table/table.js";
import type { Case } from "./case.js";
import type { Face, Plan } from "./plan.js";
import { isCertain, possibleRules } from "./situation.js";

/** What comes of a case, as far as it tells which of its facts had a part in that, with the plans of branches too. */
interface Answered extends Plan {
  readonly law: Law;
  readonly situation: Knowledge;
  readonly possible: readonly Rule[];
  readonly notices: readonly string[];
  readonly forms: readonly Face[];
}

/**
 * Facts and dates of a case at which nothing has looked: no rule that can decide, no notice that is shown, no form and
 * no deadline, nor would any other value of the fact have brought another.
 */
export function findIdle(compiled: CompiledTable, { facts, particulars }: Case, answered: Answered): string[] {
  const { table } = compiled;
  const forms = answered.forms.map(({ form }) => table.forms[form] as Form);
  const looking = [...answered.possible, ...answered.notices.map((id) => table.notices[id] as Notice), ...forms];
  const seen = new Set(looking.flatMap(({ when }) => subjectsBehind(table, when)));
  const unshown = Object.entries(table.notices).filter(([id]) => !answered.notices.includes(id));
  // once for all facts: a condition may stand on large findings
  const others = unshown.map(([id, { when }]) => ({ id, subjects: new Set(subjectsBehind(table, when)) }));
  const idle = Object.keys(table.facts).filter((fact) => {
    if (facts[fact] === undefined || seen.has(fact)) return false;
    const testing = others.filter(({ subjects }) => subjects.has(fact)).map(({ id }) => id);
    return !wouldMatter(compiled, answered, fact, testing);
  });
  const reckoned = new Set(answered.deadlines.flatMap((id) => datesOf(table, table.deadlines[id] as Deadline)));
  const said = scopeOfSteps(table, answered.steps);
  const silent = Object.entries(table.particulars).filter(([id, { kind, scope }]) =>
    scope === undefined ? kind === "date" && !reckoned.has(id) : !said.includes(id),
  );
  return [...idle, ...silent.flatMap(([id]) => (particulars[id] === undefined ? [] : [id]))];
}

function datesOf({ particulars }: Table, deadline: Deadline): (string | undefined)[] {
  const { from, "not-before": floor, "not-after": ceiling, embargo } = deadline;
  return [from, floor, ceiling, embargo ? particulars[from]?.["not-before"] : undefined];
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
