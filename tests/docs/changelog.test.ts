import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

const changelog = readFileSync("CHANGELOG.md", "utf8");

test("the version of the package stands in the changelog", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(changelog).toMatch(new RegExp(`^## ${version.replaceAll(".", "\\.")} - \\d{4}-\\d{2}-\\d{2}$`, "m"));
});

test("the changelog has the edition of the table", () => {
  const [, latest] = /^Table: edition (.+)\.$/m.exec(changelog) ?? [];
  expect(latest).toBe(parse(readFileSync("rules.yaml", "utf8")).table.edition);
});
