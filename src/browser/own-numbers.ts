import { paperMarkup } from "../format/html/paper.js";
import { join } from "../format/xml.js";
import { type Paper, standingPapers } from "../report/paper/paper.js";
import { practiceFileText } from "../report/practice-file.js";
import { OWN_NUMBERS, ownNumbersHint, PRACTICE_FILE } from "../report/questions/words.js";
import type { Table } from "../table/table.js";
import type { Practice } from "../triage/practice/practice.js";
import { chosen, failureLines, openPractice } from "./case-files.js";
import { practiceView } from "./practice-view.js";
import { saveFile } from "./save-file.js";
import type { Beside, Screen } from "./screen.js";
import { Instead } from "./triage.js";

/** What a practice has of its own, until the page is closed. */
interface OwnNumbers {
  readonly practice: () => Practice | undefined;
  /** Leads to the form in which it is said. */
  readonly beside: () => Beside;
}

export function ownNumbers(screen: Screen, table: Table): OwnNumbers {
  let practice: Practice | undefined;
  const open = async (file: File): Promise<Practice | undefined> => {
    const opened = await openPractice(table, await chosen(file));
    screen.complain(opened.ok ? [] : failureLines(opened));
    return opened.ok ? opened.value : undefined;
  };
  const go = async (): Promise<void> => {
    const said = await screen.over(practiceView(table, practice, open));
    if (said === undefined) return;
    practice = said.practice;
    hang(standingPapers(table, practice));
    if (said.isSaved) saveFile(PRACTICE_FILE, practiceFileText(table, practice), "text/yaml");
    // what is asked first, too, may be another question now
    screen.leave(new Instead(undefined));
  };
  return {
    practice: () => practice,
    beside: () => ({ says: OWN_NUMBERS, hint: ownNumbersHint(practice), go: () => void go() }),
  };
}

/** Has them printed while nothing has been answered. */
function hang(papers: readonly Paper[]): void {
  const wall = document.getElementById("wall");
  if (wall !== null) wall.innerHTML = join(papers.map(({ page }) => paperMarkup(page)));
}
