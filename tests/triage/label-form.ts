import { readFileSync } from "node:fs";
import { type CompiledTable, loadTable } from "../../src/index.js";

const FORM = `forms:
  label:
    title: Label
    when: { thing: [phone, keys] }
    step: ask-finder
    has-to-say:
      day: { says: It gives the day., ask-for: the day, cite: [house-rules] }
      finder: { says: It says who found it., ask-for: the finder, cite: [] }

`;

/** The table of a theatre's lost property with a form: the label on a telephone or on keys. */
export const lostText = text(FORM);
export const lostWithLabels = labelled(FORM);

/** The same table with these forms. */
export function labelled(forms: string): CompiledTable {
  const loaded = loadTable({ name: "lost-property.yaml", text: text(forms) });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  return loaded.value;
}

function text(forms: string): string {
  const plain = readFileSync("tests/tables/lost-property.yaml", "utf8");
  if (forms === "") return plain;
  return plain.replace("\nsteps:\n", `\n${forms}steps:\n  ask-finder: { do: Ask whoever found it. }\n`);
}
