import { count } from "../../diagram/count.js";
import { type Draft, draftLaw, situations } from "../../table/compile.js";
import type { Table } from "../../table/table.js";
import { type Covered, coveredBy } from "./covered.js";
import { type Flow, flowOf } from "./flow.js";
import { canApply, groupRules, inSmallerKinds, type Kind } from "./kinds.js";
import { type RuleFacts, ruleFacts } from "./rule-facts.js";

/** A whole table as it is to be read under the law of a day, without a word of its own. */
export interface Outline {
  readonly table: Table;
  /** As YYYY-MM-DD. */
  readonly asOf: string;
  /** How many there are, and how many of them can exist. */
  readonly situations: { readonly all: bigint; readonly possible: bigint };
  /** By position in the table. */
  readonly rules: readonly RuleFacts[];
  /** In the order in which they are read. */
  readonly kinds: readonly Kind[];
  /** Those of the kinds that have rules. */
  readonly chapters: readonly OutlinedKind[];
  readonly covered: Covered;
}

export interface OutlinedKind extends Kind {
  /** Kinds that are read earlier and have rules that can apply here as well. */
  readonly readBefore: readonly Kind[];
  /** How the rules of the kind decide in what those of the kinds before leave open. */
  readonly flow: Flow;
}

/** @throws ForestFull when the table is too tangled */
export function outlineOf(table: Table, asOf: string): Outline {
  const draft = draftLaw(table, asOf);
  const kinds = legibleKinds(draft);
  const withRules = kinds.filter(({ rules }) => rules.length > 0);
  return {
    table,
    asOf,
    situations: { all: situations(table), possible: count(draft.forest, draft.possible) },
    rules: ruleFacts(draft),
    kinds,
    chapters: withRules.map((kind, index) => {
      const before = withRules.slice(0, index);
      return {
        ...kind,
        readBefore: before.filter(({ rules }) => rules.some((rule) => canApply(draft, rule, kind.where))),
        flow: flowOf(
          draft,
          kind,
          before.flatMap(({ rules }) => rules),
        ),
      };
    }),
    covered: coveredBy(draft, kinds),
  };
}

/** A kind of paper of which no picture can be made is told in several. */
function legibleKinds(draft: Draft): Kind[] {
  const kinds = groupRules(draft);
  return kinds.flatMap((kind, index) => {
    const isOne = kind.given.every(({ values }) => values !== undefined);
    const before = kinds.slice(0, index).flatMap(({ rules }) => rules);
    return isOne && flowOf(draft, kind, before).kind === "too-large" ? inSmallerKinds(draft, kind) : [kind];
  });
}
