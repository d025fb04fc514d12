import { parentPort, workerData } from 'node:worker_threads';
import type { LibraryWorkerData } from './worker/messages.ts';
import { serveLibrary } from './worker/serve-library.ts';

if (parentPort === null) throw new Error('library-worker runs in a worker thread only.');
serveLibrary(parentPort, workerData as LibraryWorkerData);
