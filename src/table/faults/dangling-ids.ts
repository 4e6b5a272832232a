import type { Path } from "../../source/document.js";
import { nearest } from "../../source/nearest.js";
import { didYouMean } from "../fault.js";
import { ALL } from "../overrides.js";
import type { Table } from "../table.js";
import type { Dangling } from "./dangling.js";

/** References to rules, steps, sources and other parts of the table that are not there. */
export function danglingIds(table: Table): Dangling[] {
  return referencesOf(table).flatMap(dangling);
}

interface Reference {
  readonly id: string;
  readonly path: Path;
  readonly what: string;
  readonly known: ReadonlySet<string>;
}

function referencesOf(table: Table): Reference[] {
  const idsOf = (section: object): ReadonlySet<string> => new Set(Object.keys(section));
  const known = {
    source: idsOf(table.sources),
    step: idsOf(table.steps),
    notice: idsOf(table.notices),
    paper: idsOf(table.papers),
    deadline: idsOf(table.deadlines),
    limit: new Set(Object.keys(table.deadlines).filter((id) => !table.deadlines[id]?.embargo)),
    contact: idsOf(table.contacts),
    rule: new Set([ALL, ...table.rules.map(({ id }) => id)]),
    verdict: idsOf(table.verdicts),
    date: new Set(Object.keys(table.particulars).filter((id) => table.particulars[id]?.kind === "date")),
  };
  const one = (what: keyof typeof known, path: Path, id: string): Reference => ({ id, path, what, known: known[what] });
  const many = (what: keyof typeof known, path: Path, ids: readonly string[]): Reference[] =>
    ids.map((id, index) => one(what, [...path, index], id));
  const maybe = (what: keyof typeof known, path: Path, id: string | undefined): Reference[] =>
    id === undefined ? [] : [one(what, path, id)];
  return [
    ...Object.entries(table.verdicts).flatMap(([id, { steps }]) => many("step", ["verdicts", id, "steps"], steps)),
    ...Object.entries(table.facts).flatMap(([id, { presume }]) =>
      many("source", ["facts", id, "presume", "cite"], presume?.cite ?? []),
    ),
    ...Object.entries(table.particulars).flatMap(([id, particular]) =>
      maybe("date", ["particulars", id, "not-before"], particular["not-before"]),
    ),
    ...Object.entries(table.findings).flatMap(([id, { cite }]) => many("source", ["findings", id, "cite"], cite)),
    ...table.rules.flatMap((rule, index) => [
      ...many("rule", ["rules", index, "overrides"], rule.overrides),
      one("verdict", ["rules", index, "verdict"], rule.verdict),
      ...many("source", ["rules", index, "cite"], rule.cite),
      ...many("step", ["rules", index, "steps"], rule.steps),
      ...many("deadline", ["rules", index, "deadlines"], rule.deadlines),
    ]),
    ...Object.entries(table.notices).flatMap(([id, { cite }]) => many("source", ["notices", id, "cite"], cite)),
    ...Object.entries(table.forms).flatMap(([id, form]) => [
      one("step", ["forms", id, "step"], form.step),
      ...Object.entries(form["has-to-say"]).flatMap(([said, { cite }]) =>
        many("source", ["forms", id, "has-to-say", said, "cite"], cite),
      ),
    ]),
    ...table.invariants.flatMap((invariant, index) => [
      ...many("step", ["invariants", index, "always-step"], invariant["always-step"]),
      ...many("notice", ["invariants", index, "always-notice"], invariant["always-notice"]),
      ...many("step", ["invariants", index, "never-step"], invariant["never-step"]),
      ...many("notice", ["invariants", index, "never-notice"], invariant["never-notice"]),
      ...many("paper", ["invariants", index, "never-paper"], invariant["never-paper"]),
    ]),
    ...Object.entries(table.steps).flatMap(([id, { by, contact }]) => [
      ...maybe(table.deadlines[by ?? ""]?.embargo ? "limit" : "deadline", ["steps", id, "by"], by),
      ...maybe("contact", ["steps", id, "contact"], contact),
    ]),
    ...Object.entries(table.deadlines).flatMap(([id, deadline]) => [
      one("date", ["deadlines", id, "from"], deadline.from),
      ...maybe("date", ["deadlines", id, "not-before"], deadline["not-before"]),
      ...maybe("date", ["deadlines", id, "not-after"], deadline["not-after"]),
      ...many("source", ["deadlines", id, "cite"], deadline.cite),
    ]),
    one("verdict", ["verdicts"], "cannot-say"),
  ];
}

const SECTION: Readonly<Record<string, string>> = {
  verdict: "`verdicts:`",
  date: "`particulars:` of kind `date`",
  limit: "`deadlines:` as a day to act by",
};

function dangling({ id, path, what, known }: Reference): Dangling[] {
  if (known.has(id)) return [];
  const message = `\`${id}\` does not stand under ${SECTION[what] ?? `\`${what}s:\``}`;
  const wording = () => ({ code: "OT301", message, help: didYouMean(nearest(id, known)) }) as const;
  return [{ slip: `${what} ${id}`, path, part: path.length === 1 ? "key" : "value", wording }];
}
