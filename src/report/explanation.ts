import { PROBLEM_CODES } from "../source/problem.js";
import type { Table } from "../table/table.js";
import { VERDICTS } from "../table/verdict.js";
import {
  codePage,
  contactPage,
  deadlinePage,
  factPage,
  findingPage,
  invariantPage,
  noticePage,
  particularPage,
  rulePage,
  sourcePage,
  stepPage,
  verdictPage,
} from "./explanation-pages.js";
import type { Page } from "./page.js";

/** Something with an id, in full: as data, and as a page to read. */
export interface Explanation {
  readonly kind: string;
  readonly data: object;
  readonly page: Page;
}

/** Everything that goes by an id: usually one thing, none where the id is not known. */
export function explain(table: Table, id: string): Explanation[] {
  return KINDS.flatMap((one) => one.explain(table, /^OT\d+$/i.test(id) ? id.toUpperCase() : id));
}

/** Every id that can be explained. */
export function knownIds(table: Table): string[] {
  return KINDS.flatMap((one) => one.ids(table));
}

interface Kind {
  readonly ids: (table: Table) => string[];
  readonly explain: (table: Table, id: string) => Explanation[];
}

function kind<Item extends object>(
  name: string,
  all: (table: Table) => Readonly<Record<string, Item>>,
  page: (table: Table, id: string, item: Item) => Page,
): Kind {
  return {
    ids: (table) => Object.keys(all(table)),
    explain: (table, id) => {
      const items = all(table);
      const item = Object.hasOwn(items, id) ? items[id] : undefined;
      return item === undefined ? [] : [{ kind: name, data: item, page: page(table, id, item) }];
    },
  };
}

const KINDS: readonly Kind[] = [
  kind("rule", ({ rules }) => byId(rules), rulePage),
  kind("fact", ({ facts }) => facts, factPage),
  kind("finding", ({ findings }) => findings, findingPage),
  kind("notice", ({ notices }) => notices, noticePage),
  kind("step", ({ steps }) => steps, stepPage),
  kind("deadline", ({ deadlines }) => deadlines, deadlinePage),
  kind("source", ({ sources }) => sources, sourcePage),
  kind("contact", ({ contacts }) => contacts, contactPage),
  kind("particular", ({ particulars }) => particulars, particularPage),
  kind("invariant", ({ invariants }) => byId(invariants), invariantPage),
  kind("verdict", () => VERDICTS, verdictPage),
  kind("code", problemCodes, codePage),
];

function byId<Item extends { readonly id: string }>(items: readonly Item[]): Record<string, Item> {
  return Object.fromEntries(items.map((item) => [item.id, item]));
}

function problemCodes(): Record<string, { meaning: string }> {
  return Object.fromEntries(Object.entries(PROBLEM_CODES).map(([code, meaning]) => [code, { meaning }]));
}
