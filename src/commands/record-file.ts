import { type AnswerRecord, recordText } from "../report/record/record.js";
import { readJson } from "../source/json/read.js";

/** The most bytes that the file of a record may have. */
export const MOST_OF_RECORD = 8 * 1024 * 1024;

/** The text of a record's file, or a sentence about why it could not be read again. */
export function recordFile(record: AnswerRecord): { readonly text: string } | { readonly unfit: string } {
  const text = recordText(record);
  const isReadable =
    new TextEncoder().encode(text).length <= MOST_OF_RECORD && readJson({ name: "record.json", text }).ok;
  return isReadable ? { text } : { unfit: TOO_LARGE };
}

const TOO_LARGE =
  "The answer is too large for a record: state more of the case, or fewer of its parts in one, and keep a record of each.";
