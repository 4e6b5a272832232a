// What a thread runs that answers pieces of a batch. It is built as one script that loads nothing else of the program,
// so that it runs from a text, too: within an executable there is no file to load.
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { newAnswers } from "../../../batch/answers.js";
import { answerPiece } from "../../../batch/crew.js";
import type { BatchFormat, BatchSummary } from "../../../batch/summary.js";
import { newBatchCsv } from "../../../format/batch/csv.js";
import { batchNdjson } from "../../../format/batch/ndjson.js";
import type { FromThread, SharedPiece, ThreadData, ToThread } from "./messages.js";

const port = parentPort as MessagePort;
const { compiled, terms, rooms } = workerData as ThreadData;
/** The formats that can be made record by record. */
const FORMATS: Readonly<Record<string, () => BatchFormat>> = { csv: newBatchCsv, ndjson: () => batchNdjson };
const format = (FORMATS[terms.format] as () => BatchFormat)();
const answers = newAnswers(compiled, { ...terms, format }, { write, pause: () => undefined });
let [pieces, written, unshown] = [0, 0, 0];
let wake = (): void => {};
let last = Promise.resolve();

port.on("message", (told: ToThread) => {
  if (told !== "shown") last = last.then(async () => say(await answerShared(told)));
  else {
    unshown -= 1;
    wake();
  }
});

function answerShared({ file, line, length }: SharedPiece): Promise<BatchSummary> {
  const { bytes } = answers.room;
  bytes.set((rooms.pieces[pieces++ % rooms.pieces.length] as Uint8Array).subarray(0, length));
  bytes[length] = LINE_END;
  return answerPiece(answers, { file, line, bytes, start: 0, end: length });
}

const LINE_END = 0x0a;

async function write(bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    while (unshown === rooms.answers.length) await new Promise<void>((resolve) => (wake = resolve));
    const room = rooms.answers[written++ % rooms.answers.length] as Uint8Array;
    const part = bytes.subarray(at, at + room.length);
    room.set(part);
    unshown += 1;
    say(part.length);
    at += part.length;
  }
}

function say(what: FromThread): void {
  port.postMessage(what);
}
