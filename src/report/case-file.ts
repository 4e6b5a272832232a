import { stringify } from "yaml";
import { type AnyCase, type Case, type CaseInParts, isInParts, type Known, knownText } from "../triage/case.js";

/** A part of a case as a file of one line. */
export function caseLine(part: Pick<Case, "facts" | "expect">): string {
  return stringify(part, { ...STYLE, collectionStyle: "flow" }).trim();
}

/** A case as the text of a file that `assess` reads. Words that other readers of YAML take for truth values are quoted. */
export function caseFileText(given: AnyCase): string {
  return stringify(caseFields(given), STYLE);
}

/** What stands in such a file, as plain data. */
export function caseFields(given: AnyCase): object {
  const { title, expect } = given;
  return {
    ...(title === undefined ? {} : { title }),
    ...(isInParts(given) ? fieldsInParts(given) : fieldsOf(given)),
    ...(expect === undefined ? {} : { expect }),
  };
}

function fieldsOf({ facts, particulars, missing }: Case): object {
  return { facts, ...filled("particulars", particulars), ...(missing === undefined ? {} : { missing }) };
}

/** What all parts state stands once. */
function fieldsInParts({ parts, reference }: CaseInParts): object {
  const facts = commonTo(parts.map(({ given }) => given.facts));
  const particulars = {
    ...(reference === undefined ? {} : { reference }),
    ...commonTo(parts.map(({ given }) => given.particulars)),
  };
  const [missing, ...others] = new Map(parts.map(({ given }) => [given.missing?.join(), given.missing])).values();
  const common = others.length === 0 && missing !== undefined ? { missing } : {};
  const own = parts.map(({ label, given }) => ({
    label,
    ...filled("facts", without(given.facts, facts)),
    ...filled("particulars", without(given.particulars, particulars)),
    ...(others.length === 0 || given.missing === undefined ? {} : { missing: given.missing }),
    ...(given.expect === undefined ? {} : { expect: given.expect }),
  }));
  return { facts, parts: own, ...filled("particulars", particulars), ...common };
}

type Section = Case["facts"];

function commonTo([first = {}, ...others]: readonly Section[]): Section {
  return Object.fromEntries(Object.entries(first).filter((one) => others.every((other) => isStated(other, one))));
}

function without(section: Section, common: Section): Section {
  return Object.fromEntries(Object.entries(section).filter((one) => !isStated(common, one)));
}

function isStated(section: Section, [id, known]: readonly [string, Known]): boolean {
  const stated = section[id];
  return stated !== undefined && knownText(stated) === knownText(known);
}

/** A section of a case, left out where it has nothing in it. */
function filled(name: string, section: Section): object {
  return Object.keys(section).length === 0 ? {} : { [name]: section };
}

const STYLE = { compat: "yaml-1.1", lineWidth: 0 } as const;
