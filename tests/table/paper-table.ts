import { type CompiledTable, loadTable } from "../../src/index.js";
import { edited, parking } from "../audit/edited.js";

/** Papers for the table about parking. */
const PAPERS = `papers:
  objection:
    title: Objection
    use: For the town hall.
    when: { sheet: ticket, issuer: town }
    sections:
      - says:
          - "Our reference: {reference}"
          - "Of the ticket: {issued-on}"
          - "Signed: {blank}"
      - heading: Why
        as: numbered
        says:
          - says: The place was paid for.
            when: { paid: yes }
          - Please look again.
      - heading: If it was paid
        when: { paid: yes }
        says: Here is the receipt.
  notes:
    title: Notes
    use: For you.
    sections:
      - { heading: Stated, tells: answers }
      - { heading: Open, tells: not-known }
      - { heading: Dates, tells: dates }
      - { heading: Steps, as: numbered, tells: steps }
      - { heading: Verdict, tells: verdict }
      - { heading: Why, tells: why }
      - { heading: Ground, tells: ground }
      - { heading: Whom, tells: contacts }
      - { tells: stamp, as: paragraphs }
  receipt-letter:
    title: Letter with the money
    use: For the town hall, with what is paid.
    discloses: yes
    sections:
      - says: "Paid by: {blank}"
  windscreen:
    title: For the windscreen
    use: To lie in the car.
    standing: yes
    sections:
      - heading: Never
        as: checklist
        says: ["Pay a leaflet.", "My number: {blank}"]

`;

export const withPapers = edited(
  parking,
  ["\nsteps:\n", `\n${PAPERS}steps:\n`],
  ["pay: { do: Pay at the town hall.,", "pay: { do: Pay at the town hall., discloses: yes,"],
);

export function compiled(text: string): CompiledTable {
  const loaded = loadTable({ name: "rules.yaml", text });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  return loaded.value;
}
