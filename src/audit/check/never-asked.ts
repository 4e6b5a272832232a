import { end, NO, type Ref } from "../../diagram/graph.js";
import { and, not } from "../../diagram/logic.js";
import { someValue } from "../../diagram/narrow.js";
import type { Path } from "../../source/document.js";
import type { Draft } from "../../table/compile.js";
import { testsOf } from "../../table/conditions.js";
import { partName, partsIn } from "../../table/parts.js";
import type { Condition, Table } from "../../table/table.js";
import { firstExtent } from "../audited.js";
import type { Check, Doubt } from "../flaw.js";
import { paperPartsOf } from "../paper-parts.js";

/** Rules, notices, forms and papers that turn on a fact in situations in which nobody is asked for it. */
export const neverAsked: Check = {
  codes: {
    OT322:
      "A rule, a notice, a form or a paper depends on the answer to a question in situations in which that question is not asked. Nobody will have answered it there, so the answer stays open, or the notice, the form or what the paper says unseen. Widen the fact's `asked-when`, or let the rule test what makes somebody ask.",
  },
  find: (audited) =>
    usersOf(audited.table).flatMap((user) =>
      factsOf(audited.table, user).flatMap(({ fact, path }) => {
        const extent = firstExtent(audited, (law) => unasked(law, user, fact));
        return extent === undefined ? [] : [{ ...doubt(user, fact, path), extent }];
      }),
    ),
};

/** A rule, a notice, a form, or a paper or a part of one. */
interface User {
  readonly name: string;
  readonly path: Path;
  readonly when: Condition;
  /** Where it has its say. */
  readonly speaks: (law: Draft) => Ref;
}

function usersOf(table: Table): User[] {
  const parts = partsIn(table, "rules", "notices", "forms").map((part) => ({
    name: partName(part),
    path: [...part.path, "when"],
    when: part.value.when,
    speaks: ({ decides, shown, forms }: Draft) =>
      part.section === "rules"
        ? (decides[Number(part.path[1])] as Ref)
        : ((part.section === "notices" ? shown : forms)[part.id] as Ref),
  }));
  const papers = paperPartsOf(table).map(({ within, ...part }) => ({
    ...part,
    speaks: (law: Draft) => and(law.forest, within(law), law.condition(part.when)),
  }));
  return [...parts, ...papers];
}

/** The facts with a condition for being asked that a rule or notice tests, itself or through findings, each once. */
function factsOf(table: Table, { when, path }: User): { readonly fact: string; readonly path: Path }[] {
  const places = new Map<string, Path>();
  const visit = (condition: Condition, at: (own: Path) => Path): void => {
    for (const { test, path: own } of testsOf(condition, path)) {
      const finding = table.findings[test.subject];
      if (finding !== undefined) visit(finding.when, () => at(own));
      else if (!places.has(test.subject)) places.set(test.subject, at(own));
    }
  };
  visit(when, (own) => own);
  return [...places]
    .filter(([fact]) => table.facts[fact]?.["asked-when"] !== undefined)
    .map(([fact, path]) => ({ fact, path }));
}

/** Where nobody is asked for the fact, the rule or notice has its say, and with another answer its condition would fail. */
function unasked(law: Draft, { speaks, when }: User, fact: string): Ref {
  const { forest, possible, condition } = law;
  const notAsked = and(forest, speaks(law), not(forest, law.asked[fact] as Ref));
  if (notAsked === end(NO)) return notAsked;
  const fails = and(forest, possible, not(forest, condition(when)));
  return and(forest, notAsked, someValue(forest, fails, law.factOrder.indexOf(fact)));
}

function doubt({ name }: User, fact: string, path: Path): Doubt {
  const through = path.at(-1) === fact ? "" : ` (through \`${path.at(-1)}\`)`;
  return {
    code: "OT322",
    path,
    part: "key",
    message: `${name} turns on \`${fact}\`${through} where nobody is asked for it`,
    help: `widen the \`asked-when\` of \`${fact}\`, or test what makes somebody ask`,
  };
}
