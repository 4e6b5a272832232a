import type { CheckReport } from "../report.js";
import { type Check, checkData } from "./data.js";
import { checkPage } from "./page.js";
import { checkText } from "./text.js";

/** What came of checking a table, ready to be shown. */
export function reportCheck(check: Check): CheckReport {
  const data = checkData(check);
  const report = { kind: "check" as const, page: checkPage(check, data), data };
  return check.flaws.length === 0 ? report : { ...report, text: (paint, wrap) => checkText(check, data, paint, wrap) };
}
