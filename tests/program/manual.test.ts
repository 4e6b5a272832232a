import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "./run.js";

const folder = "dist/man";
const pages = readdirSync(folder);

/** The words of a text, in the order of the alphabet: what is a heading, and where lines end, is left aside. */
function wordsOf(text: string): string[] {
  const words = text.toLowerCase().split(/[\s"`]+/);
  return words
    .map((word) => word.replace(/:$/, ""))
    .filter((word) => word !== "")
    .toSorted();
}

/** A page without the marks of its form. */
function read(page: string): string {
  const text = readFileSync(join(folder, page), "utf8").replaceAll(/^\.(?:SH|TP|PP|nh|ad l)\b/gm, "");
  return text
    .replaceAll(/\\f[BR]/g, "")
    .replaceAll("\\-", "-")
    .replaceAll("\\&", "");
}

test.each(pages)("%s says all that the help of its command says", async (page) => {
  const [, command = ""] = /^order-triage-?(.*)\.1$/.exec(page) ?? [];
  const { stdout } = await run(["help", ...command.split("-").filter((word) => word !== "")]);
  const told = wordsOf(read(page));
  const missing = wordsOf(String(stdout).replace("Usage: ", "")).filter((word) => {
    const at = told.indexOf(word);
    return at < 0 || told.splice(at, 1).length === 0;
  });
  expect(missing).toEqual([]);
});

test("there is a page for each command that help lists, and the package tells npm where they lie", async () => {
  const listed = async (...words: string[]): Promise<string[]> => {
    const list =
      String((await run(["help", ...words])).stdout)
        .split("\nCommands:\n")[1]
        ?.split("\n\n")[0] ?? "";
    return [...list.matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name as string).filter((name) => name !== "help");
  };
  const below = (await listed("rules")).map((name) => `rules-${name}`);
  const names = [...(await listed()), ...below].map((name) => `order-triage-${name}.1`);
  expect(pages.toSorted()).toEqual(["order-triage.1", ...names].toSorted());
  // a folder would do by the documentation of npm, and is passed over when a package is installed
  const { man } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(man.toSorted()).toEqual(pages.map((page) => `${folder}/${page}`).toSorted());
});
