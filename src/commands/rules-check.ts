import type { Page } from "../report/page.js";
import { plural } from "../report/words.js";
import { situations } from "../table/compile.js";
import type { CompiledTable } from "../table/compiled.js";
import { loadTable } from "../table/load.js";
import { EXIT } from "./exit-code.js";
import type { Io } from "./io.js";
import { readRules } from "./open-table.js";
import { type Outcome, refused } from "./outcome.js";

/** Checks a table: its shape and references, that every situation has exactly one deciding rule, and its promises. */
export async function checkRules(
  io: Io,
  { path, verbose }: { readonly path: string; readonly verbose: boolean },
): Promise<Outcome> {
  const text = await readRules(io, path);
  if (!text.ok) return text.failure;
  const start = io.clock();
  const loaded = loadTable(text.value);
  const milliseconds = io.clock() - start;
  if (!loaded.ok)
    return refused(
      EXIT.checkFailed,
      text.value.name,
      loaded.problems,
      "Until they are mended, this table gives no verdict.",
    );
  const size = tableSize(loaded.value);
  const data = {
    schema: "order-triage/rules-check@1",
    file: text.value.name,
    problems: [],
    ...size,
    ...(verbose ? { milliseconds } : {}),
  };
  return {
    kind: "answered",
    report: { page: checkPage(text.value.name, size, verbose ? milliseconds : undefined), data },
    exitCode: EXIT.ok,
    remarks: [],
  };
}

interface TableSize {
  readonly rules: number;
  readonly facts: number;
  /** As a decimal number: there may be more than a JSON number can hold. */
  readonly situations: string;
  readonly periods: readonly { readonly from: string; readonly nodes: number }[];
}

function tableSize({ table, laws }: CompiledTable): TableSize {
  return {
    rules: table.rules.length,
    facts: Object.keys(table.facts).length,
    situations: String(situations(table)),
    periods: laws.map(({ from, law }) => ({ from, nodes: law.graph.variable.length })),
  };
}

function checkPage(
  name: string,
  { rules, facts, situations: count, periods }: TableSize,
  milliseconds: number | undefined,
): Page {
  const said = `${plural(rules, "rule")} over ${plural(facts, "fact")}: each of ${plural(BigInt(count), "situation")} has one deciding rule or cannot exist.`;
  const sizes = periods.map(({ from, nodes }) => `Law from ${from}: ${plural(nodes, "node")} in the diagram.`);
  const took = `Read, compiled and checked in ${milliseconds?.toFixed(0)} ms.`;
  const details = milliseconds === undefined ? [] : [{ kind: "bulleted" as const, lines: [...sizes, took] }];
  return { title: `${name}: no problems`, sections: [{ kind: "paragraphs", lines: [said] }, ...details] };
}
