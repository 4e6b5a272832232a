import { readdirSync, readFileSync } from "node:fs";
import { INPUT_FORMATS, type InputFormat } from "../../src/batch/read/records.js";
import { readDocument } from "../../src/source/read.js";

/** What a file is read as: cases in a format, or a rule table. */
export type Kind = InputFormat | "table";

export const KINDS = [...Object.keys(INPUT_FORMATS), "table"] as readonly Kind[];

export const CORPUS = "tests/fuzz/corpus";

export interface Seed {
  readonly name: string;
  readonly kind: Kind;
  readonly bytes: Buffer;
}

/** Files that once came to something else than they should, or that lead to odd places; each ends in its kind. */
export function corpus(): Seed[] {
  return readdirSync(CORPUS).map((name) => ({
    name,
    kind: name.split(".").at(-1) as Kind,
    bytes: readFileSync(`${CORPUS}/${name}`),
  }));
}

/** The corpus, and the examples, cases and tables of the house, each kind of case written in JSON, too. */
export function seeds(): Seed[] {
  const cases = [...filesIn("examples"), ...filesIn("tests/cases").flatMap((text) => text.split(/^(?=---$)/m))];
  const values = cases.flatMap((text) => {
    const read = readDocument({ name: "a.yaml", text });
    return read.ok ? [read.value.value] : [];
  });
  const some = Array.from({ length: 40 }, (_, index) => values.filter((_, at) => at % 40 === index));
  const texts: Record<Kind, readonly string[]> = {
    yaml: [...cases, ...some.map((_, index) => cases.slice(3 * index, 3 * index + 3).join("\n---\n"))],
    json: [
      ...filesIn("tests/records", ".json"),
      ...values.map((value) => JSON.stringify(value, null, 2)),
      ...some.map((value) => JSON.stringify(value)),
    ],
    ndjson: some.map((values) => values.map((value) => JSON.stringify(value)).join("\n")),
    csv: some.map(table),
    table: filesIn("tests/tables"),
  };
  return [
    ...corpus(),
    ...KINDS.flatMap((kind) => texts[kind].map((text) => ({ name: kind, kind, bytes: Buffer.from(text) }))),
  ];
}

function filesIn(folder: string, ending = ".yaml"): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  return names.map((name) => readFileSync(`${folder}/${name}`, "utf8"));
}

/** Cases as rows; what is no text is left out. */
function table(values: readonly unknown[]): string {
  const rows = values.map((value) => {
    const { facts, particulars } = value as Record<string, object | undefined>;
    const said = Object.entries({ ...facts, ...particulars });
    return new Map(said.filter(([, one]) => typeof one === "string"));
  });
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return [columns, ...rows.map((row) => columns.map((column) => row.get(column) ?? ""))]
    .map((cells) => cells.join(","))
    .join("\n");
}
