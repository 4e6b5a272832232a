// Prints how many questions the program asks somebody whose answers are those of a case, for each case of each file named.
import { readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const outfile = join(root, "dist", "question-counts.mjs");
const contents = `
  export { KIND_OF_PAPER } from "./tests/law/kind-of-paper.js";
  export { countQuestions } from "./tests/questions/question-counts.js";
  export { loadTable, readCase } from "./src/index.js";`;
await build({
  stdin: { contents, resolveDir: root },
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  define: { PACKAGE_VERSION: '"bench"' },
});
const { countQuestions, KIND_OF_PAPER, loadTable, readCase } = await import(outfile);
rmSync(outfile);

const table = orThrow(loadTable(read(join(root, "rules.yaml"))));
const day = new Date().toISOString().slice(0, 10);
console.log("| case | to the verdict | to the rule | facts in all | beyond the kind of paper | with the dates |");
console.log("|---|---|---|---|---|---|");
for (const { name, text } of process.argv.slice(2).map(read)) {
  for (const one of text.split(/^---\n/m)) {
    const given = orThrow(readCase({ name, text: one }, table));
    const { toVerdict, toRule, asked, toEnd } = countQuestions(table, given, day);
    const kinds = asked.filter((id) => KIND_OF_PAPER.includes(id)).length;
    const figures = [toVerdict ?? "never", toRule ?? "never", asked.length, asked.length - kinds, toEnd];
    console.log(`| ${[given.title ?? name, ...figures].join(" | ")} |`);
  }
}

function read(name) {
  return { name, text: readFileSync(name, "utf8") };
}

function orThrow(parsed) {
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join("\n"));
  return parsed.value;
}
