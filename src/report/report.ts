import type { CheckData } from "./check/data.js";
import type { SignOffDocument } from "./document.js";
import type { Page } from "./page.js";
import type { Paint } from "./paint.js";
import type { Paper } from "./paper/paper.js";
import type { QuestionsDocument } from "./questions/document.js";
import type { Brief } from "./screen.js";
import type { Sheet } from "./sheet.js";
import type { Spreadsheet } from "./spreadsheet.js";
import type { CertificateData } from "./table/export/certificate.js";
import type { DmnModel } from "./table/export/dmn.js";
import type { SqlTable } from "./table/export/sql.js";
import type { TestData } from "./test/data.js";

/** What a command has to show, told apart by what formats can make of it. */
export type Report =
  | PlainReport
  | PaperReport
  | CheckReport
  | TestReport
  | SuggestedReport
  | DiffReport
  | TableReport
  | QuestionsReport
  | CertificateReport
  | SchemaReport;

/** Something to read, and the same as data. */
interface Readable<Kind, Data = unknown> {
  readonly kind: Kind;
  readonly page: Page;
  readonly data: Data;
  /** Stands for the page where not every line of the text may be wrapped: code frames, or a file to be saved. */
  readonly text?: (paint: Paint, wrap: (line: string) => string) => string;
}

export interface PlainReport extends Readable<"plain"> {
  /** Stands for the page on a terminal, unless all of it is wanted. */
  readonly brief?: Brief;
  /** What can be taken away from an answer. */
  readonly papers?: () => readonly Paper[];
  /** Stands for it on one sheet of paper. */
  readonly sheet?: () => Sheet;
}
export type CheckReport = Readable<"check", CheckData>;
export type TestReport = Readable<"test", TestData>;
/** Cases that are missing among the tests of a table. */
export type SuggestedReport = Readable<"suggested">;

/** What changes from one table to another, and the same to be signed. */
export interface DiffReport extends Readable<"diff"> {
  readonly document: SignOffDocument;
}

/** A whole table, and what formats with links and pictures, and those for databases and engines, are made of. */
export interface TableReport extends Readable<"table"> {
  readonly document: SignOffDocument;
  readonly sql: () => SqlTable;
  readonly dmn: () => DmnModel;
  readonly spreadsheet: () => Spreadsheet;
}

/** One paper, which is there to be read or printed and is no data. */
export type PaperReport = Readable<"paper", undefined>;

/** A page that asks and answers, which is nothing without a browser. */
export interface QuestionsReport {
  readonly kind: "questions";
  readonly document: QuestionsDocument;
}

/** What proves a table to other programs. */
export interface CertificateReport {
  readonly kind: "certificate";
  readonly data: CertificateData;
}

/** A JSON Schema, which is data and nothing else. */
interface SchemaReport {
  readonly kind: "schema";
  readonly data: object;
}
