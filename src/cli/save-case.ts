import { caseFileText } from "../report/case-file.js";
import type { Case } from "../triage/case.js";
import { unwritten } from "./unwritten.js";
import { writeWhole } from "./write.js";

/** Writes a case file that only its owner can read, or says in a sentence why it could not. */
export async function saveCase(path: string, known: Case, replace: boolean): Promise<string | undefined> {
  try {
    writeWhole(path, caseFileText(known), replace);
    return undefined;
  } catch (error) {
    return unwritten(path, error as NodeJS.ErrnoException);
  }
}
