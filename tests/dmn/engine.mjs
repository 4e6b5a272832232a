// Reads a model with dmn-moddle and evaluates it with feelin: the engine that the standard describes, for what stands in
// such a model. It is in JavaScript since what it needs is installed for these tests alone.
import { DmnModdle } from "dmn-moddle";
import { evaluate, unaryTest } from "feelin";

/** A model as dmn-moddle reads it, with all that it had to remark. */
export async function readModel(xml) {
  const { rootElement, warnings } = await new DmnModdle().fromXML(xml, "dmn:Definitions");
  const decisions = rootElement.drgElement.filter(({ $type }) => $type === "dmn:Decision");
  return { root: rootElement, warnings: warnings.map(({ message }) => message), decisions };
}

/** The same model, written again. */
export async function writeModel({ root }) {
  return (await new DmnModdle().toXML(root, { format: false })).xml;
}

/** What a decision comes to in a context that has the input data. */
export function newEngine({ decisions }) {
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const tables = new Map();
  return (id, inputs) => {
    const known = new Map(Object.entries(inputs));
    const resultOf = (wanted) => {
      if (!known.has(wanted)) known.set(wanted, result(byId.get(wanted)));
      return known.get(wanted);
    };
    const result = ({ id: own, decisionLogic, informationRequirement }) => {
      const needed = informationRequirement.map((one) => (one.requiredInput ?? one.requiredDecision).href.slice(1));
      const context = Object.fromEntries(needed.map((name) => [name, resultOf(name)]));
      if (decisionLogic.$type === "dmn:LiteralExpression") return worth(decisionLogic.text, context);
      if (!tables.has(own)) tables.set(own, prepared(decisionLogic));
      return tables.get(own)(context);
    };
    return resultOf(id);
  };
}

function prepared({ hitPolicy, input, output, rule }) {
  const names = output.map(({ name }) => name);
  const rows = rule.map(({ inputEntry, outputEntry }) => ({
    tests: inputEntry.map(({ text }) => text),
    results: outputEntry.map(({ text }) => text),
  }));
  const columns = input.map(() => new Map());
  // for each value that was met in a column: what of the rows let it through
  const passed = (column, value) => {
    if (!columns[column].has(value))
      columns[column].set(
        value,
        rows.map(({ tests }) => passes(tests[column], value)),
      );
    return columns[column].get(value);
  };
  return (context) => {
    const through = input.map(({ inputExpression: { text } }, column) => passed(column, worth(text, context)));
    const hits = rows.filter((_, row) => through.every((column) => column[row]));
    const said = hits.map(({ results }) => parts(names, results, context));
    if (hitPolicy === "COLLECT") return said;
    if (said.length > 1) throw new Error(`${said.length} rows of a table whose hit policy is UNIQUE`);
    return said[0] ?? null;
  };
}

function parts(names, results, context) {
  const values = results.map((text) => (/^"[^"\\]*"$/.test(text) ? text.slice(1, -1) : worth(text, context)));
  return names.length === 1 ? values[0] : Object.fromEntries(names.map((name, index) => [name, values[index]]));
}

/** Some thousands of cases ask the same again and again. */
const remembered = new Map();
const MOST_REMEMBERED = 2_000;

function once(key, work) {
  if (!remembered.has(key)) remembered.set(key, work());
  return remembered.get(key);
}

function passes(test, value) {
  return once(`${test}\n${JSON.stringify(value)}`, () => strictly(unaryTest(test, { "?": value })) === true);
}

function worth(text, context) {
  const part = /^case\.(\w+)$/.exec(text)?.[1];
  if (part === undefined) {
    const work = () => strictly(evaluate(text, context)) ?? null;
    const key = `${text}\t${JSON.stringify(context)}`;
    return key.length > MOST_REMEMBERED ? work() : once(key, work);
  }
  const value = context.case[part];
  // the fact alone, so that the answer can be remembered; what is not there stays away
  const alone = value === undefined ? {} : { [part]: value };
  return once(`${text}\t${JSON.stringify(alone)}`, () => evaluate(text, { case: alone }).value) ?? null;
}

/** A name that is not known, or types that do not fit, would be no more than a remark. */
function strictly({ value, warnings }) {
  if (warnings.length > 0) throw new Error(warnings.map(({ message }) => message).join("; "));
  return value;
}
