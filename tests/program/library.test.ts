import { readFileSync } from "node:fs";
import { execa } from "execa";
import { expect, test } from "vitest";
import { run } from "./run.js";

test("the built library does what the README shows, and answers as the program does", async () => {
  const [, example] = /^```ts\n(.*?)^```$/ms.exec(readFileSync("README.md", "utf8")) as unknown as [string, string];
  const shown = await execa(process.execPath, ["--input-type=module", "--eval", example], { reject: false });
  const same = ["assess", "--instrument", "court-order", "--as-of", "2026-11-22", "--format", "json"];
  const { verdict, headline } = JSON.parse((await run(same)).stdout as string);
  expect(verdict).toBe("cannot-say");
  expect([shown.stdout, shown.stderr]).toEqual([`${verdict} ${headline}`, ""]);
});
