import { afterEach, expect, test } from "vitest";
import { command } from "../program/run.js";
import { openTerminal, type RealTerminal } from "./tmux.js";

let terminal: RealTerminal;
afterEach(() => terminal.close());

/** What a terminal shows of the answer to the case it began with. */
async function shows(rest: string, columns: number, rows: number): Promise<string> {
  const line = `${command} assess examples/pre-charge-production-order.yaml --as-of 2026-11-22 ${rest}`;
  terminal = await openTerminal(line, columns, rows);
  return terminal.shows("[exit 20]");
}

const HEADLINE = "Order likely unlawful pre-charge - seek discharge, contact MDO";
const LAST = "Likely unlawful - by Wednesday 25 November 2026 (3 days left).";
// biome-ignore lint/suspicious/noTemplateCurlyInString: for the shell
const PIPED = "| cat; (exit ${PIPESTATUS[0]})";
const DISCLAIMER = "Decision support, not legal advice.";

test("a terminal of 24 lines shows an answer from its verdict to its verdict, with the dates", async () => {
  const screen = (await shows("", 80, 24)).trimEnd().split("\n");
  expect(screen[0]).toBe(HEADLINE);
  expect(screen.slice(-2)).toEqual([LAST, "[exit 20]"]);
  expect(screen.length).toBeLessThanOrEqual(24);
  expect(screen.join("\n")).toContain("With --full: ");
});

test("a terminal of forty columns shows whole words, the verdict first and last", async () => {
  const screen = (await shows("", 40, 60)).trimEnd();
  expect(screen.replaceAll("\n", " ")).toMatch(
    new RegExp(`^${HEADLINE} .* ${LAST.replace(/[().]/g, "\\$&")} \\[exit 20\\]$`),
  );
  expect(screen.split("\n").length).toBeLessThanOrEqual(41);
  for (const line of screen.split("\n")) expect(line.length).toBeLessThanOrEqual(40);
});

test.each([
  ["--full", true],
  ["| cat", true],
  ["", false],
])("all of it is shown where all is wanted, or no terminal is looking: %s", async (rest, whole) => {
  const command = rest === "| cat" ? PIPED : rest;
  const screen = await shows(command, 80, 200);
  expect(screen.startsWith(HEADLINE)).toBe(true);
  expect(screen.includes(DISCLAIMER)).toBe(whole);
  expect(screen).toContain(`${LAST}\n[exit 20]`);
});
