import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { installedPath } from "../program/installed.js";
import { expectRecorded } from "../recorded/recorded.js";
import { recorded } from "../recorded/transcript.js";
import { openTerminal } from "./tmux.js";

/** A conversation in the questions' plain form: the command, and the screen when all is over. */
const CONVERSATION = /(?<=^```terminal\n)\$ ([^\n]*)\n(.*?)^(?=```$)/gms;

/** What plain questions end with, before somebody answers. */
const PROMPT = /^(?:Type a number and press Enter \(.*\):|>) ?(.*)$/gm;

const documents = [
  "README.md",
  ...readdirSync("docs").map((name) => join("docs", name)),
  "tests/terminal/interview.md",
];
const withConversations = documents.filter((document) => readFileSync(document, "utf8").match(CONVERSATION));

/** The screen after a command, with what was typed at each prompt of a conversation typed again. */
async function converse(command: string, screen: string): Promise<string> {
  const terminal = await openTerminal(`PATH=${installedPath()} ${command}`);
  try {
    for (const [index, [, typed]] of [...screen.matchAll(PROMPT)].entries()) {
      await terminal.stopsAt(PROMPT, index + 1);
      await terminal.press(...(typed === "" ? [] : [typed as string]), "Enter");
    }
    return (await terminal.shows("[exit ")).trimEnd();
  } finally {
    await terminal.close();
  }
}

test("there are documents with conversations", () => {
  expect(withConversations.length).toBeGreaterThan(1);
});

test.each(withConversations)("%s shows what is said at a terminal", { timeout: 300_000 }, async (document) => {
  let anew = readFileSync(document, "utf8");
  for (const [text, command, screen] of anew.matchAll(CONVERSATION)) {
    const now = recorded((screen as string).trimEnd(), await converse(command as string, screen as string));
    anew = anew.replace(text, () => `$ ${command}\n${now}\n`);
  }
  await expectRecorded(anew, document);
});
