import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedTable } from "../law/shipped.js";
import { type Editor, openEditor } from "./editor.js";

let editor: Editor;
beforeAll(async () => {
  editor = await openEditor();
});
afterAll(() => editor.close());

const example = "examples/pre-charge-production-order.yaml";
const texts: Readonly<Record<string, string>> = {
  "rules.yaml": readFileSync("rules.yaml", "utf8"),
  // a table that other people keep, in a folder of their own
  "tests/tables/parking.yaml": `# yaml-language-server: $schema=../../schemas/rules-1.schema.json
${readFileSync("tests/tables/parking.yaml", "utf8")}`,
  [example]: readFileSync(example, "utf8"),
};

function edited(path: string, from: string, to: string): string {
  const parts = (texts[path] as string).split(from);
  if (parts.length !== 2) throw new Error(`not once in ${path}: ${from}`);
  return parts.join(to);
}

test("nothing is underlined in the table and the examples, whose first lines name their schema", async () => {
  const files = ["rules.yaml", ...readdirSync("examples").map((name) => join("examples", name))];
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    const schema = file === "rules.yaml" ? "./schemas/rules-1.schema.json" : "../schemas/case-1.schema.json";
    expect([file, text.split("\n")[0]]).toEqual([file, `# yaml-language-server: $schema=${schema}`]);
    expect([file, await editor.underlined(file, text)]).toEqual([file, []]);
  }
});

describe("in a rule table", () => {
  const table = "tests/tables/parking.yaml";
  const leaflet =
    "    verdict: refer\n    headline: A leaflet asks for nothing\n    because: A leaflet is not a ticket.\n";
  const verdicts =
    '"appears-lawful", "statutory-duty", "likely-unlawful", "refer", "may-disclose", "consent-first", "not-an-order-yet", "out-of-scope"';

  test("nothing is underlined that is right", async () => {
    expect(await editor.underlined(table, texts[table] as string)).toEqual([]);
  });

  test.each([
    [
      "a misspelt verdict",
      leaflet,
      leaflet.replace("refer", "reffer"),
      [`"reffer" Value is not accepted. Valid values: ${verdicts}.`],
    ],
    [
      "a misspelt field",
      leaflet,
      leaflet.replace("because", "becuase"),
      ['"i" Missing property "because".', '"becuase" Property becuase is not allowed.'],
    ],
    [
      "a date that is none",
      "reviewed-on: 2026-01-01",
      "reviewed-on: 2026-02-30",
      ['"2026-02-30" is not a date: write it as 2026-11-22'],
    ],
    [
      "an id that is none",
      "id: landlord-ticket",
      "id: Landlord ticket",
      ['"Landlord ticket" is not an id: write small letters, figures and single hyphens, starting with a letter'],
    ],
    [
      "a condition that is none",
      "when: { sheet: leaflet }",
      "when: { sheet: { is: leaflet } }",
      ['"{ is: leaflet }" Incorrect type. Expected one of string, boolean.'],
    ],
  ])("%s is underlined", async (_, from, to, expected) => {
    expect(await editor.underlined(table, edited(table, from, to))).toEqual(expected);
  });

  test("the verdicts are offered, with what they mean", async () => {
    const offered = await editor.offered(table, edited(table, leaflet, leaflet.replace("refer", "¦")));
    expect(
      Object.keys(offered)
        .map((label) => `"${label}"`)
        .join(", "),
    ).toBe(verdicts);
    expect(offered["may-disclose"]).toBe("Nothing compels. Disclosure can be justified, and the holder decides.");
  });

  test("the fields of a rule that it has not got are offered, with what they are for", async () => {
    const offered = await editor.offered(table, edited(table, leaflet, `${leaflet}    ¦\n`));
    expect(offered).toMatchObject({
      "do-not": expect.stringContaining("Do not"),
      deadlines: expect.stringContaining("dates"),
      "review-by": expect.stringContaining("lawyer"),
    });
    expect(offered).not.toHaveProperty("because");
  });

  test("the verdicts that have no words yet are offered where the words stand", async () => {
    const offered = await editor.offered(table, edited(table, "\nfacts:\n", "  ¦\nfacts:\n"));
    expect(offered).toHaveProperty("may-disclose");
    expect(offered).not.toHaveProperty("refer");
  });

  test("a pointer on a field shows what it is for", async () => {
    const onVerdict = await editor.shown(table, edited(table, leaflet, leaflet.replace("verdict", "ver¦dict")));
    expect(onVerdict).toContain("The answer that this rule gives.");
    expect(onVerdict).toContain("* `may-disclose`: Nothing compels.");
    const onTest = await editor.shown(table, edited(table, "when: { sheet: leaflet }", "when: { pa¦per: leaflet }"));
    expect(onTest).toContain("A fact has this value, or one of a list");
  });
});

describe("in a case", () => {
  const { facts } = shippedTable().table;
  const charged = facts["charged"]?.values ?? {};

  test.each([
    [
      "a misspelt answer",
      "charged: nobody",
      "charged: nobdy",
      ['"nobdy" Value is not accepted. Valid values: "patient", "someone-else", "nobody", "unknown".'],
    ],
    ["a misspelt fact", "  charged:", "  chraged:", ['"chraged" Property chraged is not allowed.']],
    [
      "an answer left blank",
      "charged: nobody",
      "charged:",
      ['"" Value is not accepted. Valid values: "patient", "someone-else", "nobody", "unknown".'],
    ],
    ["a name", "  reference:", "  patient-name:", ['"patient-name" Property patient-name is not allowed.']],
    [
      "a date in another order",
      "order-date: 2026-11-18",
      "order-date: 18/11/2026",
      ['"18/11/2026" is not a date from 2018 to 2060: write the year first, such as 2026-11-22'],
    ],
  ])("%s is underlined", async (_, from, to, expected) => {
    expect(await editor.underlined(example, edited(example, from, to))).toEqual(expected);
  });

  test("the answers are offered in the words of the table", async () => {
    const offered = await editor.offered(example, edited(example, "charged: nobody", "charged: ¦"));
    expect(offered).toEqual({ ...charged, unknown: "Not known." });
  });

  test("the facts that nobody has stated yet are offered with their questions", async () => {
    const offered = await editor.offered(example, edited(example, "  charged: nobody\n", "  ¦\n"));
    expect(offered).toMatchObject({ charged: expect.stringContaining(facts["charged"]?.ask ?? "no question") });
    expect(offered).not.toHaveProperty("consent");
  });

  test("a pointer on a fact shows its question and its answers", async () => {
    const shown = await editor.shown(example, edited(example, "access-conditions:", "access-¦conditions:"));
    expect(shown).toContain(facts["access-conditions"]?.ask);
    expect(shown).toContain(`* \`not-stated\`: ${facts["access-conditions"]?.values["not-stated"]}`);
  });
});
