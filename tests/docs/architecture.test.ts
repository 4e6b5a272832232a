import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const page = readFileSync("docs/architecture.md", "utf8");
const named = [...page.matchAll(/`([\w.-]+\/[\w./-]*|[\w-]+\.(?:yaml|json|md))`/g)].map(([, path]) => path as string);

test("every path that the page on architecture names is there", () => {
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test("every folder of the source is on its map", () => {
  const entries = readdirSync("src", { recursive: true, withFileTypes: true });
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map(({ parentPath, name }) => `${parentPath}/${name}/`.replaceAll("\\", "/"));
  expect(folders.filter((folder) => !named.includes(folder))).toEqual([]);
});

test("no folder of the source has more than twenty files", () => {
  const files = readdirSync("src", { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const folders = [...new Set(files.map(({ parentPath }) => parentPath))];
  const inside = (folder: string): number => files.filter(({ parentPath }) => parentPath === folder).length;
  expect(folders.filter((folder) => inside(folder) > 20)).toEqual([]);
});
