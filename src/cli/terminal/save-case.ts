import { caseFileText } from "../../report/case-file.js";
import type { AnyCase } from "../../triage/case.js";
import { writeWhole } from "../system/write.js";

/** Writes a case file that only its owner can read, or says in a sentence why it could not. */
export function saveCase(path: string, known: AnyCase, replace: boolean): string | undefined {
  return writeWhole(path, caseFileText(known), replace);
}
