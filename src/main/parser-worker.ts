import { parentPort } from 'node:worker_threads';
import { parseFile } from './library/import/parse.ts';
import type { ParseTask } from './library/import/parse-port.ts';
import { answerOf } from './worker/calls.ts';

const port = parentPort;
port?.on('message', (task: ParseTask) => {
  void answerOf(() => parseFile(task)).then((answer) => port.postMessage(answer));
});
