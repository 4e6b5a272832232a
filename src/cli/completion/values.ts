import type { Argument, Option } from "commander";
import { shortForm } from "../../report/words.js";
import { sayingsOf } from "../../table/behind.js";
import { mapValues } from "../../table/map-values.js";
import type { Paper, Table } from "../../table/table.js";
import { VERDICTS } from "../../table/verdict.js";
import { type Completion, type Words, words } from "./completion.js";

/** What is being completed. */
export interface Asked {
  readonly of: Option | Argument;
  /** The value as far as it is written. */
  readonly word: string;
}

/** What can stand for the value of an option or for an argument: one of its choices, or what `VALUES` has for it. */
export async function valuesOf(open: () => Promise<Table | undefined>, asked: Asked): Promise<Completion> {
  const { argChoices } = asked.of;
  if (argChoices !== undefined) return words(Object.fromEntries(argChoices.map((choice) => [choice, ""])));
  const values = VALUES[placeholderOf(asked.of)] ?? "unknown";
  if (typeof values !== "function") return { kind: values };
  const table = await open();
  return table === undefined ? { kind: "unknown" } : words(await values(table, asked));
}

/** What help calls an argument, or the value of an option. */
export function placeholderOf(of: Option | Argument): string {
  return "flags" in of ? (/<(.*)>/.exec(of.flags)?.[1] ?? "") : of.name();
}

type Values = "files" | "folders" | "unknown" | ((table: Table, asked: Asked) => Words | Promise<Words>);

/** What can stand for a value, by what help calls it. */
export const VALUES: Readonly<Record<string, Values>> = {
  file: "files",
  path: "files",
  old: "files",
  new: "files",
  folder: "folders",
  answer: (table, { of, word }) => answers(table, of.name(), word),
  "fact=value": (table, { word }) => assignments(table, word),
  what: (table, { word }) =>
    listed(
      mapValues(sayingsOf(table), ({ says }) => says),
      word,
    ),
  verdicts: (_, { word }) => listed({ ...mapValues(VERDICTS, ({ label }) => label), none: "none of them" }, word),
  paper: ({ papers }) => titles(papers, ({ standing }) => standing !== true),
  name: ({ papers }) => titles(papers, ({ standing }) => standing === true),
  id: async (table) => (await import("../../commands/explain.js")).explainable(table),
  date: "unknown",
  text: "unknown",
  names: "unknown",
  number: "unknown",
};

/** The answers to a fact: one, several with commas between, or those that it is not. */
function answers({ facts }: Table, id: string, word: string): Words {
  const fact = facts[id];
  if (fact === undefined) return {};
  const [not = ""] = /^not:/.exec(word) ?? [];
  const values = mapValues(fact.values, shortForm);
  if (not !== "" || word.includes(",")) return behind(not, listed(values, word.slice(not.length)));
  return { ...values, unknown: "nobody knows", "not:": "anything but" };
}

/** What `--set` takes: a fact or a particular, and its value. */
function assignments(table: Table, word: string): Words {
  const [head = "", id = ""] = /^([^=]+)=/.exec(word) ?? [];
  if (head !== "") return behind(head, answers(table, id, word.slice(head.length)));
  const asks = mapValues({ ...table.facts, ...table.particulars }, ({ ask }) => ask);
  return Object.fromEntries(Object.entries(asks).map(([one, ask]) => [`${one}=`, ask]));
}

/** A list with commas has what it has, and goes on with something else. */
function listed(all: Words, word: string): Words {
  const head = word.slice(0, word.lastIndexOf(",") + 1);
  const there = head.split(",").map((one) => one.trim());
  return behind(head, Object.fromEntries(Object.entries(all).filter(([one]) => !there.includes(one))));
}

function titles(papers: Table["papers"], isMeant: (paper: Paper) => boolean): Words {
  const meant = Object.entries(papers).filter(([, paper]) => isMeant(paper));
  return Object.fromEntries(meant.map(([id, { title }]) => [id, title]));
}

/** Words with something before each. */
export function behind(head: string, all: Words): Words {
  return Object.fromEntries(Object.entries(all).map(([word, says]) => [`${head}${word}`, says]));
}
