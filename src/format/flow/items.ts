import { type Flow, type FlowEnd, type FlowQuestion, numbered } from "../../report/document.js";
import { OTHERWISE } from "../../report/table/flow-words.js";
import { type SetText, setText } from "./text.js";

/** Something with a place in the picture. Rows of boxes and rows of answers take turns. */
export interface Item {
  readonly key: string;
  readonly row: number;
  readonly width: number;
  readonly height: number;
  readonly shows: Shown;
}

/** A bend is a place that an arrow passes on its way to a lower row. */
type Shown =
  | { readonly kind: "question"; readonly text: SetText }
  | { readonly kind: "end"; readonly end: FlowEnd; readonly label: SetText; readonly text: SetText }
  | { readonly kind: "answer"; readonly text: SetText }
  | { readonly kind: "bend" };

/** Items of which each leads to items of the next row. */
export interface Diagram {
  readonly items: readonly Item[];
  readonly links: readonly Link[];
}

export interface Link {
  readonly from: string;
  readonly to: string;
}

/** For each item that a link has at the one end, what it has at the other. */
export function neighbours(links: readonly Link[], of: keyof Link, other: keyof Link): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const link of links) found.set(link[of], [...(found.get(link[of]) ?? []), link[other]]);
  return found;
}

export const SIZE = { box: 11, answer: 10 } as const;
export const PADDING = 6;

/** How wide a box is, and at most an answer. */
export interface Widths {
  readonly box: number;
  readonly answer: number;
}

/** What there is to draw. An end is drawn once for each row that it is reached from. */
export function diagramOf({ questions, ends }: Flow, widths: Widths): Diagram {
  const rows = rowsOf(questions);
  const items = new Map<string, Item>();
  const links: Link[] = [];
  const add = (item: Item): string => items.set(item.key, item) && item.key;
  for (const question of questions) {
    const row = rows.get(question.key) as number;
    add(questionItem(question, row, widths.box));
    for (const [index, { texts, leads }] of question.answers.entries()) {
      const end = ends.find(({ key }) => key === leads);
      const lastRow = end === undefined ? (rows.get(leads) as number) : row + 2;
      const way = [question.key, add(answerItem(`${question.key}/${index}`, texts, row + 1, widths.answer))];
      for (let bend = row + 2; bend < lastRow; bend++)
        way.push(add(bendItem(`${question.key}/${index}/${bend}`, bend)));
      way.push(end === undefined ? leads : add(endItem(end, lastRow, widths.box)));
      links.push(...way.slice(1).map((to, step) => ({ from: way[step] as string, to })));
    }
  }
  return { items: [...items.values()], links };
}

/** A question stands below every question that leads to it. */
function rowsOf(questions: readonly FlowQuestion[]): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const { key, answers } of questions) {
    const row = rows.get(key) ?? 0;
    rows.set(key, row);
    for (const { leads } of answers) rows.set(leads, Math.max(rows.get(leads) ?? 0, row + 2));
  }
  return rows;
}

function questionItem({ key, text }: FlowQuestion, row: number, width: number): Item {
  const set = setText([text], width - 2 * PADDING, SIZE.box);
  return { key, row, width, height: set.height + 2 * PADDING, shows: { kind: "question", text: set } };
}

function endItem(end: FlowEnd, row: number, width: number): Item {
  const room = width - 3 * PADDING;
  const label = setText(end.verdict === undefined ? [] : [end.verdict.label], room, SIZE.box * BOLD);
  const text = setText([numbered(end.number, end.text)], room, SIZE.box);
  const height = label.height + text.height + 2 * PADDING;
  return { key: `${end.key}@${row}`, row, width, height, shows: { kind: "end", end, label, text } };
}

/** Bold letters are wider. */
const BOLD = 1.1;

function answerItem(key: string, texts: readonly string[], row: number, width: number): Item {
  const paragraphs = texts.length === 0 ? [OTHERWISE] : texts.map((text, index) => (index === 0 ? text : `or ${text}`));
  const set = setText(paragraphs, width, SIZE.answer);
  return { key, row, width: set.width + 4, height: set.height + 4, shows: { kind: "answer", text: set } };
}

function bendItem(key: string, row: number): Item {
  return { key, row, width: 8, height: 0, shows: { kind: "bend" } };
}
