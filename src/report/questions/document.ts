import type { CompiledTable } from "../../table/compiled.js";
import { beforeQuestions } from "../interview-words.js";
import type { Page } from "../page.js";
import { standingPapers } from "../paper/paper.js";
import { shortDigest } from "../table/stamp.js";
import { dateInWords } from "../words.js";
import type { ShownChoice } from "./shown-choice.js";
import { WITHOUT_SCRIPTS } from "./words.js";

/** A page that asks and answers by itself, before anything has been answered. */
export interface QuestionsDocument {
  readonly title: string;
  /** Stands over everything: what it is, and for which jurisdiction. */
  readonly head: string;
  /** Said where scripts do not run, and nothing can be asked. */
  readonly withoutScripts: readonly string[];
  readonly foot: readonly string[];
  /** What is printed instead of a question while nothing has been answered. */
  readonly wall: readonly Page[];
  /** The table and its laws, packed. */
  readonly data: string;
  readonly program: PageProgram;
  /** Shown before the program runs; absent where it is no choice. */
  readonly first: FirstQuestion | undefined;
}

/** What asks and answers in a page. */
export interface PageProgram {
  /** The licences of what is in it, as a comment: a page goes out alone. */
  readonly notices: string;
  readonly script: string;
  /** The same script, packed. */
  readonly packed: string;
}

/** A question, and what is said before anything is asked. */
export interface FirstQuestion {
  readonly said: string;
  readonly question: ShownChoice;
}

interface Making extends Pick<QuestionsDocument, "data" | "program" | "first"> {
  /** As YYYY-MM-DD. */
  readonly writtenOn: string;
  /** The version of this package. */
  readonly tool: string;
}

export function questionsDocument({ table, digest }: CompiledTable, making: Making): QuestionsDocument {
  const { writtenOn, tool, ...content } = making;
  const { id, edition, jurisdiction, disclaimer, "reviewed-on": reviewedOn } = table.table;
  const rules = `rules ${id} ${edition}, reviewed ${dateInWords(reviewedOn)}, digest ${shortDigest(digest)}`;
  return {
    title: `order-triage - ${jurisdiction}`,
    head: jurisdiction,
    withoutScripts: [beforeQuestions(table), WITHOUT_SCRIPTS, disclaimer],
    foot: [disclaimer, `Written on ${dateInWords(writtenOn)} by order-triage ${tool} from the ${rules}.`],
    wall: standingPapers(table).map(({ page }) => page),
    ...content,
  };
}
