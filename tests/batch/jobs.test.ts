import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { newAnswers } from "../../src/batch/answers.js";
import { answerPiece, type Crew } from "../../src/batch/crew.js";
import type { Piece } from "../../src/batch/read/pieces.js";
import { newThreads, type Threads } from "../../src/cli/commands/batch/threads.js";
import { batchNdjson } from "../../src/format/batch/ndjson.js";
import { shippedTable } from "../law/shipped.js";
import { runBatch, TODAY } from "./run-batch.js";

const table = shippedTable();
const TERMS = { asOf: TODAY, presume: true, explain: false, limitErrors: Number.POSITIVE_INFINITY };

/** Two helpers who answer as soon as they are handed a piece, and show it in their turn. */
function crewHere(): Crew {
  const helpers = [0, 1].map(() => {
    let written: Uint8Array[] = [];
    const to = { write: (bytes: Uint8Array) => void written.push(bytes.slice()), pause: () => undefined };
    const answers = newAnswers(table, { ...TERMS, format: batchNdjson }, to);
    return async (piece: Piece) => {
      const summary = await answerPiece(answers, piece);
      const bytes = Buffer.concat(written);
      written = [];
      return { bytes, summary };
    };
  });
  const last: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];
  let turn = 0;
  const hand = (piece: Piece) => {
    const own = { ...piece, bytes: copied(piece), start: 0, end: piece.end - piece.start };
    const index = turn++ % 2;
    const done = (last[index] as Promise<unknown>).then(() => helpers[index]?.(own));
    last[index] = done;
    return async (write: (bytes: Uint8Array) => void | Promise<void>) => {
      const answered = await done;
      if (answered === undefined) throw new Error("nobody answered");
      await write(answered.bytes);
      return answered.summary;
    };
  };
  return { most: 4, hand };
}

function copied({ bytes, start, end }: Piece): Uint8Array {
  const own = new Uint8Array(end - start + 200);
  own.set(bytes.subarray(start, end));
  own[end - start] = 0x0a;
  return own;
}

const LINES = [
  '{"facts":{"instrument":"court-order"},"particulars":{"reference":"A-1"}}',
  '{"facts":{"instrument":["court-order","warrant"]},"particulars":{"reference":"A-2"}}',
  '{"facts":{"charged":{"not":"nobody"},"instrument":"warrant"}}',
  '{"facts":{"instrument":"court-order"},"expect":{"verdict":"refer"}}',
  '{"facts":{"instrumnt":"court-order"},"particulars":{"reference":"A-3"}}',
  '{"facts":',
  "",
  "  ",
  '\uFEFF{"facts":{}}',
  "é",
  `{"title":"${"x".repeat(300_000)}"}`,
];

test("pieces that are answered side by side come to what one run comes to, wherever they are cut", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...LINES), { maxLength: 40 }),
      fc.array(fc.constantFrom(1, 50, 90, 300, 5_000, 200_000, 1 << 20), { minLength: 1, maxLength: 5 }),
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      async (lines, sizes, lineEnd, isEnded) => {
        fc.pre(!sizes.includes(1) || lines.every((line) => line.length < 1_000));
        const text = Buffer.from(lines.join(lineEnd) + (isEnded ? lineEnd : ""));
        const alone = await runBatch(table, "a.ndjson", text, {}, sizes);
        const together = await runBatch(table, "a.ndjson", text, {}, sizes, true, crewHere());
        expect(together.text).toBe(alone.text);
        expect(together.summary).toEqual(alone.summary);
      },
    ),
    { numRuns: 60 },
  );
});

describe("threads", () => {
  let threads: Threads | undefined;
  afterEach(() => threads?.end());
  const script = readFileSync("dist/cli-commands-batch-thread.cjs", "utf8");
  const line = Buffer.from(`${LINES[0]}\n`);
  const start = (text: string): Threads => {
    threads = newThreads(2, text, table, { ...TERMS, format: "ndjson" });
    return threads;
  };
  const answersOf = async (text: string, bytes: Uint8Array): Promise<string> => {
    const written: Buffer[] = [];
    const show = start(text).hand({ file: "a.ndjson", line: 7, bytes, start: 0, end: bytes.length });
    await show((some) => void written.push(Buffer.from(some)));
    return Buffer.concat(written).toString();
  };

  test("answer what they are handed, however long the answers are", async () => {
    const many = Buffer.concat(Array.from({ length: 14_000 }, () => Buffer.from("{}\n")));
    const answers = await answersOf(script, many);
    expect(answers.split("\n").length).toBe(14_001);
    expect(answers.length).toBeGreaterThan(5 * 1024 * 1024);
    expect(answers.startsWith('{"at":"a.ndjson:7"')).toBe(true);
  });

  test.each([
    ["that ends", "process.exit(3)", "a thread ended"],
    ["in which something goes wrong", "throw new Error('so it is')", "so it is"],
  ])("one %s is told of, and gives no answer", async (_, text, reason) => {
    await expect(answersOf(text, line)).rejects.toThrow(reason);
  });
});
