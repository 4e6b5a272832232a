import { find, type Known } from "./conditions.js";
import type { Given } from "./evaluator.js";
import type { Law, Written, WrittenRule } from "./law.js";

/** A number from 0 to 1, 1 excluded. */
export type Pick = () => number;

/** The same numbers for the same seed (mulberry32). */
export function pickFrom(seed: number): Pick {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function oneOf<T>(list: readonly T[], pick: Pick): T {
  return list[Math.floor(pick() * list.length)] as T;
}

/**
 * A case in which a rule picked at random decides, then told by halves: some facts left out, some as one of several,
 * some as what they are not. `forgetting` is the share left out.
 */
export function randomCase(law: Law, dates: readonly string[], forgetting: number, pick: Pick): Given {
  const every: Known = [...law.facts.values()].map(({ length }) => 2 ** length - 1);
  const situation = find([...(oneOf(law.rules, pick)?.decides ?? []), ...law.canBe], every, pick) ?? every;
  const told = [...law.facts].flatMap(([id, values], fact) => {
    const left = values.filter((_, value) => ((situation[fact] as number) >> value) & 1);
    const looked = left.length < values.length;
    if (pick() < (looked ? forgetting / 3 : forgetting)) return [];
    return [[id, tell(oneOf(left, pick), values, forgetting, pick)]];
  });
  const particulars = Object.entries(law.table.particulars ?? {}).flatMap(([id, { kind, scope }]) =>
    kind === "date" && scope === undefined && pick() < 0.8 ? [[id, oneOf(dates, pick)]] : [],
  );
  return { facts: Object.fromEntries(told), particulars: Object.fromEntries(particulars) };
}

function tell(value: string, values: readonly string[], forgetting: number, pick: Pick): unknown {
  if (pick() > forgetting / 5) return value;
  const other = oneOf(values, pick);
  if (other === value) return "unknown";
  return pick() < 0.5 ? [value, other] : { not: other };
}

const SAYS = { headline: "Look again", "do-not": "Do not wait." };
const STEPS = {
  look: { do: "Look." },
  give: { do: "Give.", discloses: "yes" },
  hold: { do: "Hold.", "holds-back": "yes" },
  keep: { do: "Keep.", "holds-back": "yes", by: "week" },
  call: { do: "Call.", contact: "adviser" },
  ring: { do: "Ring.", contact: "adviser", by: "days" },
};
const PARTICULARS = {
  made: { ask: "When was it made?", kind: "date" },
  shown: { ask: "When was it shown?", kind: "date", "not-before": "made" },
  heard: { ask: "When is it heard?", kind: "date" },
};
const SAYING = { says: "It says who.", "ask-for": "who", cite: ["text"] };
const CITED = { says: "It is due by", cite: ["text"] };
const DEADLINES = {
  given: { ...CITED, from: "heard", after: "0 days" },
  week: { ...CITED, from: "shown", after: "7 days", "not-before": "heard" },
  days: { ...CITED, from: "made", after: "3 business days", "not-after": "heard" },
  month: { ...CITED, from: "shown", after: "1 month", embargo: "yes" },
};
const VERDICTS = ["appears-lawful", "statutory-duty", "likely-unlawful", "refer", "may-disclose", "out-of-scope"];

/**
 * A small table. In a `sound` one the first rule applies always, and each overrides all before it; otherwise there may be
 * gaps, conflicts and broken promises.
 */
export function randomTable(sound: boolean, timed: boolean, pick: Pick): Written {
  const names = ["f0", "f1", "f2", "f3"].slice(0, 2 + Math.floor(pick() * 3));
  const facts = Object.fromEntries(names.map((id) => [id, randomFact(pick)]));
  const values = Object.fromEntries(names.map((id) => [id, Object.keys(facts[id]?.values ?? {})]));
  const g0 = { says: "So.", when: condition(values, pick), cite: ["text"], ...time(timed, pick) };
  values["g0"] = ["yes", "no"];
  const g1 = { says: "So.", when: condition(values, pick), cite: ["text"], ...time(timed, pick) };
  values["g1"] = ["yes", "no"];
  const when = (): Record<string, unknown> => condition(values, pick);
  const several = (most: number) => [...Array(Math.floor(pick() * (most + 1))).keys()];
  const rules = [0, ...several(5).map((index) => index + 1)].map((index) => ({
    ...randomRule(`r${index}`, index === 0 && sound ? {} : when(), pick),
    ...(index === 0 && sound ? {} : time(timed, pick)),
    overrides: overrides(index, sound, pick),
  }));
  const notices = Object.fromEntries(
    several(3).map((index) => [
      `n${index}`,
      { when: when(), says: "Note it.", everywhere: pick() < 0.3 ? "yes" : "no", ...time(timed, pick) },
    ]),
  );
  return {
    table: { id: "small", edition: "1", "reviewed-on": "2026-01-01", jurisdiction: "Nowhere", disclaimer: "A test." },
    verdicts: Object.fromEntries(
      [...VERDICTS, "cannot-say"].map((verdict) => [verdict, { ...SAYS, steps: some(Object.keys(STEPS), pick) }]),
    ),
    facts,
    findings: { g0, g1 },
    impossible: several(1).map(() => ({ when: when(), because: "It cannot be." })),
    rules,
    notices,
    forms: { letter: { title: "Letter", when: when(), "has-to-say": { who: SAYING }, step: "look" } },
    papers: {
      reply: {
        title: "Reply",
        use: "To reply.",
        when: when(),
        discloses: oneOf(["yes", "no"], pick),
        sections: [{ says: "So." }],
      },
    },
    steps: STEPS,
    particulars: PARTICULARS,
    deadlines: DEADLINES,
    contacts: { adviser: { name: "Adviser", find: "On the wall." } },
    sources: { text: { citation: "Text", establishes: "All.", verified: "yes", "read-on": "2026-01-01" } },
    invariants: several(3).map((index) => ({ id: `p${index}`, when: when(), ...promise(Object.keys(notices), pick) })),
  } as Written;
}

function randomFact(pick: Pick): Written["facts"][string] {
  const values = Object.fromEntries(["a", "b", "c"].slice(0, pick() < 0.5 ? 2 : 3).map((id) => [id, id]));
  const presume = { values: "a", says: "So.", because: "Mostly.", check: "Look.", cite: ["text"] };
  return { ask: "Which?", why: "It matters.", values, ...(pick() < 0.3 ? { presume } : {}) } as never;
}

function condition(
  values: Readonly<Record<string, readonly string[]>>,
  pick: Pick,
  deep = true,
): Record<string, unknown> {
  const subjects = Object.keys(values).filter(() => pick() < 0.35);
  const tests = subjects.map((subject) => {
    const wanted = (values[subject] as readonly string[]).filter(() => pick() < 0.5);
    const some = wanted.length === 0 ? [oneOf(values[subject] as readonly string[], pick)] : wanted;
    return [subject, pick() < 0.3 ? { not: some[0] } : subject.startsWith("g") ? some[0] : some];
  });
  const any = deep && pick() < 0.3 ? { any: [condition(values, pick, false), condition(values, pick, false)] } : {};
  return { ...Object.fromEntries(tests), ...any };
}

function randomRule(id: string, when: Record<string, unknown>, pick: Pick): WrittenRule {
  const says = { headline: `Here ${id}`, because: `It is ${id}.`, cite: ["text"] };
  const deadlines = Object.keys(DEADLINES).filter(() => pick() < 0.3);
  return {
    id,
    when,
    verdict: oneOf(VERDICTS, pick),
    ...says,
    steps: some(Object.keys(STEPS), pick),
    deadlines,
  } as WrittenRule;
}

/** At least one of them. */
function some<T>(list: readonly T[], pick: Pick): T[] {
  const picked = list.filter(() => pick() < 0.5);
  return picked.length > 0 ? picked : [oneOf(list, pick)];
}

/** A rule names none but those before it; where some say `all` there can be a circle nevertheless. */
function overrides(index: number, sound: boolean, pick: Pick): string | string[] {
  const before = [...Array(index).keys()].map((other) => `r${other}`);
  const named = sound ? before : before.filter(() => pick() < 0.6);
  return pick() < (sound ? 0.3 : 0.1) ? ["all", ...named] : named;
}

function time(timed: boolean, pick: Pick): { from?: string; to?: string } {
  if (!timed || pick() < 0.6) return {};
  return pick() < 0.5 ? { from: "2026-06-01" } : { to: "2026-08-31" };
}

function promise(notices: readonly string[], pick: Pick): Record<string, unknown> {
  const step = oneOf(["hold", "call"], pick);
  const about = [
    { never: oneOf(VERDICTS, pick) },
    { "always-step": step },
    { "never-step": step },
    { "never-paper": "reply" },
  ];
  const notice = oneOf(notices, pick);
  const more = notice === undefined ? [] : [{ "always-notice": notice }, { "never-notice": notice }];
  return oneOf<Record<string, unknown>>([...about, ...more], pick);
}

/**
 * The law of a day as a table of its own, with one mistake: a rule, or an override, a test or a value of it is lost, or a
 * promise made that is kept only where the rule never decides.
 */
export function withFault(
  sound: Written,
  day: string,
  pick: Pick,
): { readonly fault: string; readonly table: Written } {
  const inForce = sound.rules.filter(({ from, to }) => (from ?? day) <= day && day <= (to ?? day));
  const rules = inForce.map(({ from: _from, to: _to, ...rule }): WrittenRule => rule);
  const rule = oneOf(rules, pick);
  const { id, when, verdict } = rule;
  const overridden = [rule.overrides ?? []].flat();
  const [subject, wanted] = oneOf(Object.entries(when), pick) ?? [];
  const changed = (change: Partial<WrittenRule>): Written => ({
    ...sound,
    rules: rules.map((one) => (one === rule ? { ...rule, ...change } : one)),
  });
  const faults: [string, Written][] = [
    [
      "promise",
      { ...sound, rules, invariants: [...(sound.invariants ?? []), { id: "kept", when: {}, never: verdict }] },
    ],
  ];
  if (rules.length > 1) faults.push(["rule", { ...sound, rules: withoutRule(rules, id) }]);
  if (overridden.length > 0) faults.push(["override", changed({ overrides: withoutOne(overridden, pick) })]);
  if (subject !== undefined) {
    const { [subject]: _lost, ...less } = when;
    faults.push(["test", changed({ when: less })]);
    if (Array.isArray(wanted) && wanted.length > 1)
      faults.push(["value", changed({ when: { ...when, [subject]: withoutOne(wanted, pick) } })]);
  }
  const [kind, table] = oneOf(faults, pick);
  return { fault: `${kind} of ${id}`, table };
}

function withoutRule(rules: readonly WrittenRule[], id: string): WrittenRule[] {
  return rules.flatMap(({ overrides = [], ...rule }) =>
    rule.id === id ? [] : [{ ...rule, overrides: [overrides].flat().filter((other) => other !== id) }],
  );
}

function withoutOne<T>(list: readonly T[], pick: Pick): T[] {
  const lost = oneOf(list, pick);
  return list.filter((one) => one !== lost);
}
