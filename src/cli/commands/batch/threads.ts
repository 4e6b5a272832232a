import { on } from "node:events";
import { Worker } from "node:worker_threads";
import type { Crew, ShowAnswers } from "../../../batch/crew.js";
import { MOST_OF_PIECE, type Piece } from "../../../batch/read/pieces.js";
import { type CompiledTable, lawOn } from "../../../table/compiled.js";
import type { FromThread, Rooms, ThreadData, ThreadTerms, ToThread } from "./messages.js";

/** A crew of threads, each with the table and a memory of its own. */
export interface Threads extends Crew {
  readonly end: () => void;
}

/**
 * So many threads, which start once they are called.
 *
 * @param script what a thread runs
 */
export function newThreads(count: number, script: string, compiled: CompiledTable, terms: ThreadTerms): Threads {
  let threads: readonly Thread[] = [];
  let turn = 0;
  return { most: PIECES * count, hand, end };

  function hand(piece: Piece): ShowAnswers {
    if (threads.length === 0) start();
    return (threads[turn++ % count] as Thread).hand(piece);
  }

  function start(): void {
    const data = { compiled: withLawOf(compiled, terms.asOf), terms };
    threads = Array.from({ length: count }, () => newThread(script, { ...data, rooms: newRooms() }));
  }

  function end(): void {
    for (const { worker } of threads) void worker.terminate();
  }
}

function withLawOf(compiled: CompiledTable, day: string): CompiledTable {
  return { ...compiled, laws: [{ from: day, law: lawOn(compiled, day) }] };
}

/** So many pieces each thread has in hand, so that it need not wait for the next one, and stretches of answers. */
const [PIECES, STRETCHES, STRETCH] = [3, 4, 1024 * 1024];

function newRooms(): Rooms {
  const some = (count: number, length: number) =>
    Array.from({ length: count }, () => new Uint8Array(new SharedArrayBuffer(length)));
  return { pieces: some(PIECES, MOST_OF_PIECE), answers: some(STRETCHES, STRETCH) };
}

interface Thread extends Pick<Crew, "hand"> {
  readonly worker: Worker;
}

function newThread(script: string, data: ThreadData): Thread {
  const worker = new Worker(script, { eval: true, workerData: data });
  const heard = on(worker, "message", { close: ["exit"] });
  const { pieces, answers } = data.rooms;
  let [handed, shown] = [0, 0];
  return { worker, hand };

  // the room is free: the piece that stood in it has been shown
  function hand({ file, line, bytes, start, end }: Piece): ShowAnswers {
    (pieces[handed++ % PIECES] as Uint8Array).set(bytes.subarray(start, end));
    tell({ file, line, length: end - start });
    return async (write) => {
      for (;;) {
        const said = await hear();
        if (typeof said !== "number") return said;
        await write((answers[shown++ % STRETCHES] as Uint8Array).subarray(0, said));
        tell("shown");
      }
    };
  }

  function tell(what: ToThread): void {
    worker.postMessage(what);
  }

  async function hear(): Promise<FromThread> {
    const { done, value } = await heard.next();
    if (done === true) throw new Error("a thread ended before its work was done");
    return value[0];
  }
}
