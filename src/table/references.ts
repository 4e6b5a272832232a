import type { Path } from "../source/document.js";
import { nearest } from "../source/nearest.js";
import { conditionsOf, type PlacedCondition, testsOf } from "./conditions.js";
import { didYouMean, type Fault, someOf } from "./fault.js";
import { groupBy } from "./group-by.js";
import { namedPath } from "./named-path.js";
import { ALL, circle } from "./overrides.js";
import { findReservedIds } from "./reserved-ids.js";
import type { Table, Test } from "./table.js";

/** Everything that names something by id which is not there, or not there yet. */
export function findReferenceFaults(table: Table): Fault[] {
  const tests = conditionsOf(table).flatMap((placed) => testFaults(table, placed));
  const references = referencesOf(table).flatMap(missing);
  return [
    ...together(table, [...tests, ...references]),
    ...repeatedIds(table),
    ...findReservedIds(table),
    ...circleFault(table),
  ];
}

/** What several parts of the table name in vain is told once, at the first of them. */
function together(table: Table, faults: readonly Fault[]): Fault[] {
  return [...groupBy(faults, ({ message }) => message).values()].map((same) => {
    const [first] = same;
    if (same.length === 1) return first;
    const owners = new Set(same.map(({ path }) => namedPath(table, path)[1] ?? String(path[0])));
    const message = `${first.message}; it is named ${same.length} times, in ${someOf([...owners])}`;
    return { ...first, message, help: first.help ?? "put it back, or take it out wherever it is named" };
  });
}

function testFaults(table: Table, { condition, path, findings }: PlacedCondition): Fault[] {
  return testsOf(condition, path).flatMap(
    ({ test, path }) => subjectFault(table, findings, test, path) ?? valueFaults(table, test, path),
  );
}

function subjectFault(table: Table, findings: ReadonlySet<string>, { subject }: Test, path: Path): Fault[] | undefined {
  if (Object.hasOwn(table.facts, subject) || findings.has(subject)) return undefined;
  if (Object.hasOwn(table.findings, subject)) {
    return [
      {
        code: "OT308",
        path,
        part: "key",
        message: `\`${subject}\` is used before it is concluded`,
        help: "a finding may use only findings that stand above it",
      },
    ];
  }
  const help = didYouMean(nearest(subject, [...Object.keys(table.facts), ...findings]));
  return [
    { code: "OT301", path, part: "key", message: `\`${subject}\` is not a fact or a finding of this table`, help },
  ];
}

function valueFaults(table: Table, { subject, values }: Test, path: Path): Fault[] {
  const known = Object.hasOwn(table.facts, subject) ? Object.keys(table.facts[subject]?.values ?? {}) : ["yes", "no"];
  return values
    .filter((value) => !known.includes(value))
    .map((value) => ({
      code: "OT203",
      path,
      part: "value",
      message: `\`${value}\` is not a value of \`${subject}\`; it has ${known.map((one) => `\`${one}\``).join(", ")}`,
      help:
        value === "unknown"
          ? "leave the test out: a rule cannot wait for a fact to be unknown"
          : didYouMean(nearest(value, known)),
    }));
}

interface Reference {
  readonly id: string;
  readonly path: Path;
  readonly what: string;
  readonly known: readonly string[];
}

function referencesOf(table: Table): Reference[] {
  const known = {
    source: Object.keys(table.sources),
    step: Object.keys(table.steps),
    notice: Object.keys(table.notices),
    deadline: Object.keys(table.deadlines),
    contact: Object.keys(table.contacts),
    rule: [ALL, ...table.rules.map(({ id }) => id)],
    verdict: Object.keys(table.verdicts),
    date: Object.keys(table.particulars).filter((id) => table.particulars[id]?.kind === "date"),
  };
  const one = (what: keyof typeof known, path: Path, id: string): Reference => ({ id, path, what, known: known[what] });
  const many = (what: keyof typeof known, path: Path, ids: readonly string[]): Reference[] =>
    ids.map((id, index) => one(what, [...path, index], id));
  const maybe = (what: keyof typeof known, path: Path, id: string | undefined): Reference[] =>
    id === undefined ? [] : [one(what, path, id)];
  return [
    ...Object.entries(table.verdicts).flatMap(([id, { steps }]) => many("step", ["verdicts", id, "steps"], steps)),
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
    ...table.invariants.flatMap((invariant, index) => [
      ...many("step", ["invariants", index, "always-step"], invariant["always-step"]),
      ...many("notice", ["invariants", index, "always-notice"], invariant["always-notice"]),
    ]),
    ...Object.entries(table.steps).flatMap(([id, { by, contact }]) => [
      ...maybe("deadline", ["steps", id, "by"], by),
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

const SECTION: Readonly<Record<string, string>> = { verdict: "`verdicts:`", date: "`particulars:` of kind `date`" };

function missing({ id, path, what, known }: Reference): Fault[] {
  if (known.includes(id)) return [];
  const message = `\`${id}\` does not stand under ${SECTION[what] ?? `\`${what}s:\``}`;
  return [
    { code: "OT301", path, part: path.length === 1 ? "key" : "value", message, help: didYouMean(nearest(id, known)) },
  ];
}

function repeatedIds(table: Table): Fault[] {
  const again = (section: "rules" | "invariants"): Fault[] =>
    table[section].flatMap(({ id }, index) =>
      table[section].findIndex((other) => other.id === id) < index
        ? [
            {
              code: "OT302",
              path: [section, index, "id"],
              part: "value",
              message: `the id \`${id}\` is already taken`,
              help: "an id is used once",
            },
          ]
        : [],
    );
  const asFact = (section: "findings" | "particulars"): Fault[] =>
    Object.keys(table[section])
      .filter((id) => Object.hasOwn(table.facts, id))
      .map((id) => ({
        code: "OT302",
        path: [section, id],
        part: "key",
        message: `the id \`${id}\` is already taken by a fact`,
        help: "an id is used once",
      }));
  return [
    ...again("rules"),
    ...again("invariants"),
    ...asFact("findings"),
    ...asFact("particulars"),
    ...sameFlags(table),
  ];
}

/** Commander reads `--a-1` and `--a1` as one option. */
function sameFlags({ facts, particulars }: Table): Fault[] {
  const placed = [facts, particulars].flatMap((section, index) =>
    Object.keys(section).map((id): readonly [string, Path] => [id, [index === 0 ? "facts" : "particulars", id]]),
  );
  const groups = groupBy(placed, ([id]) => id.replaceAll(/-(?=\d)/g, ""));
  return [...groups.values()].flatMap(([[first], ...others]) =>
    others
      .filter(([id]) => id !== first)
      .map(([id, path]) => ({
        code: "OT302",
        path,
        part: "key",
        message: `the command line cannot tell \`--${id}\` from \`--${first}\``,
        help: "choose another id",
      })),
  );
}

function circleFault(table: Table): Fault[] {
  const chain = circle(table.rules);
  if (chain === undefined) return [];
  const index = table.rules.findIndex(({ id }) => id === chain[0]);
  const message = `rules override one another in a circle: ${chain.map((id) => `\`${id}\``).join(" gives way to ")}`;
  return [
    {
      code: "OT305",
      path: ["rules", index, "overrides"],
      part: "key",
      message,
      help: "take one of them out, so that one rule wins",
    },
  ];
}
