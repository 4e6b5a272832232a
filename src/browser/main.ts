import { isReadLongAgo } from "../audit/check/overdue-reviews.js";
import { localDay } from "../calendar/day.js";
import type { Failed } from "../commands/outcome.js";
import { openingOn, type PageData, tableOf, unpacked } from "../commands/page/page-data.js";
import { element, join, type Markup, text } from "../format/xml.js";
import { standingPapers } from "../report/paper/paper.js";
import { CLOCK_WRONG, clockWrong, readLongAgo } from "../report/questions/words.js";
import type { Terms } from "../triage/decide.js";
import { type ChosenFile, chosen, failureLines, type Opened, openCase, takeFile } from "./case-files.js";
import { ownNumbers } from "./own-numbers.js";
import { pagePrompts } from "./page-prompts.js";
import { paperView } from "./paper-view.js";
import { printWhole } from "./printing.js";
import { type Beside, CASE_FILE, openScreen } from "./screen.js";
import { Instead, triage } from "./triage.js";

const main = document.getElementById("main") as HTMLElement;

// what goes wrong is told by what brought the program in
void begin();

async function begin(): Promise<void> {
  const data = await unpacked(document.getElementById("data")?.textContent ?? "");
  const today = localDay(new Date());
  if (today < data.writtenOn) return stop(CLOCK_WRONG, clockWrong(today, data.writtenOn));
  await start(data, today);
}

/** Says why nothing is asked. */
function stop(title: string, why: string): void {
  main.innerHTML = join([element("h1", {}, text(title)), paragraph(why)]);
}

function paragraph(words: string): Markup {
  return element("p", {}, text(words));
}

function start(data: PageData, today: string): Promise<never> {
  const compiled = tableOf(data);
  const { table } = compiled;
  if (isReadLongAgo(table, today)) warn(readLongAgo(table.table["reviewed-on"]));
  const screen = openScreen(main, document.title, (isFirst) => [
    ...(isFirst ? [own.beside()] : []),
    ...standingPapers(table, own.practice()).map(
      (paper): Beside => ({ says: paper.title, hint: paper.use, go: () => void screen.over(paperView(paper)) }),
    ),
  ]);
  const own = ownNumbers(screen, table);
  printWhole(main);
  const terms = (): Terms => ({ asOf: localDay(new Date()), presume: true });
  const assess = (file: ChosenFile): Promise<Opened | Failed> => openCase(compiled, file, own.practice(), terms());
  const open = async (file: File): Promise<void> => {
    const opened = await assess(await chosen(file));
    if (!opened.ok) return screen.complain(failureLines(opened));
    screen.forward();
    screen.leave(new Instead(opened.given));
  };
  main.addEventListener("change", ({ target }) => {
    const file = target instanceof HTMLInputElement && target.id === CASE_FILE ? takeFile(target) : undefined;
    if (file !== undefined) void open(file);
  });
  // for whoever compares what a page answers with what the program does
  Object.assign(globalThis, {
    orderTriage: {
      assess: (text: string, name = "case.json") => assess({ name, bytes: new TextEncoder().encode(text) }),
    },
  });
  const prompts = pagePrompts(screen);
  const { practice } = own;
  return triage({ screen, prompts, compiled, practice, terms, openingOn: (day) => openingOn(data, day) });
}

function warn(words: string): void {
  document.getElementById("foot")?.insertAdjacentHTML("afterbegin", element("p", { class: "urgent" }, text(words)));
}
