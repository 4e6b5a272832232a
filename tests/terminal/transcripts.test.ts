import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { installedPath } from "../program/installed.js";
import { matches } from "../program/transcript.js";
import { openTerminal } from "./tmux.js";

/** What plain questions end with, before somebody answers. */
const PROMPT = /^(Type a number and press Enter \(.*\):|>) ?(.*)$/gm;

/** A conversation in the questions' plain form, as a document shows it: the command, and the screen when all is over. */
interface Conversation {
  readonly command: string;
  readonly screen: string;
}

function conversationsIn(markdown: string): Conversation[] {
  const blocks = [...markdown.matchAll(/^```terminal\n\$ ([^\n]*)\n(.*?)^```$/gms)];
  return blocks.map(([, command, screen]) => ({ command: command as string, screen: (screen as string).trimEnd() }));
}

async function replay({ command, screen }: Conversation): Promise<string> {
  const terminal = await openTerminal(`PATH=${installedPath()} ${command}`);
  try {
    for (const [, prompt, typed] of screen.matchAll(PROMPT)) {
      await terminal.stopsAt(prompt as string);
      await terminal.press(...(typed === "" ? [] : [typed as string]), "Enter");
    }
    return (await terminal.shows("[exit ")).trimEnd();
  } finally {
    await terminal.close();
  }
}

const conversations = ["README.md", "tests/terminal/interview.md"].flatMap((document) =>
  conversationsIn(readFileSync(document, "utf8")).map((conversation) => ({ document, ...conversation })),
);

test.each(conversations)("$document: $command", async (conversation) => {
  const screen = await replay(conversation);
  if (!matches(conversation.screen, screen)) expect(screen).toBe(conversation.screen);
});
