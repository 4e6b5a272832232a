import type { Command } from "commander";
import { wrap } from "../format/wrap.js";
import { type Item, itemHelp } from "./help.js";
import { widthOf } from "./print.js";

/** What the help of a command goes on with, behind what the parser of the command line knows by itself. */
export type HelpSection =
  | { readonly kind: "list"; readonly heading: string; readonly items: readonly Item[] }
  | { readonly kind: "paragraphs"; readonly paragraphs: readonly string[] };

const ENDINGS = new WeakMap<Command, readonly HelpSection[]>();

/** Has the help of a command end with these sections. */
export function endHelp(command: Command, ...sections: readonly HelpSection[]): void {
  ENDINGS.set(command, sections);
  command.addHelpText("after", () => sections.map(sectionHelp).join("\n"));
}

/** What the help of a command ends with. */
export function endingOf(command: Command): readonly HelpSection[] {
  return ENDINGS.get(command) ?? [];
}

/** A section as wide as the rest of the help, with an empty line before it. */
export function sectionHelp(section: HelpSection): string {
  switch (section.kind) {
    case "list": {
      const widest = Math.max(...section.items.map(([term]) => term.length));
      return [`\n${section.heading}`, ...section.items.map(([term, says]) => itemHelp(term, widest, says))].join("\n");
    }
    case "paragraphs":
      return section.paragraphs.map((paragraph) => `\n${wrap(paragraph, widthOf(process.stdout), "")}`).join("\n");
  }
}
