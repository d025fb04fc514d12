import { parentPort } from 'node:worker_threads';
import { parseFile } from './library/import/parse.ts';
import type { ParseTask } from './library/import/parse-port.ts';
import { answerOf } from './worker/calls.ts';

const port = parentPort;
/** Batches are answered in the order they came in: the pool tells them apart by nothing else. */
let before = Promise.resolve();
port?.on('message', (tasks: readonly ParseTask[]) => {
  before = before.then(async () => {
    const answers = await Promise.all(tasks.map((task) => answerOf(() => parseFile(task))));
    port.postMessage(answers);
  });
});
