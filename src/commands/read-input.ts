import { EXIT } from "../report/exit-code.js";
import { decode } from "../source/decode.js";
import { documentOf, type SourceDocument } from "../source/document.js";
import { isJsonSource, readJson } from "../source/json/read.js";
import type { Parsed, Problem } from "../source/problem.js";
import type { SourceText } from "../source/text.js";
import type { Io } from "./io.js";
import { type Attempt, type Failed, failed, refused } from "./outcome.js";

const LIMIT = 256 * 1024;

/** All of the outside world that a case needs. */
export type Reading = Pick<Io, "read">;

/** A file in YAML or JSON that an answer rests on; without it there is none. */
export async function readInput(io: Reading, path: string): Promise<Attempt<SourceDocument>> {
  const file = await io.read(path, LIMIT);
  if (!file.ok) return failed(EXIT.noInput, `${file.why} No verdict was given.`);
  const text = decode(file.name, file.bytes, LIMIT);
  if (!text.ok) return noVerdict(file.name, text.problems);
  const document = await read(text.value);
  return document.ok ? document : noVerdict(file.name, document.problems);
}

/** The YAML reader is large, and JSON does without it. */
async function read(source: SourceText): Promise<Parsed<SourceDocument>> {
  if (isJsonSource(source)) return documentOf(source, readJson(source));
  const { readDocument } = await import("../source/read.js");
  return readDocument(source);
}

/** A file with nothing in it is nothing to read; anything else wrong with it is bad input. */
export function noVerdict(name: string, problems: readonly Problem[]): Failed {
  const exitCode = problems.every(({ code }) => code === "OT104") ? EXIT.noInput : EXIT.badInput;
  return refused(exitCode, name, problems, "No verdict was given.");
}
