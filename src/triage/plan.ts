import { deadlinesOf } from "../table/behind.js";
import { remembered } from "../table/remembered.js";
import type { Rule, Table } from "../table/table.js";
import type { Verdict } from "../table/verdict.js";

/** The steps to take and the deadlines to keep, by id. */
export interface Plan {
  readonly steps: readonly string[];
  readonly deadlines: readonly string[];
}

/**
 * The plan of the one rule that can decide, by the plans of those that can. While there are several, it is what they have in common, whichever decides,
 * with the days that the paper gives; before it stand the table's general steps for the verdict, but for those that
 * would keep back what some rule wants given, and for a second call to somebody who is called anyhow.
 */
export function planFor(table: Table, plans: readonly Plan[], verdict: Verdict): Plan {
  const [only, ...others] = plans;
  if (only !== undefined && others.length === 0) return only;
  const { steps: common, deadlines, given } = sharedBy(table, plans);
  const called = new Set(common.map((id) => table.steps[id]?.contact));
  const allHold = plans.every((plan) => holdsBack(table, plan));
  const general = (table.verdicts[verdict]?.steps ?? []).filter((id) => {
    const { contact, "holds-back": holds } = table.steps[id] as Table["steps"][string];
    return common.includes(id) || !((holds && !allHold) || (contact !== undefined && called.has(contact)));
  });
  const steps = [...new Set([...general, ...common])];
  const bySteps = steps.flatMap((id) => table.steps[id]?.by ?? []);
  return { steps, deadlines: [...new Set([...given, ...deadlines, ...bySteps])] };
}

/** What is in every plan, and the deadlines in any of them that are dates which the paper gives. */
export function sharedBy(table: Table, plans: readonly Plan[]): Plan & { readonly given: readonly string[] } {
  const all = plans.map(({ deadlines }) => deadlines);
  const given = new Set<string>();
  for (const list of all) for (const id of list) if (isGiven(table, id)) given.add(id);
  return { steps: inAll(plans.map(({ steps }) => steps)), deadlines: inAll(all), given: [...given] };
}

/** A form that a paper is, and what the case says is missing from it; both by id. */
export interface Face {
  readonly form: string;
  readonly missing: readonly string[];
}

/** Of each form what is missing, in the table's order. */
export function facesOf({ forms }: Table, ids: readonly string[], missing: readonly string[] = []): Face[] {
  return ids.map((form) => {
    const sayings = Object.keys(forms[form]?.["has-to-say"] ?? {});
    return { form, missing: sayings.filter((id) => missing.includes(id)) };
  });
}

/** What is said to be missing and that none of the forms has to say. */
export function idleMissing(faces: readonly Face[], missing: readonly string[] = []): string[] {
  return missing.filter((id) => !faces.some((face) => face.missing.includes(id)));
}

/**
 * The steps of a plan with those that ask for what is missing: after those that hold back and those that call somebody,
 * or last where a plan begins with neither, since something else is to be done at once there.
 */
export function withAsking(table: Table, steps: readonly string[], faces: readonly Face[]): readonly string[] {
  const asking = faces.filter(({ missing }) => missing.length > 0).map(({ form }) => table.forms[form]?.step as string);
  const first = steps.findIndex((id) => {
    const { contact, "holds-back": holdsBack } = table.steps[id] as Table["steps"][string];
    return contact === undefined && !holdsBack;
  });
  const at = first > 0 ? first : steps.length;
  return [...new Set([...steps.slice(0, at), ...asking, ...steps.slice(at)])];
}

/** The deadlines that every rule has which would bind, beside those that are there in any event. */
export function dueIfSo(table: Table, wouldBind: readonly Rule[], { deadlines }: Plan): string[] {
  return inAll(wouldBind.map((rule) => deadlinesOf(table, rule))).filter((id) => !deadlines.includes(id));
}

/** Whether a deadline is a date that the paper itself gives, and so there whatever the law is. */
function isGiven({ deadlines }: Table, id: string): boolean {
  return deadlines[id]?.after.count === 0;
}

/** What a rule says to do, and every deadline that comes with it. */
export const planOf = remembered((table: Table, rule: Rule): Plan => {
  return { steps: rule.steps, deadlines: deadlinesOf(table, rule) };
});

export function plansOf(table: Table, rules: readonly Rule[]): readonly Plan[] {
  return rules.map((rule) => planOf(table, rule));
}

/** Whether a rule, or a plan, keeps everything back for the time being. */
export function holdsBack({ steps }: Table, one: Pick<Plan, "steps">): boolean {
  return one.steps.some((id) => steps[id]?.["holds-back"]);
}

/** What stands in every list, in the order of the first. */
function inAll([first, ...others]: readonly (readonly string[])[]): readonly string[] {
  return (first ?? []).filter((id) => others.every((list) => list.includes(id)));
}
