import { stringify } from "yaml";
import type { AnyCase, Case } from "../triage/case.js";
import { caseFields } from "./case-fields.js";

/** A part of a case as a file of one line. */
export function caseLine(part: Pick<Case, "facts" | "expect">): string {
  return stringify(part, { ...STYLE, collectionStyle: "flow" }).trim();
}

/** A case as the text of a file that `assess` reads. Words that other readers of YAML take for truth values are quoted. */
export function caseFileText(given: AnyCase): string {
  return stringify(caseFields(given), STYLE);
}

/** How files of YAML are written. */
export const STYLE = { compat: "yaml-1.1", lineWidth: 0 } as const;
