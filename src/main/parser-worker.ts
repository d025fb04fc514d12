import { parentPort } from 'node:worker_threads';
import { parseFile } from './library/import/parse.ts';
import type { ParseTask } from './library/import/parse-port.ts';
import { answerOf } from './worker/calls.ts';

const port = parentPort;
const read = (tasks: readonly ParseTask[]) =>
  Promise.all(tasks.map((task) => answerOf(() => parseFile(task))));

/** Batches are answered in the order they came in: the pool tells them apart by nothing else. */
let before: Promise<void> = Promise.resolve();
port?.on('message', (tasks: readonly ParseTask[]) => {
  const answerLater = async (turn: Promise<void>) => {
    await turn;
    port.postMessage(await read(tasks));
  };
  before = answerLater(before);
});
