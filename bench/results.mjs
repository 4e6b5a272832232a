import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { figure, markdownTable } from "./markdown.mjs";

const PAGE = new URL("./README.md", import.meta.url);
const [BEGIN, END] = ["<!-- result of run.mjs -->", "<!-- end of result -->"];

/** When and where it was measured. */
export function machine(quick) {
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(new Date());
  const processors = cpus();
  const mode = quick ? " A quick run: start-up weighs more in it, and only its order of magnitude counts." : "";
  return `${day}, Node ${process.versions.node}, ${processors[0].model.trim()}, ${processors.length} cores.${mode}`;
}

/** What the project sets itself, and what came of it. */
export function targetTable(targets) {
  const rows = targets.map(({ says, got, atLeast, atMost }) => {
    const wanted = atLeast === undefined ? `at most ${figure(atMost)}` : `at least ${figure(atLeast)}`;
    return [
      says,
      wanted,
      figure(got),
      (atLeast === undefined ? got <= atMost : got >= atLeast) ? "met" : "**not met**",
    ];
  });
  return `### Targets\n\n${markdownTable(["what", "target", "measured", ""], rows)}`;
}

/** Puts a result in the place of the last one. */
export function writeIntoPage(text) {
  const page = readFileSync(PAGE, "utf8");
  const [before, after] = [page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)];
  writeFileSync(PAGE, `${page.slice(0, before)}\n\n${text}\n\n${page.slice(after)}`);
}
