import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { pathToFileURL } from "node:url";

const program = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** A page open in a real browser. */
export interface OpenPage {
  /** What the page wrote to the console, errors and refusals of its security policy included. */
  readonly complaints: readonly string[];
  /** Every address that the page asked for, its own included. */
  readonly requests: readonly string[];
  /** What an expression comes to in the page. */
  readonly evaluate: <T>(expression: string) => Promise<T>;
  readonly send: (method: string, params?: object) => Promise<Record<string, unknown>>;
  /** Makes its window so large, in pixels of CSS. */
  readonly resize: (width: number, height: number) => Promise<void>;
}

export interface Browser {
  readonly open: (html: string, options?: Opening) => Promise<OpenPage>;
  readonly close: () => Promise<void>;
}

interface Opening {
  /** Whether they run; not for somebody who has switched them off. */
  readonly scripts?: boolean;
  /** What the machine's clock says when the page is opened, as YYYY-MM-DD; absent for the real one. */
  readonly today?: string;
  /** A script that runs before everything else. */
  readonly first?: string;
}

/** Starts headless Chromium, spoken to through a pipe: no port, and no network. */
export function startChromium(): Browser {
  if (!existsSync(program)) {
    throw new Error(
      `these tests open a page in Chromium, and there is none at ${program}: install it with \`apt-get install -y chromium\`, or name yours in the environment variable CHROMIUM`,
    );
  }
  const folder = mkdtempSync(join(tmpdir(), "order-triage-chromium-"));
  const child = spawn(program, [...FLAGS, `--user-data-dir=${folder}`], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const protocol = speak(child);
  return {
    open: (html, options = {}) => openPage(protocol, folder, html, options),
    close: async () => {
      const gone = once(child, "exit");
      await protocol.send("Browser.close");
      await gone;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--remote-debugging-pipe",
];

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

interface Protocol {
  readonly send: (method: string, params?: object, sessionId?: string) => Promise<Record<string, unknown>>;
  readonly events: EventEmitter<Record<"message", [Message]>>;
}

/** Messages of the DevTools protocol, each ended by a zero byte. */
function speak(child: ChildProcess): Protocol {
  const [output, input] = [child.stdio[3] as Writable, child.stdio[4] as Readable];
  const events = new EventEmitter<Record<"message", [Message]>>().setMaxListeners(0);
  let rest = "";
  input.setEncoding("utf8").on("data", (text: string) => {
    const messages = (rest + text).split("\0");
    rest = messages.pop() ?? "";
    for (const message of messages) events.emit("message", JSON.parse(message));
  });
  let last = 0;
  const send: Protocol["send"] = async (method, params = {}, sessionId = undefined) => {
    const id = ++last;
    const answered = heard(events, (message) => message.id === id);
    output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const { result, error } = await answered;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  };
  return { send, events };
}

function heard(events: Protocol["events"], isIt: (message: Message) => boolean): Promise<Message> {
  return new Promise((resolve) => {
    const listen = (message: Message): void => {
      if (!isIt(message)) return;
      events.off("message", listen);
      resolve(message);
    };
    events.on("message", listen);
  });
}

async function openPage(
  { send, events }: Protocol,
  folder: string,
  html: string,
  { scripts = true, today, first }: Opening,
): Promise<OpenPage> {
  const file = join(folder, "page.html");
  writeFileSync(file, html);
  const { targetId } = await send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = (await send("Target.attachToTarget", { targetId, flatten: true })) as { sessionId: string };
  const here: OpenPage["send"] = (method, params) => send(method, params, sessionId);
  const complaints: string[] = [];
  const requests: string[] = [];
  events.on("message", (message) => {
    if (message.sessionId !== sessionId || message.method === undefined) return;
    const told = JSON.stringify(message.params);
    if (COMPLAINTS.includes(message.method)) complaints.push(told);
    if (message.method === "Network.requestWillBeSent") {
      requests.push((message.params?.["request"] as { url: string }).url);
    }
  });
  for (const domain of ["Page", "Runtime", "Log", "Network"]) await here(`${domain}.enable`);
  await here("Emulation.setScriptExecutionDisabled", { value: !scripts });
  if (today !== undefined) await here("Page.addScriptToEvaluateOnNewDocument", { source: clockAt(today) });
  if (first !== undefined) await here("Page.addScriptToEvaluateOnNewDocument", { source: first });
  const loaded = heard(
    events,
    ({ sessionId: whose, method }) => whose === sessionId && method === "Page.loadEventFired",
  );
  await here("Page.navigate", { url: pathToFileURL(file).href });
  await loaded;
  const resize = async (width: number, height: number): Promise<void> => {
    await here("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
  };
  return { complaints, requests, send: here, resize, evaluate: (expression) => evaluate(here, expression) };
}

function clockAt(today: string): string {
  return `{
    const ahead = new Date("${today}T12:00:00") - Date.now();
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...given) { given.length === 0 ? super(Real.now() + ahead) : super(...given); }
      static now() { return Real.now() + ahead; }
    };
  }`;
}

const COMPLAINTS = ["Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"];

async function evaluate<T>(send: OpenPage["send"], expression: string): Promise<T> {
  const answer = await send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true });
  const { result, exceptionDetails } = answer as { result: { value: T }; exceptionDetails?: object };
  if (exceptionDetails !== undefined) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`);
  return result.value;
}
