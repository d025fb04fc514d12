import { parentPort } from 'node:worker_threads';
import { parseFile } from './library/import/parse.ts';
import type { ParseTask } from './library/import/parse-port.ts';
import { answerOf } from './worker/calls.ts';

const port = parentPort;
port?.on('message', (tasks: readonly ParseTask[]) => {
  void Promise.all(tasks.map((task) => answerOf(() => parseFile(task)))).then((answers) =>
    port.postMessage(answers),
  );
});
