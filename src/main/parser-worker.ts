import { parentPort } from 'node:worker_threads';
import type { ParseTask, PathTask } from './library/import/parse-port.ts';
import { readBatch } from './worker/read-batch.ts';

const port = parentPort;

/** Batches are answered in the order they came in: the pool tells them apart by nothing else. */
let before: Promise<void> = Promise.resolve();
port?.on('message', (tasks: readonly (ParseTask | PathTask)[]) => {
  const answerLater = async (turn: Promise<void>) => {
    await turn;
    const { answers, buffers } = await readBatch(tasks);
    port.postMessage(answers, buffers);
  };
  before = answerLater(before);
});
