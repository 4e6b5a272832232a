import type { Fact, Table } from "../../table/table.js";
import { type AnyCase, type Case, isInParts, type Known, knownText, valuesOf } from "../case.js";

/** What a practice has of its own, whichever paper it has in hand. */
export interface Practice {
  readonly name?: string;
  readonly address?: string;
  /** By contact id of the table: what to call or write to. */
  readonly contacts: Readonly<Record<string, string>>;
  /** What is always so. A value that depends on the paper is never ruled out: such a fact is half known. */
  readonly facts: Case["facts"];
}

/** A case with what the practice says of every paper, where the case itself says nothing of it; in each of its parts. */
export function withPractice(given: AnyCase, practice: Practice): AnyCase {
  if (!isInParts(given)) return withFacts(given, practice);
  return { ...given, parts: given.parts.map((part) => ({ ...part, given: withFacts(part.given, practice) })) };
}

function withFacts(given: Case, { facts }: Practice): Case {
  const fromPractice = Object.keys(facts).filter((id) => given.facts[id] === undefined);
  return fromPractice.length === 0 ? given : { ...given, facts: { ...facts, ...given.facts }, fromPractice };
}

/** A fact of which a case says what cannot be so by the practice file. The case goes before it. */
export interface Overruled {
  readonly fact: string;
  /** As they are written. */
  readonly inCase: string;
  readonly inPractice: string;
}

export function overruled({ facts }: Table, given: Case, practice: Practice): Overruled[] {
  return Object.entries(practice.facts).flatMap(([fact, always]) => {
    const known = given.facts[fact];
    if (known === undefined || valuesOf(known).every((value) => valuesOf(always).includes(value))) return [];
    return [{ fact, inCase: knownText(known), inPractice: alwaysSo(facts[fact], always).join(",") }];
  });
}

/** Of the values that a fact may have by a practice file, those that the file states. */
export function alwaysSo(fact: Fact | undefined, always: Known): string[] {
  return valuesOf(always).filter((value) => Object.hasOwn(fact?.["always-so"] ?? {}, value));
}
