import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CompiledTable, loadTable } from "../../src/index.js";
import { type Batched, runBatch } from "./run-batch.js";

const parking = readFileSync("tests/tables/parking.yaml", "utf8");
const table = tableOf(parking);

function tableOf(text: string): CompiledTable {
  const loaded = loadTable({ name: "parking.yaml", text });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  return loaded.value;
}

interface Reading {
  readonly name?: string;
  readonly ignoreColumns?: readonly string[];
  readonly sizes?: readonly number[];
  readonly isRepeatable?: boolean;
}

function read(content: string | Uint8Array, { name = "a.csv", ignoreColumns = [], ...how }: Reading = {}) {
  return runBatch(table, name, Buffer.from(content as string), { ignoreColumns }, how.sizes, how.isRepeatable);
}

/** What came of each row: the verdict or what is wrong with it. */
function told({ records }: Batched): string[] {
  return records.map((record) =>
    "errors" in record ? record.errors.map(({ at, message }) => `${at}: ${message}`).join("; ") : record.verdict,
  );
}

const TABLE = "reference,sheet,paid,issuer\nP-1,ticket,no,town\nP-é,leaflet,,\n";
const ANSWERS = [
  { at: "a.csv:2", reference: "P-1", verdict: "appears-lawful" },
  { at: "a.csv:3", reference: "P-é", verdict: "refer" },
];

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return isBigEndian ? bytes.swap16() : bytes;
}

describe("a table is read whatever wrote it", () => {
  test.each<[string, string | Uint8Array]>([
    ["commas", TABLE],
    ["semicolons", TABLE.replaceAll(",", ";")],
    ["tabs", TABLE.replaceAll(",", "\t")],
    ["UTF-16, the first byte the lower one", utf16(TABLE, false)],
    ["UTF-16, the first byte the higher one", utf16(TABLE.replaceAll(",", "\t"), true)],
    ["line ends of Windows", TABLE.replaceAll("\n", "\r\n")],
    ["line ends of an old Mac", TABLE.replaceAll("\n", "\r")],
    ["quotation marks", TABLE.replaceAll(/[^,\n]+/g, '"$&"')],
    ["a byte order mark", `\uFEFF${TABLE}`],
    ["columns without a name and without content", TABLE.replaceAll("\n", ",,\n")],
    ["names with capitals, blanks and hyphens", TABLE.replace("reference,sheet,paid", "Reference,SH EET, P-aid ")],
    ["values with capitals, blanks and hyphens", TABLE.replace("ticket,no,town", "TICKET,No, To wn")],
    ["truth values", TABLE.replace(",no,", ",FALSE,")],
    ["what nobody knows", TABLE.replace("leaflet,,", "leaflet,Don’t know,not known")],
  ])("%s, however the bytes come in", async (_, content) => {
    for (const sizes of [[1 << 20], [5, 1, 3]]) expect((await read(content, { sizes })).records).toMatchObject(ANSWERS);
  });

  test.each(["sep=;", '"sep=;"', "SEP=;\r"])("a first line `%s`", async (line) => {
    const { records } = await read(`${line}\n${TABLE.replaceAll(",", ";")}`);
    expect(records).toMatchObject([
      { ...ANSWERS[0], at: "a.csv:3" },
      { ...ANSWERS[1], at: "a.csv:4" },
    ]);
    expect((await read("sep=|\nsheet|title\nleaflet|a,b;c\n")).records).toMatchObject([{ verdict: "refer" }]);
  });

  test.each([
    ["a table", TABLE, "refer"],
    ["a table with semicolons in pieces", TABLE.replaceAll(",", ";"), "refer"],
    ["a table in UTF-16", utf16(TABLE, false), "refer"],
    ["YAML", "title: a, b; c\nfacts: { sheet: leaflet }\n", "refer"],
    ["YAML behind a comment", "# a, b; c\nfacts: { sheet: leaflet }\n", "refer"],
  ])("on standard input it is known by its first line: %s", async (_, content, verdict) => {
    const { records } = await read(content, { name: "standard input", sizes: [3] });
    expect(records.at(-1)).toMatchObject({ verdict });
  });
});

test("whatever stands in it, in whatever pieces it comes, each row is told of at its place", async () => {
  const sign = fc.constantFrom(
    ",",
    ";",
    '"',
    '""',
    "\n",
    "\r\n",
    "\r",
    " ",
    "a",
    "leaflet",
    "18/11/2026",
    "é",
    "\0",
    "\u2028",
    "sep=;",
  );
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
  const header = fc.constantFrom("reference,sheet,issued-on\n", "sheet;;title\r\n", "sep=,\nsheet,,title\r", "");
  await fc.assert(
    fc.asyncProperty(
      header,
      fc.array(sign, { maxLength: 40 }),
      fc.boolean(),
      sizes,
      async (names, signs, isWide, pieces) => {
        const text = names + signs.join("");
        const content = isWide ? utf16(text, true) : text;
        const whole = await read(content);
        expect((await read(content, { sizes: pieces })).text).toBe(whole.text);
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const { at } of whole.records) expect(at.split(":")[1] ?? 0).toSatisfy((line) => Number(line) <= lines);
      },
    ),
    { numRuns: 300 },
  );
});

describe("a file that is no table is told of once", () => {
  const packed = Buffer.from("504b030414000600080000002100", "hex");
  const older = Buffer.from("d0cf11e0a1b11ae1", "hex");
  test.each<[string, string, Uint8Array, string, RegExp]>([
    ["a workbook", "a.csv", packed, "OT102", /workbook.*CSV UTF-8/],
    ["a workbook by its name", "a.xlsx", packed, "OT102", /workbook.*CSV UTF-8/],
    ["an older workbook", "a.xls", older, "OT102", /workbook.*CSV UTF-8/],
    ["UTF-16 without its mark", "a.csv", Buffer.from(TABLE, "utf16le"), "OT102", /not a text file/],
    ["half of UTF-16", "a.csv", utf16(TABLE, false).subarray(0, 41), "OT103", /not in UTF-16/],
    ["lines in UTF-16", "a.ndjson", utf16('{}\n{}\n{"title":"a"}\n', false), "OT103", /UTF-16/],
    ["a list in UTF-16", "a.json", utf16("[{},\n{}]", true), "OT103", /UTF-16/],
    ["YAML in UTF-16", "a.yaml", utf16("title: a\n---\ntitle: b\n", true), "OT103", /UTF-16/],
  ])("%s", async (_, name, content, code, sentence) => {
    for (const sizes of [[1 << 20], [3, 1]]) {
      const { records, summary } = await read(content, { name, sizes });
      expect(records).toMatchObject([{ at: `${name}:1`, errors: [{ code }] }]);
      expect(JSON.stringify(records)).toMatch(sentence);
      expect(summary).toMatchObject({ records: 1, unreadable: 1 });
    }
  });
});

describe("what could be meant in two ways is not guessed", () => {
  test.each([
    [
      "a cell in a column without a name",
      "sheet,\nleaflet,\nleaflet,x\n",
      ["refer", "a.csv:3:9: this cell stands in a column that has no name"],
    ],
    [
      "one column by two names",
      "sheet,Sh-eet\n",
      ["a.csv:1:7: `Sh-eet` is the same column as `sheet`; no row was read"],
    ],
    ["one column twice", "sheet,paid,sheet\n", ["a.csv:1:12: the column `sheet` stands twice; no row was read"]],
    ["an answer that is not one", "paid\nn/a\n", ["a.csv:2:1: `paid`: `n/a` is not one of `yes`, `no`, `unknown`"]],
    [
      "a truth value for something else",
      "sheet\nTRUE\n",
      ["a.csv:2:1: `sheet`: `TRUE` is not one of `ticket`, `leaflet`, `unknown`"],
    ],
  ])("%s", async (_, content, expected) => {
    expect(told(await read(content))).toEqual(expected);
  });

  test("ids that differ only in what is overlooked are found as they stand, and not otherwise", async () => {
    const text = parking
      .replace("leaflet: A leaflet }", "leaflet: A leaflet, tick-et: Other }")
      .replace("when: { sheet: leaflet }", "when: { sheet: [leaflet, tick-et] }");
    const rows = "sheet\nticket\ntick-et\nTicket\nLeaflet\n";
    const batched = await runBatch(tableOf(text), "a.csv", Buffer.from(rows));
    expect(told(batched)).toEqual([
      "cannot-say",
      "refer",
      "a.csv:4:1: `sheet`: `Ticket` is not one of `ticket`, `leaflet`, `tick-et`, `unknown`",
      "refer",
    ]);
  });
});

describe("columns that are not for the program", () => {
  const text = "reference,Handler,sheet,Note\nP-1,x,leaflet,\nP-2,,leaflet,\xe9\n";
  test("are passed over where that is asked for, and it is told which there were not", async () => {
    const { records, summary } = await read(Buffer.from(text, "latin1"), {
      ignoreColumns: ["handler", " NOTE", "Notes"],
    });
    expect(records).toMatchObject([{ verdict: "refer" }, { verdict: "refer" }]);
    expect(summary.notFoundColumns).toEqual(["Notes"]);
  });

  test("stop the file where it is not", async () => {
    expect(told(await read(text))).toEqual([
      "a.csv:1:11: `Handler` is neither a fact nor a particular; no row was read; a.csv:1:25: `Note` is neither a fact nor a particular; no row was read",
    ]);
  });
});

describe("dates", () => {
  const column = (...cells: string[]): string => `title,issued-on\n${cells.map((cell) => `x,${cell}\n`).join("")}`;
  const facts = "sheet,issuer,paid,issued-on\n";
  const due = async (cells: readonly string[], isRepeatable = true): Promise<unknown[]> => {
    const rows = cells.map((cell) => `ticket,town,no,${cell}\n`).join("");
    const { records } = await read(facts + rows, { isRepeatable, sizes: [7] });
    return records.map((record) => ("errors" in record ? record.errors[0]?.help : record.deadlines[0]?.day));
  };
  const YEAR_FIRST =
    "write the year first, so that day and month cannot be confused; in a spreadsheet: give the column the format yyyy-mm-dd";

  test.each<[string, string[], string[]]>([
    [
      "midnight of a day",
      ["2026-11-18 00:00:00", "2026-11-18T00:00:00.000Z", "2026-11-18T00:00"],
      ["2026-11-25", "2026-11-25", "2026-11-25"],
    ],
    [
      "another time",
      ["2026-11-18 09:30:00", "2026-11-18T23:00:00.000Z"],
      ["leave the time of day out: write `2026-11-18`", expect.stringMatching(/^write the day alone, as it was where/)],
    ],
    [
      "the day first, as one of them shows",
      ["05/11/2026", "2026-11-18", "5.11.2026", "18/11/2026 00:00:00"],
      ["2026-11-12", "2026-11-25", "2026-11-12", "2026-11-25"],
    ],
    ["one that could be two days", ["05/11/2026", "11/11/2026"], [YEAR_FIRST, "2026-11-18"]],
    ["the month first", ["05/11/2026", "11/18/2026"], [YEAR_FIRST, YEAR_FIRST]],
    ["now the one and now the other", ["18/11/2026", "05/11/2026", "11/18/2026"], [YEAR_FIRST, YEAR_FIRST, YEAR_FIRST]],
    ["no day at all", ["31/02/2026", "18/11/26", "18/11-2026"], [YEAR_FIRST, YEAR_FIRST, YEAR_FIRST]],
  ])("%s", async (_, cells, expected) => {
    expect(await due(cells)).toEqual(expected);
  });

  test("of a file that cannot be read twice only those are taken that can be no other day", async () => {
    expect(await due(["05/11/2026", "18/11/2026", "11/11/2026"], false)).toEqual([
      YEAR_FIRST,
      "2026-11-25",
      "2026-11-18",
    ]);
  });

  test("each column is judged by itself", async () => {
    const rows =
      "sheet,issuer,paid,issued-on,found-on\nticket,town,no,05/11/2026,05/11/2026\nticket,town,no,18/11/2026,\n";
    expect(told(await read(rows))).toEqual(["a.csv:2:27: `found-on`: `05/11/2026` is not a date", "appears-lawful"]);
  });

  test("are never read as another day than a person in Britain would, if at all", async () => {
    const day = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 1, max: 12 }),
      sign: fc.constantFrom("/", ".", "-"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(day, { minLength: 1, maxLength: 6 }), fc.boolean(), async (days, isRepeatable) => {
        const written = days.map(({ day, month, sign }) => [day, month, 2026].join(sign));
        const meant = days.map(({ day, month }) =>
          new Date(Date.UTC(2026, month - 1, day + 7)).toISOString().slice(0, 10),
        );
        const isClear = days.some(({ day }) => day > 12) && isRepeatable;
        const expected = days.map(({ day, month }, index) =>
          isClear || day > 12 || day === month ? meant[index] : YEAR_FIRST,
        );
        expect(await due(written, isRepeatable)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  test("a long file is looked through to its end before its first date is read", async () => {
    const text = column(...Array.from({ length: 50_000 }, () => "05/11/2026"), "18/11/2026");
    expect((await read(text, { sizes: [65_536] })).summary).toMatchObject({ records: 50_001, unreadable: 0 });
  });
});

describe("places are those of the file as it is written", () => {
  test.each([
    ["quotation marks", '"P-9","ticket","nobdy"\n', "a.csv:2:17"],
    ["quotation marks within quotation marks", '"P ""9""","ticket",nobdy\n', "a.csv:2:20"],
    ["a quotation mark that is a letter", 'P "9",ticket,nobdy\n', "a.csv:2:14"],
    ["an odd end of a quotation", '"P"9,ticket,nobdy\n', "a.csv:2:13"],
    ["letters of several bytes", "Pé😀,ticket,nobdy\n", "a.csv:2:12"],
    ["a line break in the cell before", '"P\n9",ticket,nobdy\n', "a.csv:3:11"],
    ["line breaks of Windows", '\r\n\r\n"P\r\n9",ticket,nobdy\r\n', "a.csv:5:11"],
    ["a line break in the cell itself", 'P,ticket,"nob\ndy"\n', "a.csv:2:11"],
  ])("%s", async (_, row, at) => {
    for (const sizes of [[1 << 20], [4]]) {
      const { records } = await read(`reference,sheet,paid\n${row}`, { sizes });
      expect(records).toMatchObject([{ errors: [{ at }] }]);
    }
  });

  test("rows behind blank lines and behind cells of several lines", async () => {
    const { records } = await read('reference,sheet\n\n"a\r\nb",leaflet\n \n,\n"c\rd",leaflet\ne,leaflet');
    expect(records.map(({ at }) => at)).toEqual(["a.csv:3", "a.csv:7", "a.csv:9"]);
  });

  test("what is wrong with a row leaves its reference", async () => {
    const text = "sheet,reference\nleaflet,P-1,x\n\xe9,P-2\nleaflet,P-\xe9\n";
    const { records } = await read(Buffer.from(text, "latin1"));
    expect(records.map((record) => ("errors" in record ? [record.errors[0]?.code, record.reference] : record))).toEqual(
      [
        ["OT205", "P-1"],
        ["OT103", "P-2"],
        ["OT103", null],
      ],
    );
  });

  test("what follows a row that has no end is told to be lost", async () => {
    const long = "x".repeat(300_000);
    for (const row of [`leaflet,"P\nleaflet,P\n`, `leaflet,${long}\nleaflet,P\n`])
      expect(told(await read(`sheet,reference\nleaflet,P\n${row}`))).toEqual([
        "refer",
        expect.stringMatching(/; what follows was not read$/),
      ]);
  });
});
