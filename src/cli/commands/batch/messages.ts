import type { AnswerTerms } from "../../../batch/answers.js";
import type { Piece } from "../../../batch/read/pieces.js";
import type { BatchSummary } from "../../../batch/summary.js";
import type { CompiledTable } from "../../../table/compiled.js";

/** What a thread is made with. */
export interface ThreadData {
  /** With the law of one day, which is all that the cases of a run need. */
  readonly compiled: CompiledTable;
  readonly terms: ThreadTerms;
  readonly rooms: Rooms;
}

/** The format by its name: what it does cannot be sent. */
export interface ThreadTerms extends Omit<AnswerTerms, "format"> {
  readonly format: string;
}

/** Bytes that a thread shares, which are used one after the other, over and over: for pieces, and for answers. */
export interface Rooms {
  readonly pieces: readonly Uint8Array<SharedArrayBuffer>[];
  readonly answers: readonly Uint8Array<SharedArrayBuffer>[];
}

/** What a thread is told: that a piece stands in the next room, or that answers were shown and their room is free. */
export type ToThread = SharedPiece | "shown";

export interface SharedPiece extends Pick<Piece, "file" | "line"> {
  readonly length: number;
}

/** What a thread says: how many bytes of answers stand in the next room, and at its end what a piece comes to. */
export type FromThread = number | BatchSummary;
