import type { Knowledge } from "../../diagram/graph.js";
import type { Table } from "../../table/table.js";
import { isInParts } from "../../triage/case.js";
import { parseCase } from "../../triage/parse-case.js";
import { statedSituation } from "../../triage/situation.js";
import { jsonDocument } from "../read/line-records.js";
import { encode } from "./bytes.js";

/** What a line says of a fact that is half known. */
export interface HalfKnown {
  readonly variable: number;
  /** What stands for it among the values of a situation. */
  readonly code: number;
}

/** How many texts are remembered; what else is half known is read in another way. */
const MOST_TEXTS = 5_000;

/**
 * Reads a fact with several of its values, such as `"patient":["child","deceased"]`: each text once, as every case is
 * read, since the same few are met again and again. Nothing where it is not faultless.
 *
 * @param unknown the code where none of its values is left out
 */
export function newHalfKnownReader(
  table: Table,
  factOrder: readonly string[],
  codeOf: (known: Knowledge[number]) => number,
  unknown: number,
): (text: string) => HalfKnown | undefined {
  const known = new Map<string, HalfKnown>();
  return (text) => known.get(text) ?? (known.size < MOST_TEXTS ? learnt(text) : undefined);

  function learnt(text: string): HalfKnown | undefined {
    const document = jsonDocument("", 1, encode(`{"facts":{${text}}}`));
    if (!document.ok) return undefined;
    const parsed = parseCase(document.value, table);
    if (!parsed.ok || isInParts(parsed.value)) return undefined;
    const [id] = Object.keys((document.value.value as { facts: object }).facts);
    const variable = factOrder.indexOf(id as string);
    const left = statedSituation({ table }, { factOrder }, parsed.value.facts)[variable];
    const half = { variable, code: left === undefined ? unknown : codeOf(left) };
    known.set(text, half);
    return half;
  }
}
