/** A plain condition as the JavaScript expression that a programmer would write over `facts`. */
export function javaScriptOf({ tests, any }) {
  return [allOf(tests), ...(any.length === 0 ? [] : [`(${any.map(allOf).join(" || ")})`])].join(" && ");
}

function allOf(tests) {
  return tests.map(testOf).join(" && ");
}

function testOf({ fact, values }) {
  const equals = values.map((value) => `facts[${JSON.stringify(fact)}] === ${JSON.stringify(value)}`);
  return equals.length === 1 ? equals[0] : `(${equals.join(" || ")})`;
}
