import { readFileSync } from "node:fs";
import { execa } from "execa";
import { expect, test } from "vitest";

test("the built library does what the README shows", async () => {
  const [, example] = /^```ts\n(.*?)^```$/ms.exec(readFileSync("README.md", "utf8")) as unknown as [string, string];
  const { stdout, stderr } = await execa(process.execPath, ["--input-type=module", "--eval", example], {
    reject: false,
  });
  expect([stdout, stderr]).toEqual([
    "cannot-say Cannot say yet - find out: Where is the practice, clinic or hospital that holds the records?",
    "",
  ]);
});
