import {
  type AnyCase,
  type Case,
  type CaseInParts,
  type Expectation,
  isInParts,
  type Known,
  knownText,
} from "../triage/case.js";

/** What stands in a file of a case, as plain data. */
export interface CaseFields extends StatedFields {
  readonly title?: string;
  readonly parts?: readonly PartFields[];
}

interface PartFields extends StatedFields {
  readonly label: string;
}

/** What is stated and expected of a case or of a part of one. */
interface StatedFields extends Partial<Pick<Case, "facts" | "particulars" | "missing">> {
  readonly expect?: Expectation;
}

export function caseFields(given: AnyCase): CaseFields {
  const { title, expect } = given;
  return {
    ...(title === undefined ? {} : { title }),
    ...(isInParts(given) ? fieldsInParts(given) : fieldsOf(given)),
    ...(expect === undefined ? {} : { expect }),
  };
}

function fieldsOf({ facts, particulars, missing }: Case): StatedFields {
  return { facts, ...filled("particulars", particulars), ...(missing === undefined ? {} : { missing }) };
}

/** What all parts state stands once. */
function fieldsInParts({ parts, reference }: CaseInParts): CaseFields {
  const facts = commonTo(parts.map(({ given }) => given.facts));
  // a reference that all parts happen to have is not that of the whole paper
  const { reference: _, ...common } = commonTo(parts.map(({ given }) => given.particulars));
  const particulars = { ...(reference === undefined ? {} : { reference }), ...common };
  const [missing, ...others] = new Map(parts.map(({ given }) => [given.missing?.join(), given.missing])).values();
  const lacking = others.length === 0 && missing !== undefined ? { missing } : {};
  const own = parts.map(({ label, given }) => ({
    label,
    ...filled("facts", without(given.facts, facts)),
    ...filled("particulars", without(given.particulars, particulars)),
    ...(others.length === 0 || given.missing === undefined ? {} : { missing: given.missing }),
    ...(given.expect === undefined ? {} : { expect: given.expect }),
  }));
  return { facts, parts: own, ...filled("particulars", particulars), ...lacking };
}

type Stated<One extends Known> = Readonly<Record<string, One>>;
type Section = Stated<Known>;

function commonTo<One extends Known>([first = {}, ...others]: readonly Stated<One>[]): Stated<One> {
  return Object.fromEntries(Object.entries(first).filter((one) => others.every((other) => isStated(other, one))));
}

function without<One extends Known>(section: Stated<One>, common: Section): Stated<One> {
  return Object.fromEntries(Object.entries(section).filter((one) => !isStated(common, one)));
}

function isStated(section: Section, [id, known]: readonly [string, Known]): boolean {
  const stated = section[id];
  return stated !== undefined && knownText(stated) === knownText(known);
}

/** A section of a case, left out where it has nothing in it. */
function filled<Name extends string, One extends Known>(
  name: Name,
  section: Stated<One>,
): Partial<Record<Name, Stated<One>>> {
  return Object.keys(section).length === 0 ? {} : ({ [name]: section } as Record<Name, Stated<One>>);
}
