/**
 * A table's rules in the form that other engines take: the first whose condition holds decides, so what overrides
 * stands before what it overrides. A condition is `tests` that all hold, and one of the `any`, where there are any.
 */
export function plainRules({ facts, rules }) {
  const overridden = new Set(rules.flatMap(({ overrides }) => overrides));
  const ordered = [...rules.filter(({ id }) => !overridden.has(id)), ...rules.filter(({ id }) => overridden.has(id))];
  return ordered.map(({ id, when }) => ({ id, ...plainCondition(when, facts) }));
}

/** As plain rules, for engines whose tables have no alternatives in a row: such a rule becomes several rows. */
export function plainRows(table) {
  return plainRules(table).flatMap(({ id, tests, any }) =>
    (any.length === 0 ? [[]] : any).map((alternative) => ({ id, tests: [...tests, ...alternative] })),
  );
}

/** Finds the rule that decides a case by the meaning of the table itself: what every engine is held to. */
export function ruleFinder({ facts: declared, rules }) {
  const plain = rules.map(({ id, when, overrides }) => ({ id, overrides, ...plainCondition(when, declared) }));
  return (facts) => {
    const applying = plain.filter((rule) => holds(rule, facts));
    const overridden = applying.flatMap(({ overrides }) => overrides);
    const deciding = applying.filter(({ id }) => !overridden.includes(id));
    if (deciding.length !== 1) throw new Error(`${deciding.length} rules decide ${JSON.stringify(facts)}`);
    return deciding[0].id;
  };
}

function plainCondition({ any = [], ...tests }, facts) {
  const plainTests = (written) => Object.entries(written).map(([fact, value]) => plainTest(fact, value, facts));
  return { tests: plainTests(tests), any: any.map(plainTests) };
}

/** A fact and the values it may have. */
function plainTest(fact, written, facts) {
  if (typeof written === "string") return { fact, values: [written] };
  if (Array.isArray(written)) return { fact, values: written };
  return { fact, values: Object.keys(facts[fact].values).filter((value) => value !== written.not) };
}

function holds({ tests, any }, facts) {
  return allHold(tests, facts) && (any.length === 0 || any.some((one) => allHold(one, facts)));
}

function allHold(tests, facts) {
  return tests.every(({ fact, values }) => values.includes(facts[fact]));
}
