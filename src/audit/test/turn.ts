import { end, NO, type Ref } from "../../diagram/graph.js";
import { and, differ, except, ifThenElse, not, or } from "../../diagram/logic.js";
import { subjectsBehind } from "../../table/behind.js";
import { type Draft, insideOf, scopeOf } from "../../table/compile.js";
import { remembered } from "../../table/remembered.js";
import type { Condition, InForce, Notice, Rule } from "../../table/table.js";
import { aboveWith, belowOf, decidesWithin } from "../decides.js";
import type { Mutant } from "./mutant-list.js";
import type { Owner } from "./variants.js";

const FALSE = end(NO);

/**
 * What a table comes to in each situation if something about it is otherwise there, in the forest of the sound one.
 * But for `unsound` it tells that only of situations in which the table stays sound.
 */
export interface Turn {
  readonly rules: readonly Rule[];
  readonly possible: Ref;
  /** The rules that decide elsewhere than before or give another verdict, by place. */
  readonly moved: readonly number[];
  /** Where those decide that decide elsewhere, of what is touched; by place. */
  readonly decides: ReadonlyMap<number, Ref>;
  /** Where another rule decides, or another verdict is given, or where what could be cannot, or the reverse. */
  readonly answers: Ref;
  /** Where no rule decides of what can be, or several do. */
  readonly unsound: Ref;
  /** What is inside the table's scope. */
  readonly inside: Ref;
  /** The notices that may be shown elsewhere than before. */
  readonly notices: readonly string[];
  /** Where a notice is shown. */
  readonly shown: (id: string) => Ref;
}

/** What follows in every situation of a mistake or, if that is made in a condition, of each that can be made in it. */
export function turnOf(draft: Draft, { change, now }: Mutant): Turn {
  const { table, above } = draft;
  const index = (): number => table.rules.findIndex(({ id }) => id === change.of.id);
  switch (change.kind) {
    case "verdict-swapped":
      return followed(draft, { rules: table.rules.with(index(), now as Rule) });
    case "override-dropped":
      return followed(draft, { above: aboveWith(table.rules, above, index(), now as Rule), displacing: index() });
    default:
      return turnedRound(draft, change.of);
  }
}

/**
 * What follows if a part of the table holds wherever it does not, and the reverse: in each situation a mistake in its
 * condition comes to this or to nothing, so it is worked out once for all of them.
 */
const turnedRound = remembered((draft: Draft, { section, id }: Owner): Turn => {
  const { forest, table, inForce, condition } = draft;
  const round = (dates: InForce, holds: Ref): Ref => and(forest, inForce(dates), not(forest, holds));
  switch (section) {
    case "findings": {
      const finding = table.findings[id] as InForce;
      return followed(draft, restingOn(draft, id, round(finding, draft.findings[id] as Ref)));
    }
    case "impossible": {
      const index = Number(id) - 1;
      const holds = draft.impossible.with(index, round({}, draft.impossible[index] as Ref));
      return followed(draft, { possible: not(forest, or(forest, ...holds)) });
    }
    case "rules": {
      const index = table.rules.findIndex((rule) => rule.id === id);
      const holds = round(table.rules[index] as Rule, draft.applies[index] as Ref);
      return followed(draft, { applies: new Map([[index, holds]]) });
    }
    case "notices": {
      const notice = table.notices[id] as Notice;
      return followed(draft, { notices: new Map([[id, round(notice, condition(notice.when))]]) });
    }
  }
});

/** What is otherwise about a table. */
interface Otherwise {
  readonly rules?: readonly Rule[];
  readonly possible?: Ref;
  /** Where rules apply that apply elsewhere. */
  readonly applies?: ReadonlyMap<number, Ref>;
  readonly above?: Draft["above"];
  /** The rule that displaces others than before. */
  readonly displacing?: number;
  /** Where the conditions of notices hold that hold elsewhere. */
  readonly notices?: ReadonlyMap<string, Ref>;
}

/** What holds elsewhere because a finding does. */
function restingOn(draft: Draft, id: string, holdsNow: Ref): Otherwise {
  const { forest, table, inForce } = draft;
  const findings = new Map([[id, holdsNow]]);
  const rests = (when: Condition): boolean => subjectsBehind(table, when).some((subject) => findings.has(subject));
  const holds = conditionWith(draft, findings);
  const held = <Id>([key, part]: readonly [Id, InForce & { readonly when: Condition }]): [Id, Ref][] =>
    rests(part.when) ? [[key, and(forest, holds(part.when), inForce(part))]] : [];
  for (const entry of Object.entries(table.findings)) for (const [other, ref] of held(entry)) findings.set(other, ref);
  const impossible = table.impossible.map(({ when }, index) =>
    rests(when) ? holds(when) : (draft.impossible[index] as Ref),
  );
  return {
    possible: not(forest, or(forest, ...impossible)),
    applies: new Map([...table.rules.entries()].flatMap(held)),
    notices: new Map(Object.entries(table.notices).flatMap(held)),
  };
}

/** Where a condition holds, given the findings that hold elsewhere than in the sound table. */
function conditionWith(draft: Draft, findings: ReadonlyMap<string, Ref>): (condition: Condition) => Ref {
  const { forest } = draft;
  return function holds({ tests, any }: Condition): Ref {
    const passed = tests.map((test) => {
      const finding = findings.get(test.subject);
      if (finding === undefined) return draft.condition({ tests: [test], any: [] });
      const met = or(forest, ...test.values.map((value) => (value === "yes" ? finding : not(forest, finding))));
      return test.negated ? not(forest, met) : met;
    });
    return and(forest, ...passed, ...(any.length === 0 ? [] : [or(forest, ...any.map(holds))]));
  };
}

function followed(draft: Draft, otherwise: Otherwise): Turn {
  const { forest, table } = draft;
  const { rules = table.rules, possible = draft.possible, notices = new Map<string, Ref>() } = otherwise;
  const where = and(forest, touchedBy(draft, otherwise), possible);
  const moves = movesOf(draft, where, otherwise);
  const swapped = table.rules.flatMap((rule, index) => (rule.verdict === rules[index]?.verdict ? [] : [index]));
  const moved = [...moves.map(({ index }) => index), ...swapped];
  const lost = moves.map(({ before, after }) => except(forest, before, after));
  const vacant = or(forest, except(forest, possible, draft.possible), ...lost);
  const isElsewhere = (index: number): boolean =>
    [table.rules[index], rules[index]].some((rule) => rule?.verdict === "out-of-scope");
  const isScopeAsBefore = possible === draft.possible && !moved.some(isElsewhere);
  const inside = isScopeAsBefore ? draft.inside : insideOf(forest, rules, possible, decidesNow(draft, where, moves));
  const otherVerdicts = swapped.map((index) => draft.decides[index] as Ref);
  return {
    ...{ rules, possible, inside, moved },
    decides: new Map(moves.map(({ index, after }) => [index, after])),
    // where a table is sound, another rule decides just where the one before does not
    answers: or(forest, vacant, except(forest, draft.possible, possible), ...otherVerdicts),
    unsound: unsoundIn(draft, vacant, moves),
    notices: isScopeAsBefore ? [...notices.keys()] : Object.keys(table.notices),
    shown: (id) => {
      const notice = table.notices[id] as Notice;
      const holds = notices.get(id) ?? and(forest, draft.condition(notice.when), draft.inForce(notice));
      return and(forest, scopeOf(notice, { possible, inside }), holds);
    },
  };
}

/** Where something can be that could not, or rules apply that did not, or the reverse, or displace others. */
function touchedBy(draft: Draft, { possible = draft.possible, applies = new Map(), displacing }: Otherwise): Ref {
  const { forest } = draft;
  const regions = [...applies].map(([index, ref]) => differ(forest, draft.applies[index] as Ref, ref));
  const displaced = displacing === undefined ? [] : [draft.applies[displacing] as Ref];
  return or(forest, except(forest, possible, draft.possible), ...displaced, ...regions);
}

/** Where a rule decided and where it does, of what is touched and can be. */
interface Move {
  readonly index: number;
  readonly before: Ref;
  readonly after: Ref;
}

function movesOf(draft: Draft, where: Ref, { possible, applies = new Map(), above = draft.above }: Otherwise): Move[] {
  const { forest } = draft;
  const laid = { applies: draft.applies.map((ref, index): Ref => applies.get(index) ?? ref), above };
  const affected = new Set([...applies.keys()].flatMap((index) => [index, ...belowOf(above, index)]));
  const canBeAsBefore = possible === undefined || possible === draft.possible;
  return draft.decides.flatMap((decides, index): Move[] => {
    if (canBeAsBefore && !affected.has(index) && above[index] === draft.above[index]) return [];
    const before = and(forest, where, decides);
    const after = decidesWithin(forest, where, laid, index);
    return before === after ? [] : [{ index, before, after }];
  });
}

/** What is vacant has to be filled once, and nothing else: in the sound table every situation had its deciding rule. */
function unsoundIn({ forest }: Draft, vacant: Ref, moves: readonly Move[]): Ref {
  let [filled, twice] = [FALSE, FALSE];
  for (const { before, after } of moves) {
    const gained = except(forest, after, before);
    twice = or(forest, twice, and(forest, filled, gained));
    filled = or(forest, filled, gained);
  }
  return or(forest, twice, differ(forest, filled, vacant));
}

function decidesNow({ forest, decides }: Draft, where: Ref, moves: readonly Move[]): Ref[] {
  const now = [...decides];
  for (const { index, after } of moves) now[index] = ifThenElse(forest, where, after, decides[index] as Ref);
  return now;
}
