import { Composer, type CST, type ParsedNode, type YAMLError } from "yaml";
import { MOST_PROBLEMS } from "../problem.js";
import type { SourceText } from "../text.js";

/** What the library makes of a file. */
export interface ComposedYaml {
  /** Of the first document; null where there is nothing in it, or where too much is wrong with it. */
  readonly contents: ParsedNode | null;
  readonly errors: readonly YAMLError[];
  /** Where a second document begins. */
  readonly secondAt?: number;
  /** Whether the rest of the file was not looked at. */
  readonly isCut: boolean;
}

/** Puts a file together that was cut up; after so many errors as anybody reads it is given up. */
export function composeYaml({ text }: SourceText, tokens: readonly CST.Token[]): ComposedYaml {
  const composer = new Composer(OPTIONS);
  const { errors } = composer.streamInfo();
  // the library would go on and make an error of each fault, of which a file can have hundreds of thousands
  errors.push = (...more) => {
    if (errors.length > MOST_PROBLEMS) throw new Enough();
    return Array.prototype.push.apply(errors, more);
  };
  try {
    const [first, second] = composer.compose(tokens, true, text.length);
    if (first === undefined) return { contents: null, errors, isCut: false };
    const own = { contents: first.contents, errors: [...first.errors, ...first.warnings], isCut: false };
    return second === undefined ? own : { ...own, secondAt: second.range[0] };
  } catch (error) {
    if (error instanceof Enough) return { contents: null, errors, isCut: true };
    throw error;
  }
}

class Enough extends Error {}

// the schema is named because a `%YAML 1.1` line would change it; names used twice are looked for in the tree, the library needs quadratic time
const OPTIONS = {
  schema: "core",
  version: "1.2",
  resolveKnownTags: false,
  strict: true,
  stringKeys: true,
  uniqueKeys: false,
  merge: false,
  prettyErrors: false,
  logLevel: "error",
} as const;
