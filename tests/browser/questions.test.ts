import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { assessGiven, inPractice } from "../../src/commands/assess.js";
import type { FileRead, PageIo } from "../../src/commands/io.js";
import { writePage } from "../../src/commands/page/write-page.js";
import { readInput } from "../../src/commands/read-input.js";
import { formatQuestions } from "../../src/format/html/questions/questions.js";
import { type CompiledTable, loadTable } from "../../src/index.js";
import { caseFields } from "../../src/report/case-fields.js";
import { lawOfText, store } from "../../src/table/compiled.js";
import { parsePractice } from "../../src/triage/practice/parse-practice.js";
import { type Browser, type OpenPage, startChromium } from "./chromium.js";

// the built library has the shipped table ready
const library = createRequire(import.meta.url)("../../dist/index.cjs") as typeof import("../../src/index.js");
const shipped = library.shippedTable();
const TODAY = "2026-11-28";

const ownFile = (name: string): FileRead => ({ ok: true, name, bytes: readFileSync(name) });

async function pageOf(compiled: CompiledTable, today = TODAY): Promise<string> {
  const { table, laws } = store(compiled);
  const io: PageIo = {
    today,
    shippedRules: () => ownFile("rules.yaml"),
    pageScript: () => ownFile("dist/page.js"),
    stored: () => ({ table, law: (position) => lawOfText(laws[position] as string) }),
    read: async (name) => ownFile(name),
    clock: () => 0,
  };
  const outcome = await writePage(io, undefined);
  if (outcome.kind === "failed") throw new Error(outcome.closing);
  return formatQuestions(outcome.report.document);
}

let browser: Browser;
let html: string;
beforeAll(async () => {
  browser = startChromium();
  html = await pageOf(shipped);
});
afterAll(() => browser?.close());

const opened = async (today = TODAY): Promise<OpenPage> => {
  const page = await browser.open(html, { today });
  await running(page);
  return page;
};

/** Waits until the first question can be answered: then something stands beside it. */
const running = (page: OpenPage): Promise<void> => seen(page, "main .beside");

/** Waits until an expression comes to something that is so. */
async function until(page: OpenPage, expression: string): Promise<void> {
  for (let tries = 0; !(await page.evaluate<boolean>(`Boolean(${expression})`)); tries++) {
    if (tries > 200) throw new Error(`${expression}: not so in\n${await page.evaluate("document.body.innerText")}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
const seen = (page: OpenPage, selector: string): Promise<void> => until(page, `document.querySelector("${selector}")`);
const asked = (page: OpenPage, words: string): Promise<void> =>
  until(page, `document.querySelector("main h1")?.textContent.includes(${JSON.stringify(words)})`);
const text = (page: OpenPage, selector: string): Promise<string> =>
  page.evaluate(`document.querySelector("${selector}")?.innerText ?? ""`);

/** Presses a button that says this. */
const press = (page: OpenPage, words: string): Promise<void> =>
  page.evaluate(
    `[...document.querySelectorAll("button")].find((one) => one.innerText.startsWith(${JSON.stringify(words)})).click()`,
  );
/** Chooses the answer that begins with this, and goes on. */
const choose = async (page: OpenPage, words: string): Promise<void> => {
  await page.evaluate(
    `[...document.querySelectorAll(".option label")].find((one) => one.innerText.startsWith(${JSON.stringify(words)})).click()`,
  );
  await press(page, "Continue");
};
const write = async (page: OpenPage, words: string): Promise<void> => {
  await page.evaluate(`document.querySelector("#answer").value = ${JSON.stringify(words)}`);
  await press(page, "Continue");
};

/** A real key, as the browser hears it. */
const KEYS = { Tab: 9, Enter: 13, " ": 32, ArrowDown: 40 } as const;
const key = async (page: OpenPage, name: keyof typeof KEYS, shift = false): Promise<void> => {
  const codes = { key: name, code: name === " " ? "Space" : name, windowsVirtualKeyCode: KEYS[name] };
  const typed = name === "Enter" ? { text: "\r" } : name === " " ? { text: " " } : {};
  const modifiers = shift ? 8 : 0;
  await page.send("Input.dispatchKeyEvent", { type: "keyDown", ...codes, ...typed, modifiers });
  await page.send("Input.dispatchKeyEvent", { type: "keyUp", ...codes, modifiers });
};

const focused = (page: OpenPage): Promise<string> =>
  page.evaluate("document.activeElement.innerText?.trim() || document.activeElement.labels?.[0].innerText");

const ORDER = [
  ["What do you have?", "Order of a court"],
  ["Which court or power", "PACE 1984 section 9"],
  ["at risk of death", "None that anybody"],
  ["Is anyone charged", "Nobody is charged"],
  ["What does it ask for?", "Clinical records"],
  ["Do you hold the records", "Held by us in England"],
  ["Who made it?", "Circuit judge"],
  ["second set of access conditions", "No, it names the first set"],
] as const;

async function answerOrder(page: OpenPage, upTo: number = ORDER.length): Promise<void> {
  for (const [question, answer] of ORDER.slice(0, upTo)) {
    await asked(page, question);
    await choose(page, answer);
  }
}

async function toCheck(page: OpenPage, dated = "27/11/2026"): Promise<void> {
  await answerOrder(page);
  await asked(page, "What date is on the order?");
  await write(page, dated);
  await asked(page, "What date were you given");
  await press(page, "Don't know");
  await asked(page, "Check your answers");
}

async function toResult(page: OpenPage): Promise<void> {
  await toCheck(page);
  await press(page, "Yes, show the result");
  await seen(page, ".verdict");
}

test("a page opens without a complaint, asks for nothing but itself, and is no larger than 700 KB", async () => {
  expect(Buffer.byteLength(html)).toBeLessThan(700_000);
  const page = await opened();
  expect(page.complaints).toEqual([]);
  expect(page.requests.map((url) => url.replace(/.*\//, ""))).toEqual(["page.html"]);
  expect(await page.evaluate("document.documentElement.lang")).toBe("en-GB");
  // it goes out alone, and so do the licences of what is in it
  expect(html).toContain("Copyright Eemeli Aro");
});

test("every case among the tests has in the page just the answer that the program gives", async () => {
  const texts = readdirSync("tests/cases", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .flatMap((name) => readFileSync(join("tests/cases", name), "utf8").split(/^---$/m));
  const cases = texts.map((written) => {
    const read = library.readCase({ name: "case", text: written }, shipped);
    if (!read.ok) throw new Error(written);
    return read.value;
  });
  expect(cases.length).toBeGreaterThan(1000);
  const page = await opened();
  for (let from = 0; from < cases.length; from += 100) {
    const some = cases.slice(from, from + 100);
    const written = JSON.stringify(some.map((one) => JSON.stringify(caseFields(one))));
    const told = await page.evaluate<unknown[]>(
      `Promise.all(${written}.map(async (one) => (await orderTriage.assess(one)).report?.data))`,
    );
    const wanted = some.map((one) => {
      const outcome = assessGiven(shipped, { case: one, remarks: [] }, { asOf: TODAY, presume: true });
      return outcome.kind === "failed" ? undefined : JSON.parse(JSON.stringify(outcome.report.data));
    });
    expect(told).toEqual(wanted);
    expect(told).not.toContain(undefined);
  }
});

test("the whole way can be gone by keyboard alone, and reading begins at each question", async () => {
  const page = await opened();
  await key(page, "Tab");
  for (const [question, answer] of ORDER) {
    await asked(page, question);
    expect(await page.evaluate("document.title")).toContain(question);
    if (question !== ORDER[0][0]) {
      expect(await page.evaluate("document.activeElement.localName")).toBe("h1");
      await key(page, "Tab");
    }
    await key(page, " ");
    while (!(await focused(page)).startsWith(answer)) await key(page, "ArrowDown");
    while ((await focused(page)) !== "Continue") await key(page, "Tab");
    await key(page, "Enter");
  }
  await asked(page, "What date is on the order?");
  await key(page, "Tab");
  await page.send("Input.insertText", { text: "27 Nov" });
  await key(page, "Enter");
  await asked(page, "Is it Friday 27 November 2026?");
  await key(page, "Tab");
  await key(page, " ");
  await key(page, "Enter");
  await asked(page, "What date were you given");
  while ((await focused(page)) !== "Show the result now") await key(page, "Tab");
  await key(page, "Enter");
  await asked(page, "Check your answers");
  while ((await focused(page)) !== "Yes, show the result") await key(page, "Tab");
  await key(page, "Enter");
  await seen(page, ".verdict");
  expect(await text(page, ".verdict")).toBe("Likely unlawful");
  expect(await page.evaluate("document.activeElement.localName")).toBe("h1");
  // and on through everything that opens, to the end of the page
  while ((await focused(page)) !== "Where the law says so") await key(page, "Tab");
  await key(page, "Enter");
  expect(await page.evaluate("document.activeElement.closest('details').open")).toBe(true);
  for (let tabs = 0; await page.evaluate("document.activeElement !== document.body"); tabs++) {
    expect(tabs).toBeLessThan(40);
    await key(page, "Tab");
  }
});

test("the result says first what is to be known, has all of the answer under headings, and can be saved as a case", async () => {
  const page = await opened();
  await toResult(page);
  const first = await text(page, ".first");
  for (const said of ["Likely unlawful", "Do this now", "Do not hand over", "Why:", "Friday 4 December 2026"]) {
    expect(first).toContain(said);
  }
  const file = await saved(page, "Save this case", `case-${TODAY}.yaml`);
  const read = library.readCase({ name: "case.yaml", text: file }, shipped);
  if (!read.ok) throw new Error(file);
  const outcome = assessGiven(shipped, { case: read.value, remarks: [] }, { asOf: TODAY, presume: true });
  if (outcome.kind === "failed") throw new Error(outcome.closing);
  const told = await page.evaluate<string>("document.querySelector('main').textContent");
  const lines = outcome.report.page.sections.flatMap((section) => section.lines);
  expect(lines.length).toBeGreaterThan(20);
  for (const line of lines) expect(told).toContain(typeof line === "string" ? line : line.text);
});

/** The text of the file, of this name, that the browser was given to save when a button was pressed. */
async function saved(page: OpenPage, button: string, name: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "order-triage-saved-"));
  await page.send("Page.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
  await press(page, button);
  for (let tries = 0; !readdirSync(folder).includes(name); tries++) {
    if (tries > 300) throw new Error(`${name} was not saved, but ${readdirSync(folder)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return readFileSync(join(folder, name), "utf8");
}

/** Chooses a file with this text, as somebody does who opens it. */
async function open(page: OpenPage, name: string, content: string, selector = "#file"): Promise<void> {
  await openIn(mkdtempSync(join(tmpdir(), "order-triage-opened-")), page, name, content, selector);
}

async function openIn(
  folder: string,
  page: OpenPage,
  name: string,
  content: string,
  selector = "#file",
): Promise<void> {
  const file = join(folder, name);
  writeFileSync(file, content);
  const { root } = (await page.send("DOM.getDocument")) as { root: { nodeId: number } };
  const { nodeId } = await page.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  await page.send("DOM.setFileInputFiles", { nodeId, files: [file] });
}

test("a case file is answered at once, can be changed, and another opened after it", async () => {
  const page = await opened();
  await open(page, "order.yaml", readFileSync("examples/pre-charge-production-order.yaml", "utf8"));
  await seen(page, ".verdict");
  expect(await text(page, ".verdict")).toBe("Likely unlawful");
  await press(page, "Change an answer");
  await asked(page, "What date were you given");
  expect(await page.evaluate("document.querySelector('.beside')")).toBe(null);
  // where nothing was asked before, going back leads to the answer to the file
  await page.evaluate("history.back()");
  await seen(page, ".verdict");
  await open(page, "request.json", JSON.stringify({ facts: { instrument: "request", asker: "police" } }));
  await until(page, "document.querySelector('.verdict')?.innerText !== 'Likely unlawful'");
  await press(page, "Start again");
  await asked(page, "What do you have?");
  expect(await page.evaluate("document.querySelectorAll(':checked').length")).toBe(0);
});

test("from a case file that was opened at an answer, going back leads to that answer and its questions", async () => {
  const page = await opened();
  await toResult(page);
  const own = await text(page, ".first");
  await open(page, "request.json", JSON.stringify({ facts: { instrument: "request", asker: "police" } }));
  await until(page, "document.querySelector('.verdict')?.innerText !== 'Likely unlawful'");
  const second = await text(page, ".first");
  await open(page, "order.yaml", readFileSync("examples/pre-charge-production-order.yaml", "utf8"));
  await until(page, "document.querySelector('.verdict')?.innerText === 'Likely unlawful'");
  await press(page, "Change an answer");
  await asked(page, "What date were you given");
  await press(page, "Back");
  await seen(page, ".verdict");
  await page.evaluate("history.back()");
  await until(page, `document.querySelector(".first")?.innerText === ${JSON.stringify(second)}`);
  await press(page, "Back");
  await until(page, `document.querySelector(".first")?.innerText === ${JSON.stringify(own)}`);
  await press(page, "Change an answer");
  await asked(page, "Check your answers");
  await page.evaluate("history.back()");
  await asked(page, "What date were you given");
});

test("a case file that leaves nothing to ask is left as it was opened, by going back", async () => {
  const page = await opened();
  await toResult(page);
  const file = await saved(page, "Save this case", `case-${TODAY}.yaml`);
  await press(page, "Start again");
  await asked(page, "What do you have?");
  // every date is known, so nothing is left to ask
  const dated = file.replace(
    "particulars:\n",
    "particulars:\n  served-on: 2026-11-27\n  stated-deadline: 2026-12-04\n",
  );
  await open(page, "case.yaml", dated);
  await seen(page, ".verdict");
  await press(page, "Change an answer");
  await asked(page, "Check your answers");
  await page.evaluate("history.back()");
  await seen(page, ".verdict");
  await page.evaluate("history.back()");
  await asked(page, "What do you have?");
});

test.each([
  ["broken.yaml", "facts:\n  instrument: [court-order\n", /broken\.yaml, line \d+, column \d+: .+/],
  ["unknown.yaml", "facts:\n  instrumnet: warrant\n", /unknown\.yaml, line 2, column 3: .+did you mean `instrument`/],
  ["empty.json", "", /empty\.json/],
  ["impossible.yaml", "facts: { patient: deceased, consent: given }\n", /impossible\.yaml, line 1/],
])("what is wrong with %s is told with its place and what to do, and nothing is answered", async (name, content, says) => {
  const page = await opened();
  await open(page, name, content);
  await until(page, "!document.querySelector('#problems').hidden");
  expect(await text(page, "#problems")).toMatch(says);
  expect(await page.evaluate("document.activeElement.id + document.title")).toMatch(/^problemsError: /);
  expect(await page.evaluate("document.querySelector('.verdict')")).toBe(null);
});

test("a file that was wrong is opened again under its name once it is mended, and what was wrong is not printed", async () => {
  const page = await opened();
  const folder = mkdtempSync(join(tmpdir(), "order-triage-mended-"));
  const answer = "facts: { instrument: request, asker: police }\n";
  const wrong = answer.replace("request", "requst");
  await openIn(folder, page, "case.yaml", wrong);
  await until(page, "!document.querySelector('#problems').hidden");
  expect(await text(page, "#problems")).toMatch(/ - did you mean `request`\?$/);
  await openIn(folder, page, "case.yaml", answer);
  await seen(page, ".verdict");
  expect(await page.evaluate("document.title + document.querySelector('#problems').hidden")).toMatch(
    /^(?!Error).*true$/,
  );
  await openIn(folder, page, "case.yaml", wrong);
  await until(page, "!document.querySelector('#problems').hidden");
  expect(await printed(page, ["did you mean"])).toMatchObject({ seen: [] });
  await press(page, WALL);
  await asked(page, WALL);
  await press(page, "Back");
  await seen(page, ".verdict");
  expect(await page.evaluate("document.title + document.querySelector('#problems').hidden")).toMatch(
    /^(?!Error).*true$/,
  );
});

test("going on without an answer is told at the top, which has the focus, and at the field", async () => {
  const page = await opened();
  await press(page, "Continue");
  expect(await page.evaluate("document.activeElement.id")).toBe("problems");
  expect(await page.evaluate("document.title")).toMatch(/^Error: What do you have\? - /);
  expect(await text(page, "#answer-error")).toBe("Error: Choose an answer.");
  expect(await page.evaluate("document.querySelector('fieldset').getAttribute('aria-describedby')")).toContain(
    "answer-error",
  );
  await key(page, "Tab");
  await key(page, "Enter");
  expect(await page.evaluate("document.activeElement.id")).toBe("answer-0");
  await answerOrder(page);
  await asked(page, "What date is on the order?");
  for (const [written, why] of [
    ["", "Write an answer, or choose “Don't know”."],
    ["32/11/2026", "There is no 32 November 2026."],
    ["soon", "This is not a date."],
  ] as const) {
    await write(page, written);
    expect(await text(page, "#answer-error")).toContain(why);
    expect(await page.evaluate("document.querySelector('#answer').value")).toBe(written);
  }
});

test("the browser's Back goes one question back, on the answer that was given, and loses none", async () => {
  const page = await opened();
  await answerOrder(page, 3);
  await asked(page, "Is anyone charged");
  await page.evaluate("history.back()");
  await asked(page, "at risk of death");
  expect(await page.evaluate("document.querySelector(':checked').labels[0].innerText")).toBe(
    `${ORDER[2][1]} has explained`,
  );
  await page.evaluate("history.go(-2)");
  await asked(page, "What do you have?");
  await until(page, "document.querySelector(':checked')?.labels[0].innerText.startsWith('Order of a court')");
  for (const [question] of ORDER.slice(0, 3)) {
    await asked(page, question);
    await press(page, "Continue");
  }
  await asked(page, "Is anyone charged");
  await press(page, "Back");
  await asked(page, "at risk of death");
  await toCheckFrom(page, 2);
  await press(page, "Yes, show the result");
  await seen(page, ".verdict");
  await page.evaluate("history.back()");
  await asked(page, "Check your answers");
});

async function toCheckFrom(page: OpenPage, from: number): Promise<void> {
  for (const [question, answer] of ORDER.slice(from)) {
    await asked(page, question);
    await choose(page, answer);
  }
  await asked(page, "What date is on the order?");
  await press(page, "Show the result now");
  await asked(page, "Check your answers");
}

test("an answer is changed from the list, one of several is ticked, and what is not on the paper is said", async () => {
  const page = await opened();
  await toCheck(page);
  await page.evaluate("document.querySelector('[value=change-6]').click()");
  await asked(page, "Who made it?");
  expect(await page.evaluate("document.querySelectorAll(':checked').length")).toBe(1);
  await press(page, "It is one of several");
  await page.evaluate("document.querySelectorAll('.option input')[1].click()");
  await press(page, "Continue");
  await asked(page, "Check your answers");
  expect(await text(page, ".summary div:nth-child(7)")).toContain(" or ");
  await press(page, "Say what is not on it");
  await asked(page, "What is not on the paper?");
  expect(await text(page, ".hint")).toBe("Tick what is missing.");
  await page.evaluate(
    "document.querySelectorAll('.option input')[0].click(), document.querySelector('[data-alone]').click()",
  );
  expect(await page.evaluate("document.querySelectorAll(':checked').length")).toBe(1);
  await press(page, "Continue");
  await asked(page, "Check your answers");
  await press(page, "Say what is not on it");
  await asked(page, "What is not on the paper?");
  expect(await page.evaluate("document.querySelector(':checked').labels[0].innerText")).toBe("Everything is on it");
});

test("a paper about several things is taken in parts, each with its label", async () => {
  const page = await opened();
  await toCheckFrom(page, 0);
  await press(page, "It is about more than one patient");
  await asked(page, "What do you call part 1?");
  await page.evaluate("history.back()");
  await asked(page, "Check your answers");
  await press(page, "It is about more than one patient");
  await asked(page, "What do you call part 1?");
  await write(page, "A");
  await asked(page, "What do you call part 2?");
  expect(await page.evaluate("document.querySelector('.beside')")).toBe(null);
  await press(page, "Back");
  await asked(page, "What do you call part 1?");
  await write(page, "A");
  await asked(page, "What do you call part 2?");
  await write(page, "B");
  await asked(page, "What do you call part 3?");
  await press(page, "No more parts");
  for (const label of ["A", "B"]) {
    await asked(page, `${label}: Check the answers`);
    await press(page, "Yes, go on");
  }
  await seen(page, ".verdict");
  await press(page, "Change an answer");
  await asked(page, "B: Check the answers");
});

test("a clock that is behind the day on which the page was written gets no verdict, and a long time after it a warning", async () => {
  const before = await browser.open(html, { today: "2026-11-27" });
  await asked(before, "No verdict");
  expect(await before.evaluate("document.querySelector('form')")).toBe(null);
  const after = await opened("2027-11-28");
  expect(await text(after, "#foot .urgent")).toContain("more than a year ago");
  expect(await text(await opened(), "#foot .urgent")).toBe("");
});

test("a page that stood open over night answers by the law of the day, and counts from it", async () => {
  const page = await opened("2026-11-29");
  await page.evaluate(
    "{ const Before = Date; globalThis.Date = class extends Before { constructor(...given) { given.length === 0 ? super(Before.now() + 86400000) : super(...given); } }; }",
  );
  await toCheck(page, "today");
  expect(await text(page, ".summary")).toContain("Monday 30 November 2026");
  await press(page, "Yes, show the result");
  await seen(page, ".verdict");
  expect(await text(page, ".quiet")).toContain("Law of 30 November 2026");
  expect(await text(page, ".last")).toContain("7 days left");
});

test("without scripts the page says what to do meanwhile, and that it needs them", async () => {
  const page = await browser.open(html, { scripts: false });
  const told = await text(page, "body");
  for (const said of ["Hand nothing over and destroy nothing yet.", "Decision support", "scripts are switched off"]) {
    expect(told).toContain(said);
  }
  expect(await page.evaluate("document.getElementById('main').checkVisibility()")).toBe(false);
});

test("the first question stands there before the program runs, as it stands there afterwards", async () => {
  const before = await browser.open(html, { scripts: false });
  const page = await opened();
  const form = `document.querySelector("main form").outerHTML`;
  expect(await before.evaluate(form)).toBe(await page.evaluate(form));
  const told = `document.querySelector("main .said").textContent`;
  expect(await before.evaluate(told)).toBe(await page.evaluate(told));
});

test("what is chosen before the program runs stays chosen, and has the focus", async () => {
  const page = await browser.open(html, {
    today: TODAY,
    first: `addEventListener("DOMContentLoaded", () => {
      const second = document.querySelector("#answer-1");
      second.checked = true;
      second.focus();
    })`,
  });
  await running(page);
  expect(await page.evaluate(`document.querySelector("input:checked").id`)).toBe("answer-1");
  expect(await page.evaluate("document.activeElement.id")).toBe("answer-1");
  await press(page, "Continue");
  await until(page, `!document.querySelector("main .beside")`);
});

test("where the program cannot run, the page gives no verdict, and says so in place of the question", async () => {
  const cut = html.replace(/(<script id="program"[^>]*>)[^<]{100}/, "$1");
  for (const broken of [cut, html.replaceAll("DecompressionStream", "NoSuchStream")]) {
    const page = await browser.open(broken.replace(/script-src [^;]*;/, "script-src 'unsafe-inline';"), {
      today: TODAY,
    });
    await asked(page, "This page does not work here, and gives no verdict");
    expect(await text(page, "main")).toContain("Open it in a newer browser");
    expect(await page.evaluate("document.querySelector('main form')")).toBeNull();
  }
});

test("the page's own policy forbids the network and every other script", async () => {
  const planted = `<img src="http://localhost:9/" /><script>document.title = "taken"</script></header>`;
  const page = await browser.open(html.replace("</header>", planted), { today: TODAY });
  await running(page);
  await page.evaluate("fetch('http://localhost:9/').catch(() => {})");
  // one each, and two for what was to be fetched
  expect(page.complaints).toHaveLength(4);
  expect(page.complaints.every((one) => one.includes("Content Security Policy"))).toBe(true);
  expect(await page.evaluate("document.title")).not.toBe("taken");
  expect(await page.evaluate("document.cookie + localStorage.length + sessionStorage.length")).toBe("00");
});

async function violations(page: OpenPage): Promise<string[]> {
  await page.evaluate(`${axe.source}; 0`);
  return page.evaluate(
    "axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))",
  );
}

test.each(["light", "dark"])("in %s no rule of accessibility is broken at any step", async (value) => {
  const page = await opened();
  await page.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value }] });
  expect(await violations(page)).toEqual([]);
  await press(page, "Continue");
  expect(await violations(page)).toEqual([]);
  await answerOrder(page);
  await asked(page, "What date is on the order?");
  expect(await violations(page)).toEqual([]);
  await press(page, "Show the result now");
  await asked(page, "Check your answers");
  expect(await violations(page)).toEqual([]);
  await press(page, "Yes, show the result");
  await seen(page, ".verdict");
  await page.evaluate("dispatchEvent(new Event('beforeprint'))");
  expect(await violations(page)).toEqual([]);
});

test("on a screen of 320 by 256 nothing is wider, every target is large, and what has the focus is in sight", async () => {
  const page = await opened();
  await page.resize(320, 256);
  const faults = async (): Promise<string[]> => page.evaluate(FAULTS);
  expect(await faults()).toEqual([]);
  await answerOrder(page);
  await asked(page, "What date is on the order?");
  expect(await faults()).toEqual([]);
  await press(page, "Show the result now");
  await asked(page, "Check your answers");
  expect(await faults()).toEqual([]);
  await press(page, "Yes, show the result");
  await seen(page, ".verdict");
  expect(await faults()).toEqual([]);
  await press(page, "Holding reply");
  await asked(page, "Holding reply");
  expect(await faults()).toEqual([]);
  await page.evaluate("history.back()");
  await seen(page, ".verdict");
  await press(page, "Start again");
  await asked(page, "What do you have?");
  await press(page, "Your own numbers");
  await asked(page, "Your own numbers");
  expect(await faults()).toEqual([]);
});

const FAULTS = `[
  ...(document.documentElement.scrollWidth > 320 ? ["too wide"] : []),
  ...[...document.querySelectorAll("button, .option label, summary, input[type=text]")]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44 && !one.closest(".summary"))
    .map((one) => "small: " + one.textContent),
  ...[...document.querySelectorAll("button, input, summary, a")].filter((one) => {
    one.focus();
    const { top, bottom } = one.getBoundingClientRect();
    return one.checkVisibility() && (bottom <= 0 || top >= innerHeight);
  }).map((one) => "out of sight: " + one.textContent),
]`;

test("where colours are forced, choices and verdict are seen all the same", async () => {
  const page = await opened();
  await page.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  expect(await page.evaluate("getComputedStyle(document.querySelector('.option input')).appearance")).toBe("auto");
  await toResult(page);
  expect(await page.evaluate("getComputedStyle(document.querySelector('.verdict')).borderStyle")).toBe("solid");
});

/** How many sheets of A4 are printed of what stands there, and which of these words were in sight on them. */
async function printed(page: OpenPage, words: readonly string[]): Promise<{ sheets: number; seen: string[] }> {
  await page.send("Emulation.setEmulatedMedia", { media: "print" });
  const body = await text(page, "body");
  await page.send("Emulation.setEmulatedMedia", { media: "" });
  const { data } = (await page.send("Page.printToPDF", { preferCSSPageSize: true })) as { data: string };
  const pdf = Buffer.from(data, "base64").toString("latin1");
  const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  for (const [, width, height] of sizes)
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
  return { sheets: sizes.length, seen: words.filter((one) => body.includes(one)) };
}

test("on paper the result runs on A4 sheets with everything open, and is as it was afterwards", async () => {
  const page = await opened();
  await toResult(page);
  const closed = "document.querySelectorAll('details:not([open])').length";
  expect(await page.evaluate(closed)).toBeGreaterThan(4);
  await page.evaluate(`addEventListener("beforeprint", () => { globalThis.closedInPrint = ${closed}; })`);
  const { sheets, seen: told } = await printed(page, ["Likely unlawful", ...NOT_ON_PAPER, WALL]);
  expect(sheets).toBeGreaterThan(1);
  expect(told).toEqual(["Likely unlawful"]);
  expect(await page.evaluate("closedInPrint")).toBe(0);
  expect(await page.evaluate(closed)).toBeGreaterThan(4);
});

const NOT_ON_PAPER = [
  "What do you have?",
  "Back",
  "Print",
  "Papers to take away",
  "Open a case file",
  "Your own numbers",
];
const WALL = "When somebody asks for patients' records";

test("a paper is reached by keyboard, printed alone on one sheet, saved as a page, and left for the answer as it was", async () => {
  const page = await opened();
  await toResult(page);
  await page.evaluate("document.querySelector('summary').click(), document.querySelector('.papers button').focus()");
  while (!(await focused(page)).startsWith("Holding reply")) await key(page, "Tab");
  await key(page, "Enter");
  await asked(page, "Holding reply");
  expect(await page.evaluate("document.activeElement.localName + document.title")).toMatch(/^h1Holding reply - /);
  expect(await violations(page)).toEqual([]);
  const { sheets, seen: told } = await printed(page, ["We are taking advice on it", "____", ...NOT_ON_PAPER, WALL]);
  expect([sheets, told]).toEqual([1, ["We are taking advice on it", "____"]]);
  const html = await saved(page, "Save", "holding-reply.html");
  expect(html).toMatch(/^<!DOCTYPE html>/);
  const paper = await browser.open(html);
  expect(await text(paper, "main")).toBe(await text(page, "main .paper"));
  await page.evaluate("history.back()");
  await seen(page, ".verdict");
  expect(await focused(page)).toBe("Holding reply");
  expect(await page.evaluate("document.querySelectorAll('details[open]').length")).toBe(1);
  await page.evaluate("history.back()");
  await asked(page, "Check your answers");
});

test("every paper of an answer is offered with what it is for, in the words of the program", async () => {
  const page = await opened();
  const example = readFileSync("examples/pre-charge-production-order.yaml", "utf8");
  await open(page, "order.yaml", example);
  await seen(page, ".verdict");
  const read = library.readCase({ name: "case.yaml", text: example }, shipped);
  const outcome = read.ok && assessGiven(shipped, { case: read.value, remarks: [] }, { asOf: TODAY, presume: true });
  if (!outcome || outcome.kind === "failed") throw new Error(example);
  const papers = outcome.report.papers?.() ?? [];
  expect(await page.evaluate("[...document.querySelectorAll('.papers li')].map((one) => one.textContent)")).toEqual(
    papers.map(({ title, use }) => title + use),
  );
  for (const { title, page: paper } of papers) {
    await press(page, title);
    await seen(page, "main .paper");
    const told = await page.evaluate<string>("document.querySelector('main .paper').textContent");
    for (const line of paper.sections.flatMap((section) => section.lines))
      expect(told).toContain(typeof line === "string" ? line : line.text);
    await press(page, "Back");
    await seen(page, ".verdict");
  }
});

test("printed without an answer, a page is the sheet for the wall on one sheet, and so is what its link opens", async () => {
  const page = await opened();
  expect(await printed(page, [WALL, ...NOT_ON_PAPER])).toEqual({ sheets: 1, seen: [WALL] });
  await page.evaluate("document.querySelector('.option input').click()");
  await press(page, WALL);
  await asked(page, WALL);
  expect(await printed(page, [WALL, ...NOT_ON_PAPER])).toEqual({ sheets: 1, seen: [WALL] });
  await press(page, "Back");
  await asked(page, "What do you have?");
  // what was chosen is still chosen
  await press(page, "Continue");
  await asked(page, "Which court or power");
  expect((await printed(page, [WALL])).seen).toEqual([]);
  await press(page, "Back");
  await asked(page, "What do you have?");
  expect(await printed(page, [WALL, ...NOT_ON_PAPER])).toEqual({ sheets: 1, seen: [WALL] });
});

const OWN = {
  name: "The Surgery",
  address: "1 High Street, Barset",
  contacts: { mdo: "020 7946 0958, membership 12345" },
  facts: { "records-held": ["england", "wales"] },
};

/** Writes and ticks in the form what stands above. */
async function fillIn(page: OpenPage): Promise<void> {
  await press(page, "Your own numbers");
  await asked(page, "Your own numbers");
  const lines = { name: OWN.name, address: OWN.address, "contacts-mdo": OWN.contacts.mdo };
  for (const [id, words] of Object.entries(lines)) {
    await page.evaluate(`document.getElementById("${id}").value = ${JSON.stringify(words)}`);
  }
  for (const value of OWN.facts["records-held"])
    await page.evaluate(`document.getElementById("facts-records-held-${value}").click()`);
}

test("one's own numbers stand in the answer, on its papers and on the wall, and are saved as a practice file", async () => {
  const page = await opened();
  await fillIn(page);
  const file = await saved(page, "Use and save as a file", "practice.yaml");
  expect(parse(file)).toEqual(OWN);
  await asked(page, "What do you have?");
  expect(await text(page, ".beside")).toContain("In use: those of The Surgery.");
  expect(await printed(page, [WALL, OWN.contacts.mdo])).toEqual({ sheets: 1, seen: [WALL, OWN.contacts.mdo] });
  const document = await readInput(
    { read: async (name) => ({ ok: true, name, bytes: Buffer.from(file) }) },
    "practice",
  );
  const practice = document.ok ? parsePractice(document.value, shipped.table) : undefined;
  if (!practice?.ok) throw new Error(file);
  const example = readFileSync("examples/pre-charge-production-order.yaml", "utf8");
  await open(page, "case.yaml", example);
  await seen(page, ".verdict");
  const read = library.readCase({ name: "case.yaml", text: example }, shipped);
  if (!read.ok) throw new Error(example);
  const given = inPractice(shipped.table, { case: read.value, remarks: [] }, practice.value);
  const outcome = assessGiven(shipped, given, { asOf: TODAY, presume: true });
  if (outcome.kind === "failed") throw new Error(outcome.closing);
  const told = await page.evaluate<string>("document.querySelector('main').textContent");
  for (const line of outcome.report.page.sections.flatMap((section) => section.lines))
    expect(told).toContain(typeof line === "string" ? line : line.text);
  expect(told).toContain(`${OWN.contacts.mdo} (from the practice file)`);
  await press(page, "Holding reply");
  await asked(page, "Holding reply");
  expect(await text(page, "main .paper")).toContain("From: The Surgery");
});

test("what a practice always is stands among the answers that are checked", async () => {
  const page = await opened();
  await press(page, "Your own numbers");
  await asked(page, "Your own numbers");
  await page.evaluate("document.getElementById('facts-holder-role-nhs-contract').click()");
  await press(page, "Use these");
  await toCheck(page);
  expect(await text(page, ".summary div")).toContain("We work under an NHS contract.");
});

test("a practice file fills in the form, and what is wrong with one is told with its place", async () => {
  const page = await opened();
  await press(page, "Your own numbers");
  await asked(page, "Your own numbers");
  const folder = mkdtempSync(join(tmpdir(), "order-triage-mended-"));
  const wrong = JSON.stringify({ ...OWN, contacts: { officer: "020 7946 0958" } });
  await openIn(folder, page, "practice.json", wrong, "#practice-file");
  await until(page, "!document.querySelector('#problems').hidden");
  expect(await text(page, "#problems")).toMatch(/practice\.json, line 1, column \d+: `officer` is another/);
  await openIn(folder, page, "practice.json", JSON.stringify(OWN), "#practice-file");
  await until(page, "document.querySelector('#contacts-mdo').value !== ''");
  expect(await page.evaluate("document.title + document.querySelector('#problems').hidden")).toMatch(
    /^(?!Error).*true$/,
  );
  expect(parse(await saved(page, "Use and save as a file", "practice.yaml"))).toEqual(OWN);
  await asked(page, "What do you have?");
  // and the form has it again
  await press(page, "Your own numbers");
  await asked(page, "Your own numbers");
  expect(await page.evaluate("document.querySelector('#name').value")).toBe(OWN.name);
  expect(await page.evaluate("[...document.querySelectorAll(':checked')].map((one) => one.value)")).toEqual(
    OWN.facts["records-held"],
  );
});

test("what cannot stand in a practice file is told at its line of the form, and going back uses nothing", async () => {
  const page = await opened();
  await press(page, "Your own numbers");
  await asked(page, "Your own numbers");
  await page.evaluate("document.querySelector('#contacts-legal-team').value = 'Dr Smith, 020 7946 0958'");
  await press(page, "Use these");
  expect(await text(page, "#contacts-legal-team-error")).toMatch(
    /^Error: Your own legal team or solicitors names a per/,
  );
  expect(await page.evaluate("document.querySelector('[aria-invalid]').id")).toBe("contacts-legal-team");
  expect(await violations(page)).toEqual([]);
  await press(page, "Your own legal team");
  expect(await page.evaluate("document.activeElement.id")).toBe("contacts-legal-team");
  await page.evaluate("document.querySelector('#contacts-legal-team').value = '020 7946 0958'");
  await page.evaluate("document.querySelector('#name').value = 'x'.repeat(121)");
  await press(page, "Use these");
  expect(await text(page, ".error:not(:empty)")).toContain("Name of your practice, trust or hospital ");
  expect(await page.evaluate("document.querySelectorAll('[aria-invalid]').length")).toBe(1);
  await press(page, "Back");
  await asked(page, "What do you have?");
  expect(await text(page, ".beside")).not.toContain("In use");
});

test("text that looks like markup stays text, in the table as in a case", async () => {
  const hostile = readFileSync("tests/tables/parking.yaml", "utf8")
    .replace(
      "What was behind the wiper?",
      `</script><script>document.title = "taken"</script><img src=x onerror=alert(1)>`,
    )
    .replace("headline: Object to the ticket", `headline: "\\"><script>document.title = 'taken'</script>"`);
  const loaded = loadTable({ name: "table.yaml", text: hostile });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const page = await browser.open(await pageOf(loaded.value), { today: TODAY });
  await running(page);
  expect(await text(page, "main h1")).toContain("<img src=x onerror=alert(1)>");
  await open(page, "case.yaml", `particulars: { reference: "<img src=x>" }\nfacts: { sheet: ticket }\n`);
  await seen(page, ".verdict, #problems:not([hidden])");
  expect(await page.evaluate("document.images.length")).toBe(0);
  expect(page.complaints).toEqual([]);
});
