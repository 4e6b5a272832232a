import { isReadLongAgo } from "../audit/check/overdue-reviews.js";
import { localDay } from "../calendar/day.js";
import type { Failed } from "../commands/outcome.js";
import { openingOn, type PageData, tableOf, unpacked } from "../commands/page/page-data.js";
import { element, join, type Markup, text } from "../format/xml.js";
import { CANNOT_RUN, CLOCK_WRONG, clockWrong, OTHER_BROWSER, readLongAgo } from "../report/questions/words.js";
import type { Terms } from "../triage/decide.js";
import { failureLines, type Opened, openCase } from "./case-files.js";
import { pagePrompts } from "./page-prompts.js";
import { printWhole } from "./printing.js";
import { openScreen } from "./screen.js";
import { Instead, triage } from "./triage.js";

const main = document.getElementById("main") as HTMLElement;

begin().catch((error: unknown) => {
  stop(CANNOT_RUN, `${OTHER_BROWSER} (${error instanceof Error ? error.message : String(error)})`);
});

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
  const screen = openScreen(main, document.title);
  printWhole(main);
  const terms = (): Terms => ({ asOf: localDay(new Date()), presume: true });
  const assess = (bytes: Uint8Array, name: string): Promise<Opened | Failed> =>
    openCase(compiled, { name, bytes }, terms());
  const open = async (file: File): Promise<void> => {
    const opened = await assess(new Uint8Array(await file.arrayBuffer()), file.name);
    if (!opened.ok) return screen.complain(failureLines(opened));
    screen.forward();
    screen.leave(new Instead(opened.given));
  };
  main.addEventListener("change", ({ target }) => {
    const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined;
    if (file !== undefined) void open(file);
  });
  // for whoever compares what a page answers with what the program does
  Object.assign(globalThis, {
    orderTriage: { assess: (text: string, name = "case.json") => assess(new TextEncoder().encode(text), name) },
  });
  return triage({ screen, prompts: pagePrompts(screen), compiled, terms, openingOn: (day) => openingOn(data, day) });
}

function warn(words: string): void {
  document.getElementById("foot")?.insertAdjacentHTML("afterbegin", element("p", { class: "urgent" }, text(words)));
}
