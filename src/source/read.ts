import { documentOf, type SourceDocument } from "./document.js";
import { isJsonSource, readJson } from "./json/read.js";
import type { Parsed } from "./problem.js";
import type { SourceText } from "./text.js";
import { readYaml } from "./yaml/read.js";

/** Reads YAML or JSON: plain data with places, or everything that is wrong with the way it is written. */
export function readDocument(source: SourceText): Parsed<SourceDocument> {
  return documentOf(source, isJsonSource(source) ? readJson(source) : readYaml(source));
}
