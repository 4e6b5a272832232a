import type { Path } from "../../source/document.js";
import type { ProblemCode } from "../../source/problem.js";
import type { Table } from "../../table/table.js";
import type { Check, Doubt } from "../flaw.js";

/** The most signs of a text that can stand alone, two lines of a terminal. */
const LONGEST_SHORT = 140;

/** The most words of a headline, so that it can be read aloud. */
const LONGEST_HEADLINE = 12;

interface Unwanted {
  readonly code: ProblemCode;
  readonly words: RegExp;
  readonly why: string;
  readonly help: string;
}

/** Words that no reader may be given. Only a court decides; and nobody is told to disregard or obstruct one. */
const UNWANTED: readonly Unwanted[] = [
  {
    code: "OT341",
    words: /(?<!\b(?:likely|probably|appears?)\s+)\b(?:lawful|unlawful|illegal)(?:ly)?\b/i,
    why: "says flatly what only a court decides",
    help: "write `likely`, `probably` or `appears` before it",
  },
  {
    code: "OT342",
    words: /\b(?:ignore|refuse|safe)\b/i,
    why: "reads as advice to defy a court or to be at ease",
    help: "say what to do instead, and whom to ask first",
  },
];

/** Headlines that are too long, and words that say more than anybody but a court can. */
export const wording: Check = {
  codes: {
    OT340: "A headline has more than twelve words, and is then too long to be read aloud to somebody at the desk.",
    OT341:
      "A text says flatly that something is lawful or unlawful. Only a court decides that; a text says `likely`, `probably` or `appears`.",
    OT342:
      "A text has a word that can be taken for advice to defy a court, or to be at ease. Say what to do instead, and whom to ask first.",
    OT343:
      "A step, a notice, a reason or what a form has to say is longer than two lines of a terminal. Its first page shows it alone: say it in one short sentence and put the rest under `more`.",
  },
  find: ({ table }) => {
    const texts = textsOf(table);
    const headlines = texts.filter(({ path }) => path.at(-1) === "headline");
    const short = texts.filter(({ path }) => GOES_ON.includes(`${path[0]}/${path.at(-1)}`));
    return [...headlines.flatMap(tooLong), ...short.flatMap(tooMuch), ...texts.flatMap(unwanted)];
  },
};

/** The texts that the first page shows, and that may go on under `more`. */
const GOES_ON: readonly string[] = ["rules/because", "notices/says", "forms/says", "steps/do"];

interface Text {
  readonly path: Path;
  readonly text: string;
}

/** Every text that a result can show as the table's own words. */
function textsOf({ verdicts, rules, findings, notices, forms, papers, steps }: Table): Text[] {
  const fields = <Part extends object>(at: Path, part: Part, names: readonly (keyof Part & string)[]): Text[] =>
    names.flatMap((name) => (typeof part[name] === "string" ? [{ path: [...at, name], text: part[name] }] : []));
  return [
    ...Object.entries(verdicts).flatMap(([id, wording]) => fields(["verdicts", id], wording, ["headline", "do-not"])),
    ...Object.entries(findings).flatMap(([id, finding]) => fields(["findings", id], finding, ["says"])),
    ...rules.flatMap((rule, index) => fields(["rules", index], rule, ["headline", "because", "more", "do-not"])),
    ...Object.entries(notices).flatMap(([id, notice]) => fields(["notices", id], notice, ["says", "more"])),
    ...Object.entries(forms).flatMap(([id, form]) =>
      Object.entries(form["has-to-say"]).flatMap(([said, saying]) =>
        fields(["forms", id, "has-to-say", said], saying, ["says", "ask-for"]),
      ),
    ),
    ...Object.entries(papers).flatMap(([id, { sections, ...paper }]) => [
      ...fields(["papers", id], paper, ["title", "use"]),
      ...sections.flatMap((section, index) => [
        ...fields(["papers", id, "sections", index], section, ["heading"]),
        ...section.says.map(({ says }, place) => ({
          path: ["papers", id, "sections", index, "says", place],
          text: says,
        })),
      ]),
    ]),
    ...Object.entries(steps).flatMap(([id, step]) => fields(["steps", id], step, ["do", "more"])),
  ];
}

function tooLong({ path, text }: Text): Doubt[] {
  const words = text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
  if (words <= LONGEST_HEADLINE) return [];
  return [
    {
      code: "OT340",
      path,
      part: "value",
      message: `a headline of ${words} words is too long to be read aloud`,
      help: `say it in at most ${LONGEST_HEADLINE}; the reasons belong under \`because\``,
    },
  ];
}

function tooMuch({ path, text }: Text): Doubt[] {
  if (text.length <= LONGEST_SHORT) return [];
  return [
    {
      code: "OT343",
      path,
      part: "value",
      message: `${text.length} signs are more than two lines of a terminal`,
      help: "say it in one short sentence, and put the rest under `more`",
    },
  ];
}

function unwanted({ path, text }: Text): Doubt[] {
  return UNWANTED.flatMap(({ code, words, why, help }) => {
    const found = words.exec(text)?.[0];
    return found === undefined ? [] : [{ code, path, part: "value", message: `\`${found}\` ${why}`, help, words }];
  });
}
