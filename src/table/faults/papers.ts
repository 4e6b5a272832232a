import type { Path } from "../../source/document.js";
import { nearest } from "../../source/nearest.js";
import { paperConditionsOf } from "../conditions.js";
import { didYouMean, type Fault } from "../fault.js";
import { BLANK, filledIn, PLACEHOLDERS, placeholdersIn, STANDING } from "../paper/paper.js";
import type { Paper, Table } from "../table.js";

/** Placeholders that nothing could fill in, and papers that need no case and speak of one. */
export function findPaperFaults(table: Table): Fault[] {
  return Object.entries(table.papers).flatMap(([id, paper]) => [
    ...placeholderFaults(table, id, paper),
    ...(paper.standing ? standingFaults(table, id, paper) : []),
  ]);
}

function placeholderFaults({ particulars }: Table, id: string, { title, use, sections }: Paper): Fault[] {
  const path = ["papers", id];
  const known = [...PLACEHOLDERS, ...Object.keys(particulars)];
  const fixed: [Path, string][] = [
    [[...path, "title"], title],
    [[...path, "use"], use],
    ...sections.map(({ heading = "" }, index): [Path, string] => [[...path, "sections", index, "heading"], heading]),
  ];
  const says = sections.flatMap((section, index) =>
    section.says.map((line, place): [Path, string] => [[...path, "sections", index, "says", place], line.says]),
  );
  return [
    ...fixed.flatMap(([at, text]) => (/[{}]/.test(text) ? [fault(at, "a placeholder stands in `says` only")] : [])),
    ...says.flatMap(([at, text]) => [
      ...placeholdersIn(text)
        .filter((name) => !known.includes(name))
        .map((name) => {
          const message = `\`{${name}}\` is neither \`{${BLANK}}\` nor a particular of this table`;
          return fault(at, message, didYouMean(nearest(name, known)));
        }),
      ...(/[{}]/.test(filledIn(text, () => "")) ? [fault(at, "a brace is open, or closes nothing")] : []),
    ]),
  ];
}

function standingFaults(table: Table, id: string, { discloses, sections }: Paper): Fault[] {
  const path = ["papers", id];
  const paths = [
    ...(discloses ? [[...path, "discloses"]] : []),
    ...paperConditionsOf(table).flatMap((one) => (one.paper === id ? [one.path] : [])),
    ...sections.flatMap(({ tells }, index) =>
      tells === undefined || STANDING.includes(tells) ? [] : [[...path, "sections", index, "tells"]],
    ),
  ];
  const help = "take it out, or leave `standing` out";
  return paths.map((at) => ({
    ...fault(at, `\`${id}\` needs no case, so \`${at.at(-1)}\` has nothing to go by`, help),
    part: "key",
  }));
}

function fault(path: Path, message: string, help = `write \`{${BLANK}}\`, or a particular, between braces`): Fault {
  return { code: "OT315", path, part: "value", message, help };
}
