import { fileURLToPath } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import { v7 as uuid } from 'uuid';
import type { Settings } from '../../shared/contract/methods/settings.ts';
import { toErrorData } from '../../shared/contract/errors.ts';
import type { SettingsPort } from '../library/context.ts';
import { openLibrary, type Library } from '../library/library.ts';
import { callQueue, type WaitingCall } from './call-queue.ts';
import { answerOf, notBegun, pendingCalls, type PendingCalls } from './calls.ts';
import type { FromWorker, LibraryWorkerData, ToWorker } from './messages.ts';
import { createParserPool } from './parser-pool.ts';

function remoteSettings(calls: PendingCalls, post: (message: FromWorker) => void): SettingsPort {
  const ask = (changes: Partial<Settings> | null) =>
    calls.ask((id) => post({ type: 'settings', id, changes })) as Promise<Settings>;
  return { get: () => ask(null), set: (changes) => ask(changes) };
}

/** Opens the library and answers the host's messages on `port` until it says `close`. */
export function serveLibrary(port: MessagePort, data: LibraryWorkerData): void {
  const post = (message: FromWorker) => port.postMessage(message);
  const settingsCalls = pendingCalls();
  const pool = createParserPool(new URL(data.parserWorkerUrl));
  let library: Library;
  try {
    const ports = {
      parse: pool,
      settings: remoteSettings(settingsCalls, post),
      resources: fileURLToPath(data.resources),
      now: () => new Date(),
      newId: () => uuid(),
    };
    library = openLibrary(data.dir, ports, { readOnly: data.readOnly });
  } catch (error) {
    post({ type: 'refused', error: toErrorData(error) });
    return;
  }
  library.on((event) => post({ type: 'event', event }));

  const running = new Map<number, AbortController>();
  const begin = async ({ id, method, input }: WaitingCall) => {
    const abort = new AbortController();
    running.set(id, abort);
    const answer = await answerOf((made) => library.call(method, input, abort.signal, made));
    running.delete(id);
    post({ type: 'answer', id, answer });
  };
  const queue = callQueue((call) => void begin(call));
  const cancel = (id: number) => {
    if (queue.cancel(id)) post({ type: 'answer', id, answer: { ok: false, error: notBegun } });
    else running.get(id)?.abort();
  };
  const close = async () => {
    queue.flush();
    await library.close();
    await pool.close();
    port.close();
  };
  port.on('message', (message: ToWorker) => {
    if (message.type === 'call') {
      queue.add(message);
    } else if (message.type === 'cancel') {
      cancel(message.id);
    } else if (message.type === 'settings') {
      settingsCalls.settle(message.id, message.answer);
    } else {
      void close();
    }
  });
  post({ type: 'opened' });
}
