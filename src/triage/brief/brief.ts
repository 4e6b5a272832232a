import { isEnd, type Knowledge, terminalOf } from "../../diagram/graph.js";
import { isUnknown, newCodes } from "../../diagram/search/codes.js";
import { newSituationIndex } from "../../diagram/search/situation-index.js";
import { follow } from "../../diagram/walk.js";
import { IMPOSSIBLE, type Law, ruleIndex } from "../../table/compile.js";
import { type CompiledTable, lawOn } from "../../table/compiled.js";
import type { Rule, Table } from "../../table/table.js";
import { presumableIn } from "../outlook.js";
import { plansOf } from "../plan.js";
import { type Brief, commonOf } from "./commons.js";
import { newSearched } from "./searched.js";

/** The law of a day, ready for many cases. */
export interface Briefing<Made> {
  /**
   * What is made of the brief of values of its variables, below zero where nothing is stated; nothing where they
   * contradict each other. What the values are of judgements that were not made is put in their place.
   */
  brief(values: Int16Array): Made | undefined;
  /** Such values. They stand until the next are asked for. */
  valuesOf(situation: Knowledge): Int16Array;
  /** One of such values. It stands until `valuesOf` is asked. */
  codeOf(known: Knowledge[number]): number;
}

/** How much is remembered. */
interface Most {
  /** Situations that took a search, since the same facts are left out again and again. */
  readonly situations: number;
  /** Briefs for them. One is commonly that of many situations, and takes more room. */
  readonly briefs: number;
  /** Sets of values that are known by a number; there are not many more below zero. */
  readonly sets: number;
  /** What one more rule adds to others. */
  readonly added: number;
}

const MOST: Most = { situations: 100_000, briefs: 10_000, sets: 20_000, added: 50_000 };

/**
 * @param presume whether anything may be taken for granted
 * @param make what is wanted of a brief; made of each once
 * @param most changes what is remembered, and no brief
 */
export function newBriefing<Made>(
  compiled: CompiledTable,
  today: string,
  presume: boolean,
  make: (brief: Brief) => Made,
  most = MOST,
): Briefing<Made> {
  const { table } = compiled;
  const law = lawOn(compiled, today);
  const codes = newCodes(law.factOrder.length);
  const settled: (Made | undefined)[] = [];
  const situations = newSituationIndex(law.factOrder.length, most.situations);
  const found: (Made | undefined)[] = [];
  const briefs = new Map<string, Made>();
  const presumable = presume ? presumableIn(table, law.factOrder) : [];
  // made when it is first wanted: many a batch does without
  let searched: ((values: Int16Array) => Made | undefined) | undefined;
  const judgements = judgementsIn(table, law);
  // where the last situation left things open, the next is likely to, and to have been met already
  let isIncomplete = false;
  return { brief, valuesOf, codeOf: codes.codeOf };

  function brief(values: Int16Array): Made | undefined {
    for (const { variable, value } of judgements) if (isUnknown(values[variable] as number)) values[variable] = value;
    if (!isIncomplete) {
      const ref = follow(law.graph, law.roots.outcome, values);
      if (isEnd(ref)) return settledBy(terminalOf(ref));
    }
    isIncomplete = true;
    return remembered(values);
  }

  function valuesOf(situation: Knowledge): Int16Array {
    if (codes.sets.length > most.sets) {
      forget();
      codes.clear();
      searched = undefined;
    }
    return codes.of(situation);
  }

  function settledBy(end: number): Made | undefined {
    if (end === IMPOSSIBLE || settled[end] !== undefined) return settled[end];
    const possible = [table.rules[ruleIndex(end)] as Rule];
    const none = { presumed: [], wouldBind: [], open: [] };
    settled[end] = make({ ...commonOf(table, { possible, ...none }, plansOf(table, possible)), ...none });
    return settled[end];
  }

  function remembered(values: Int16Array): Made | undefined {
    if (situations.size === most.situations || briefs.size >= most.briefs) forget();
    const met = situations.size;
    const number = situations.numberOf(values);
    if (number === met) found[number] = newlyMet(values);
    return found[number];
  }

  function newlyMet(values: Int16Array): Made | undefined {
    const ref = follow(law.graph, law.roots.outcome, values);
    isIncomplete = !isEnd(ref);
    if (isEnd(ref)) return settledBy(terminalOf(ref));
    searched ??= newSearched(table, law, { codes, briefs, make, presumable, most: most.added });
    return searched(values);
  }

  function forget(): void {
    situations.clear();
    briefs.clear();
    found.length = 0;
  }
}

/** The values that judgements have for as long as nobody has made them. */
function judgementsIn({ facts }: Table, { factOrder }: Law): { readonly variable: number; readonly value: number }[] {
  return factOrder.flatMap((id, variable) => {
    const { values, "not-weighed": notWeighed } = facts[id] as Table["facts"][string];
    return notWeighed === undefined ? [] : [{ variable, value: Object.keys(values).indexOf(notWeighed) }];
  });
}
