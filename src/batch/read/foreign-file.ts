import { isUtf16, notText, utf16Text } from "../../source/decode.js";
import { printable } from "../../source/printable.js";
import type { Problem } from "../../source/problem.js";
import { bytesAtHand, type Feed } from "./feed.js";
import { MOST } from "./line-records.js";
import { firstLine } from "./lines.js";
import type { InputFormat } from "./records.js";

/** What keeps a whole file from being read, told once and not record by record: that it is no text, or not in UTF-8. */
export async function foreignFile(feed: Feed, name: string, format: InputFormat): Promise<Problem | undefined> {
  const bytes = await bytesAtHand(feed, PACKED_LENGTH);
  if (PACKED.some((mark) => mark.every((byte, index) => bytes[index] === byte))) return packed(name);
  if (isUtf16(bytes)) return format === "csv" ? undefined : utf16Text(name);
  if (format !== "csv") return undefined;
  const zero = (await firstLine(feed, MOST)).indexOf("\0");
  return zero < 0 ? undefined : notText(name, zero);
}

/** How a packed file begins, such as .xlsx and .ods, and an older one of Microsoft Office, such as .xls. */
const PACKED = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const;
const PACKED_LENGTH = 4;

function packed(name: string): Problem {
  return {
    code: "OT102",
    severity: "error",
    message: `${printable(name)} is a workbook or another packed file, and not text`,
    help: "save the table as CSV UTF-8; in Excel: Save As, then CSV UTF-8",
  };
}
