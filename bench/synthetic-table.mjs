/**
 * A table with many kinds of paper, each with one general rule and seven special ones that override it: the shape
 * that `rules.yaml` has, at any size. The kind of paper is one fact, the questions are the others.
 */
export function syntheticTable(rules, questions = 12) {
  const papers = Array.from({ length: Math.ceil(rules / 8) }, (_, index) => `paper-${index}`);
  const answers = { yes: "Yes", no: "No", partly: "Partly" };
  const facts = Object.fromEntries(
    Array.from({ length: questions }, (_, index) => [
      `fact${index}`,
      { ask: `Question ${index}?`, why: "It matters.", values: answers },
    ]),
  );
  return {
    table: {
      id: "synthetic",
      edition: "1",
      "reviewed-on": "2026-01-01",
      jurisdiction: "Nowhere",
      disclaimer: "Only a benchmark.",
    },
    verdicts: Object.fromEntries(
      VERDICTS.concat("cannot-say").map((verdict) => [
        verdict,
        { headline: verdict, "do-not": "Nothing.", steps: ["call"] },
      ]),
    ),
    facts: {
      kind: { ask: "Which paper?", why: "It matters.", values: Object.fromEntries(papers.map((id) => [id, id])) },
      ...facts,
    },
    particulars: { reference: { ask: "Your reference?", kind: "text" } },
    rules: papers.flatMap((paper, index) => rulesFor(paper, index, questions)).slice(0, rules),
    steps: { call: { do: "Call." } },
    sources: { act: { citation: "An Act", establishes: "Something.", verified: "yes", "read-on": "2026-01-01" } },
  };
}

/** A case of such a table, with what it has to come to. */
export function syntheticCase({ facts, rules }) {
  const [kind] = Object.keys(facts.kind.values);
  return { title: "One case", facts: { kind, fact0: "yes", fact1: "yes" }, expect: { verdict: rules[1].verdict } };
}

const VERDICTS = ["refer", "appears-lawful", "likely-unlawful", "may-disclose", "consent-first"];

function rulesFor(paper, index, questions) {
  const general = rule(`${paper}-to-check`, { kind: paper }, "refer", []);
  const fact = (offset) => `fact${(index * 5 + offset) % questions}`;
  const specials = [
    { [fact(0)]: "yes", [fact(1)]: "yes" },
    { [fact(0)]: "yes", [fact(1)]: "no" },
    { [fact(0)]: "yes", [fact(1)]: "partly", [fact(2)]: ["yes", "no"] },
    { [fact(0)]: "no", [fact(3)]: "yes" },
    { [fact(0)]: "no", [fact(3)]: "no", [fact(2)]: { not: "partly" } },
    { [fact(0)]: "partly", [fact(4)]: "yes" },
    { [fact(0)]: "partly", [fact(4)]: { not: "yes" }, any: [{ [fact(2)]: "yes" }, { [fact(3)]: "no" }] },
  ];
  return [
    general,
    ...specials.map((when, number) =>
      rule(`${paper}-${number}`, { kind: paper, ...when }, VERDICTS[(number % 4) + 1], [general.id]),
    ),
  ];
}

function rule(id, when, verdict, overrides) {
  return { id, when, verdict, overrides, headline: id, because: "It is so.", cite: ["act"], steps: ["call"] };
}
