import assert from "node:assert/strict";
import { type Answers, answer, answerLines, newAnswers, readyRows } from "../../src/batch/answers.js";
import type { WrittenRecord } from "../../src/batch/read/line-records.js";
import { type BatchRecord, isUnreadable } from "../../src/batch/record.js";
import { assess } from "../../src/commands/assess.js";
import { batchNdjson } from "../../src/format/batch/ndjson.js";
import type { Assessment, CompiledTable } from "../../src/index.js";
import { noIo, TODAY } from "../batch/run-batch.js";
import { allRecords, type CutFile, feedOf, nameOf, recordsIn, uncut } from "./records.js";
import { readOf, WHOLE } from "./whole.js";

const TERMS = { asOf: TODAY, presume: true };

/** What reads and answers a file in every two ways that have to come to the same, and throws where they do not. */
export function newTwins(table: CompiledTable): (file: CutFile) => Promise<void> {
  let written: string[] = [];
  const to = { write: (bytes: Uint8Array) => void written.push(Buffer.from(bytes).toString()), pause: () => undefined };
  const terms = { ...TERMS, explain: false, limitErrors: Number.POSITIVE_INFINITY, format: batchNdjson };
  const answers = newAnswers(table, terms, to);
  return async (file) => {
    const records = await allRecords(uncut(file), table.table);
    assert.deepEqual((await allRecords(file, table.table)).map(told), records.map(told));
    const oneByOne = records.map((record) => answers.assess(`${nameOf(file)}:${record.line}`, record));
    written = [];
    await answerAtOnce(answers, file);
    assert.equal(written.join(""), oneByOne.map(batchNdjson.record).join(""));
    // a batch passes over a byte order mark before any record, as it stands there when files were put together
    if (Buffer.from(file.bytes).lastIndexOf("\uFEFF") > 0) return;
    await WHOLE[file.format](file, records);
    const [record] = oneByOne;
    if (record !== undefined && oneByOne.length === 1 && isOneCase(file)) await compareAssess(table, file, record);
  };
}

function told({ line, reference, document }: WrittenRecord): unknown {
  return { line, reference, read: readOf(document) };
}

/** With what is plain read from its bytes. */
async function answerAtOnce(answers: Answers, file: CutFile): Promise<void> {
  const { table, room, out, assess } = answers;
  const [feed, name] = [feedOf(file, room), nameOf(file)];
  if (file.format === "ndjson") await answerLines(answers, feed, name, 1);
  else {
    for await (const record of await recordsIn(feed, file, table, readyRows(answers, name)))
      await answer(answers, assess(`${name}:${record.line}`, record));
  }
  await out.empty();
}

/** Of JSON, `assess` takes no list. */
function isOneCase({ format, bytes }: CutFile): boolean {
  return format === "yaml" || (format === "json" && !/^\s*\[/.test(new TextDecoder().decode(bytes)));
}

async function compareAssess(table: CompiledTable, file: CutFile, record: BatchRecord): Promise<void> {
  const name = nameOf(file);
  const io = { ...noIo, read: async () => ({ ok: true as const, name, bytes: file.bytes }) };
  const outcome = await assess(io, table, { ...TERMS, file: name, flags: [] });
  const [problem] = outcome.kind === "failed" ? outcome.problems : [];
  // told of a file and not of its records: that it is blank, and that a second document begins, though nothing is in it
  if (problem?.code === "OT104" || problem?.code === "OT106") return;
  const told = isUnreadable(record) ? record.errors[0]?.code : undefined;
  // why it is no text may be seen sooner behind a byte order mark
  assert.equal(told?.replace("OT102", "OT103"), problem?.code.replace("OT102", "OT103"));
  if (outcome.kind === "failed" || isUnreadable(record)) return;
  const { verdict, exitCode, reference } = outcome.report.data as Assessment;
  assert.deepEqual([record.verdict, record.exitCode, record.reference], [verdict, exitCode, reference]);
}
