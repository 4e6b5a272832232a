import { areEnough, errorAt, type Problem } from "./problem.js";
import { quote } from "./quote.js";
import { positionOf, type SourceText, type Span } from "./text.js";

/** A value of a file and where it stands, whether it was written in YAML or JSON. */
export type SourceNode = Leaf | List | Fields;

export interface Leaf {
  readonly kind: "leaf";
  readonly span: Span;
  readonly value: unknown;
}

export interface List {
  readonly kind: "list";
  readonly span: Span;
  readonly items: readonly SourceNode[];
}

export interface Fields {
  readonly kind: "fields";
  readonly span: Span;
  readonly fields: ReadonlyMap<string, Field>;
}

export interface Field {
  readonly name: string;
  readonly key: Span;
  readonly node: SourceNode;
}

/** A value without its places. Recursion is safe: every reader keeps to `MAX_DEPTH`. */
export function plainValue(node: SourceNode): unknown {
  switch (node.kind) {
    case "leaf":
      return node.value;
    case "list":
      return node.items.map(plainValue);
    case "fields":
      return plainObject(node);
  }
}

function plainObject({ fields }: Fields): object {
  const object: Record<string, unknown> = {};
  for (const { name, node } of fields.values()) {
    const value = plainValue(node);
    // to assign a field named `__proto__` would set the prototype
    if (name === "__proto__") Object.defineProperty(object, name, { value, enumerable: true });
    else object[name] = value;
  }
  return object;
}

/** Fields by their names. A name that stands twice is a problem, told after the first. */
export function fieldsByName(
  source: SourceText,
  written: readonly Field[],
  problems: Problem[],
): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  for (const field of written) {
    const first = fields.get(field.name);
    if (first === undefined) fields.set(field.name, field);
    else if (!areEnough(problems)) problems.push(writtenTwice(source, first, field));
  }
  return fields;
}

function writtenTwice(source: SourceText, first: Field, again: Field): Problem {
  const message = `the field ${quote(again.name)} stands twice, first on line ${positionOf(source, first.key.start).line}`;
  return errorAt(source, again.key, { code: "OT114", message, help: "keep one of the two" });
}
