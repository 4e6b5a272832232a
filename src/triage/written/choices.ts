import type { Path } from "../../source/document.js";
import { nearest } from "../../source/nearest.js";
import type { Wording } from "../../source/problem.js";
import { wordOf } from "../../source/word.js";
import { formerValue } from "../../table/former.js";
import type { Known } from "../case.js";
import { type Fields, isBlank, type Reader, unknownFields } from "./reader.js";

const IF_UNKNOWN = "write `unknown` if nobody knows";
const IF_SEVERAL = "leave the fact out if nobody knows";
const IF_MISSING = "write it, or take out what is left over, such as a comma at the end";

/** What is known of a fact; `undefined` where that is nothing, or with a problem told. */
export function readKnown(reader: Reader, written: unknown, path: Path, values: readonly string[]): Known | undefined {
  if (Array.isArray(written)) return knownAs(values, readSeveral(reader, written, path, values));
  if (typeof written === "object" && written !== null) {
    const { not, ...others } = written as Fields;
    unknownFields(reader, others, path, ["not"]);
    if (not === undefined && Object.keys(others).length > 0) return undefined;
    const excluded = readSeveral(reader, Array.isArray(not) ? not : [not ?? null], [...path, "not"], values);
    const left = values.filter((value) => !excluded?.includes(value));
    if (left.length > 0) return excluded && knownAs(values, left);
    reader.fault("OT203", path, "value", `\`${path[1]}\` has none of its values`, IF_SEVERAL);
    return undefined;
  }
  const word = choiceOf(reader, written, path, [...values, "unknown"], IF_UNKNOWN);
  return word === "unknown" ? undefined : word;
}

/** The values that were listed, or `undefined` with a problem told. */
export function readSeveral(
  reader: Reader,
  written: readonly unknown[],
  path: Path,
  values: readonly string[],
  ifBlank = IF_SEVERAL,
): readonly string[] | undefined {
  const blank = written.findIndex(isBlank);
  const subject = subjectOf(path);
  if (written.every(isBlank)) reader.fault("OT204", path, "value", `\`${subject}\` is left blank`, ifBlank);
  else if (blank >= 0)
    reader.fault("OT204", [...path, blank], "value", `one of several values of \`${subject}\` is missing`, IF_MISSING);
  const words = written.map((one, index) =>
    isBlank(one) ? undefined : choiceOf(reader, one, [...path, index], values, ifBlank),
  );
  const repeated = words.findIndex((word, index) => word !== undefined && words.indexOf(word) < index);
  if (repeated >= 0)
    reader.fault("OT114", [...path, repeated], "value", `\`${words[repeated]}\` stands twice`, "keep one of the two");
  const isSound = words.length > 0 && repeated < 0 && words.every((word) => word !== undefined);
  return isSound ? words : undefined;
}

/** What is known where these values are left; nothing where all are. */
export function knownAs(values: readonly string[], some: readonly string[] | undefined): Known | undefined {
  if (some === undefined || some.length === values.length) return undefined;
  const [first, ...others] = values.filter((value) => some.includes(value));
  return others.length === 0 ? first : [first as string, ...others];
}

/** What a choice is about: what is missing stands in no section. */
function subjectOf([section, id]: Path): Path[number] | undefined {
  return section === "missing" ? section : id;
}

/** The value id that was written, or `undefined` with a problem told. */
export function choiceOf(
  reader: Reader,
  written: unknown,
  path: Path,
  known: readonly string[],
  ifBlank: string,
): string | undefined {
  if (isBlank(written)) {
    reader.fault("OT204", path, "value", `\`${subjectOf(path)}\` is left blank`, ifBlank);
    return undefined;
  }
  const word = wordOf(written);
  if (word !== undefined && known.includes(word)) return word;
  const { code, message, help } = unknownChoice(reader, reader.asWritten(written, path), path, known, ifBlank);
  reader.fault(code, path, "value", message, help);
  return undefined;
}

function unknownChoice(
  { table }: Reader,
  shown: string,
  path: Path,
  known: readonly string[],
  ifBlank: string,
): Wording {
  const isFact = path[0] === "facts";
  const subject = subjectOf(path);
  const former = (isFact && table.facts[String(subject)]?.["former-values"]) || {};
  const near =
    known.find((value) => value === TRUTHS[shown.toLowerCase()]) ?? nearest(shown, [...known, ...Object.keys(former)]);
  const gone = isFact && near !== undefined && formerValue(table, String(subject), near);
  if (gone) return gone;
  const otherwise = near === undefined ? ifBlank : `did you mean \`${near}\`?`;
  const help = isFact || subject === "missing" ? (severalHelp(shown, known) ?? otherwise) : otherwise;
  return { code: "OT203", message: `\`${subject}\`: \`${shown}\` is not one of ${listOf(known)}`, help };
}

/** How several answers are written, for whoever put anything else between them. */
function severalHelp(written: string, known: readonly string[]): string | undefined {
  const words = (written.match(/[\w-]+/g) ?? []).filter((word) => known.includes(word) || !/^(or|and)$/i.test(word));
  if (words.length < 2 || !words.every((word) => known.includes(word))) return undefined;
  return `separate several answers by commas: \`${words.join(",")}\`, or in a case file \`[${words.join(", ")}]\``;
}

/** How other programs write yes and no. */
const TRUTHS: Readonly<Record<string, string>> = { true: "yes", y: "yes", "1": "yes", false: "no", n: "no", "0": "no" };

/** More ids than this are not read by anybody. */
const MOST_LISTED = 20;

function listOf(known: readonly string[]): string {
  const listed = known.slice(0, MOST_LISTED).map((value) => `\`${value}\``);
  return known.length > MOST_LISTED ? `${listed.join(", ")} and ${known.length - MOST_LISTED} more` : listed.join(", ");
}
