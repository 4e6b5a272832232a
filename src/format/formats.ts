import { mapPage, type Page } from "../report/page.js";
import type { Paint } from "../report/paint.js";
import type { Report } from "../report/report.js";
import { printable } from "../source/printable.js";
import { formatFirstPage } from "./first-page.js";
import { formatText } from "./text.js";
import { wrap } from "./wrap.js";

/** The look of a text; machine formats pay no heed to it. */
export interface Look {
  readonly width: number;
  readonly paint: Paint;
  /** Whether it is in short where there is a first page: nobody is to look for the verdict above the window. */
  readonly brief: boolean;
}

/** A way of showing reports of some kinds. */
export interface Format {
  /** How the name of a file ends that is written in it. */
  readonly endings: readonly string[];
  readonly kinds: readonly ReportKind[];
  readonly show: Show<Report>;
  /** No terminal can show it. */
  readonly isForFiles?: true;
}

type ReportKind = Report["kind"];
/** Text, or the bytes of what is none. */
type Show<Shown> = (report: Shown, look: Look) => Written | Promise<Written>;
export type Written = string | Uint8Array;
type Of<Kind extends ReportKind> = Extract<Report, { readonly kind: Kind }>;

const WITH_DATA = ["plain", "check", "test", "suggested", "diff", "table"] as const;
const READABLE = [...WITH_DATA, "paper"] as const;

/** Every way of showing a report, the usual one first: a format is a file, loaded when it is asked for, and a line. */
export const FORMATS: Readonly<Record<string, Format>> = {
  text: format(READABLE, [], (report, { width, paint, brief }) => {
    if (brief && report.kind === "plain" && report.brief) return formatFirstPage(report.brief.first, width, paint);
    const { page, text } = report;
    return text?.(paint, (line) => wrap(line, width, "")) ?? formatText(shown(page), width, paint);
  }),
  json: format([...WITH_DATA, "schema", "certificate"], ["json"], async (report) => {
    if (report.kind === "certificate") return (await import("./certificate.js")).formatCertificate(report.data);
    return `${JSON.stringify(report.data, null, 2)}\n`;
  }),
  markdown: format(READABLE, ["md"], async ({ page }) => (await import("./markdown.js")).formatMarkdown(shown(page))),
  sarif: format(["check"], ["sarif"], async ({ data }) => (await import("./sarif.js")).formatSarif(data)),
  github: format(["check"], [], async ({ data }) => (await import("./github.js")).formatGithub(data)),
  junit: format(["test"], ["xml"], async ({ data }) => (await import("./junit.js")).formatJunit(data)),
  html: format(["diff", "table", "paper", "plain", "questions"], ["html", "htm"], async (report) => {
    switch (report.kind) {
      case "questions":
        return (await import("./html/questions/questions.js")).formatQuestions(report.document);
      case "diff":
      case "table":
        return (await import("./html/sign-off.js")).formatSignOff(report.document);
      case "paper":
      case "plain":
        if (report.kind === "plain" && report.sheet !== undefined)
          return (await import("./html/sheet.js")).formatSheet(report.sheet());
        return (await import("./html/paper.js")).formatPaper(shown(report.page));
    }
  }),
  sql: format(["table"], ["sql"], async ({ sql }) => (await import("./sql.js")).formatSql(sql())),
  dmn: format(["table"], ["dmn"], async ({ dmn }) => (await import("./dmn/dmn.js")).formatDmn(dmn())),
  csv: format(["table"], ["csv"], async ({ spreadsheet }) =>
    (await import("./spreadsheet/csv.js")).formatCsv(spreadsheet()),
  ),
  xlsx: {
    ...format(["table"], ["xlsx"], async ({ spreadsheet }) =>
      (await import("./spreadsheet/xlsx.js")).formatXlsx(spreadsheet()),
    ),
    isForFiles: true,
  },
};

function format<Kind extends ReportKind>(
  kinds: readonly Kind[],
  endings: readonly string[],
  show: Show<Of<Kind>>,
): Format {
  const isTaken = (report: Report): report is Of<Kind> => kinds.some((kind) => kind === report.kind);
  return {
    kinds,
    endings,
    show: (report, look) => {
      if (isTaken(report)) return show(report, look);
      throw new Error(`this format shows no ${report.kind}`);
    },
  };
}

function shown(page: Page): Page {
  return mapPage(page, printable);
}

/** The names of the formats that show this kind of report, the usual one first. */
export function formatsOf(kind: ReportKind): string[] {
  return Object.keys(FORMATS).filter((name) => FORMATS[name]?.kinds.includes(kind));
}
