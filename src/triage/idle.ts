import type { Knowledge, Ref } from "../diagram/graph.js";
import { variablesOn } from "../diagram/walk.js";
import { datesOf, scopeOfSteps, subjectsBehind } from "../table/behind.js";
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
  const unseen = Object.keys(table.facts).filter((fact) => facts[fact] !== undefined && !seen.has(fact));
  const unshown = unseen.length === 0 ? [] : unshownNotices(answered);
  const idle = unseen.filter((fact) => !wouldMatter(compiled, answered, fact, unshown));
  const reckoned = new Set(answered.deadlines.flatMap((id) => datesBehind(table, table.deadlines[id] as Deadline)));
  const said = scopeOfSteps(table, answered.steps);
  const silent = Object.entries(table.particulars).filter(([id, { kind, scope }]) =>
    scope === undefined ? kind === "date" && !reckoned.has(id) : !said.includes(id),
  );
  return [...idle, ...silent.flatMap(([id]) => (particulars[id] === undefined ? [] : [id]))];
}

/** What an embargo runs from may be put off by another date. */
function datesBehind({ particulars }: Table, deadline: Deadline): (string | undefined)[] {
  const { from, embargo } = deadline;
  return [...datesOf(deadline), embargo ? particulars[from]?.["not-before"] : undefined];
}

/** Whether some other value of a stated fact would leave other rules, or bring one of the notices that test it. */
function wouldMatter(
  compiled: CompiledTable,
  { law, situation, possible }: Answered,
  fact: string,
  unshown: readonly Unshown[],
): boolean {
  const { table } = compiled;
  const variable = law.factOrder.indexOf(fact);
  const others = Object.keys(table.facts[fact]?.values ?? {}).flatMap((_, value) => {
    const other = situation.with(variable, value);
    const rules = possibleRules(compiled, law, other);
    return rules.length === 0 ? [] : [{ other, rules }];
  });
  const isOther = (rules: readonly Rule[]): boolean =>
    rules.length !== possible.length || rules.some((rule) => !possible.includes(rule));
  if (others.some(({ rules }) => isOther(rules))) return true;
  return unshown.some(
    ({ id, root, variables }) =>
      variables.has(variable) &&
      others.some(({ other }) => isCertain(law, root, other)) &&
      subjectsBehind(table, (table.notices[id] as Notice).when).includes(fact),
  );
}

/** A notice that is not shown, and the variables on which that can depend. */
interface Unshown {
  readonly id: string;
  readonly root: Ref;
  readonly variables: ReadonlySet<number>;
}

/** By the diagram, which is there: of a stored table no notice is read that no fact could bring. */
function unshownNotices({ law, situation, notices }: Answered): Unshown[] {
  const roots = Object.entries(law.roots.notices).filter(([id]) => !notices.includes(id));
  return roots.map(([id, root]) => ({ id, root, variables: variablesOn(law.graph, root, situation) }));
}
