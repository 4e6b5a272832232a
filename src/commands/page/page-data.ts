import { type CompiledTable, lawOfText, restore, type Stored, store } from "../../table/compiled.js";
import type { Case } from "../../triage/case.js";
import { nextQuestion, startInterview, type Topic } from "../../triage/interview.js";

/** What a page of questions brings along: a table, and its laws from the day on which the page was written. */
export interface PageData {
  readonly stored: Stored;
  /** The first question under each of these laws: to work it out takes a second or two. */
  readonly openings: readonly (Topic | null)[];
  /** Before this day, as YYYY-MM-DD, the page can say nothing. */
  readonly writtenOn: string;
}

/** Leaves out law that is over by then, and the promises of the table, which were proved before. */
export function pageData({ table, laws, ...rest }: CompiledTable, writtenOn: string): PageData {
  const isOver = (position: number): boolean => (laws[position + 1]?.from ?? "9999") <= writtenOn;
  const left = laws.filter((_, position) => !isOver(position));
  const lean = { ...rest, table: { ...table, invariants: [] }, laws: left };
  return { stored: store(lean), openings: left.map(({ from }) => opening(lean, from)), writtenOn };
}

function opening(compiled: CompiledTable, asOf: string): Topic | null {
  const question = nextQuestion(startInterview(compiled, NOTHING_KNOWN, { asOf, presume: true }));
  return question === undefined ? null : { kind: question.kind, id: question.id };
}

export const NOTHING_KNOWN: Case = { facts: {}, particulars: {} };

/** What is asked first under the law of a day, written YYYY-MM-DD. */
export function openingOn({ stored, openings }: PageData, day: string): Topic | undefined {
  return openings[stored.table.laws.findLastIndex((from) => from <= day)] ?? undefined;
}

/** The table again, in which to ask for the law of a day before the page was written is a mistake. */
export function tableOf({ stored }: PageData): CompiledTable {
  return restore(stored.table, (position) => lawOfText(stored.laws[position] as string));
}

/** A text, packed into one that can stand within a page. */
export async function packed(unpacked: string): Promise<string> {
  const bytes = await through(new TextEncoder().encode(unpacked), new CompressionStream("deflate-raw"));
  return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ""));
}

/** What a page brings along, from `packed` JSON. */
export async function unpacked(text: string): Promise<PageData> {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(await through(bytes, new DecompressionStream("deflate-raw"))));
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}
