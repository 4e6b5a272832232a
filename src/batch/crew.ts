import { type Answers, answerLines } from "./answers.js";
import type { WriteBytes } from "./fast/out-buffer.js";
import type { Feed } from "./read/feed.js";
import { type Piece, pieceFeed, piecesOf } from "./read/pieces.js";
import { addSummary, type BatchSummary, takeSummary } from "./summary.js";

/** Helpers that answer pieces of a file side by side. They come when the first piece is handed out. */
export interface Crew {
  /** How many pieces may be in hand at a time. */
  readonly most: number;
  /** Hands out a piece. Its answers are written once they are shown. */
  readonly hand: (piece: Piece) => ShowAnswers;
}

/** Writes the answers to a piece as they come, and tells what they come to. */
export type ShowAnswers = (write: WriteBytes) => Promise<BatchSummary>;

/** Answers lines of JSON piece by piece, the answers in the order of the lines. */
export async function answerTogether(answers: Answers, crew: Crew, feed: Feed, name: string): Promise<void> {
  const inHand: Promise<void>[] = [];
  let last = Promise.resolve();
  try {
    for await (const piece of piecesOf(feed, name)) {
      // a file that is read in one go is not worth the call
      if (piece.line === 1) {
        await answerLines(answers, pieceFeed(piece), name, piece.line);
        await answers.out.empty();
        continue;
      }
      const show = crew.hand(piece);
      last = last.then(() => showPiece(answers, show));
      inHand.push(last);
      if (inHand.length === crew.most) await inHand.shift();
    }
  } finally {
    await last;
  }
}

async function showPiece({ to, summary }: Answers, show: ShowAnswers): Promise<void> {
  addSummary(summary, await show(to.write));
  await to.pause(summary);
}

/** What a helper does with a piece: answers it, and tells what came of it alone. */
export async function answerPiece(answers: Answers, piece: Piece): Promise<BatchSummary> {
  await answerLines(answers, pieceFeed(piece), piece.file, piece.line);
  await answers.out.empty();
  return takeSummary(answers.summary);
}
