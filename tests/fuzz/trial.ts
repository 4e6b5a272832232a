import { findFlaws } from "../../src/audit/flaws.js";
import { decode } from "../../src/source/decode.js";
import { examineTable } from "../../src/table/load.js";
import { TODAY } from "../batch/run-batch.js";
import { shippedTable } from "../law/shipped.js";
import { isReadAlike } from "../source/read-alike.js";
import type { Kind } from "./corpus.js";
import { newTwins } from "./twins.js";

/** A file of some kind, that comes in pieces of so many bytes. */
export interface Trial {
  readonly kind: Kind;
  readonly bytes: Buffer;
  readonly sizes: readonly number[];
  /** Decides whether the built program is run, and with which command. */
  readonly turn: number;
}

/** A large file is cut into so many pieces at most: with each of them what is not used up is looked at again. */
const MOST_PIECES = 50;
const LARGE = 3_000;

/** Reads a file in every way in this process, and throws where one of them does not end as it should. */
export function newTry(): (trial: Omit<Trial, "turn">) => Promise<void> {
  const compare = newTwins(shippedTable());
  return async ({ kind, bytes, sizes }) => {
    if (kind === "table") return tryTable(bytes);
    const least = bytes.length > LARGE ? Math.ceil(bytes.length / MOST_PIECES) : 1;
    await compare({ format: kind, bytes, sizes: sizes.map((size) => Math.max(size, least)) });
  };
}

function tryTable(bytes: Buffer): void {
  const source = decode("table.yaml", bytes, 2 ** 20);
  if (!source.ok) return;
  isReadAlike(source.value.text.replace(/\r(?!\n)/g, "\n"));
  findFlaws(examineTable(source.value, TODAY), TODAY, TODAY);
}
