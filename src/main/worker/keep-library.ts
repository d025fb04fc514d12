import { topics, type LibraryEvent } from '../../shared/contract/events.ts';
import type { Library } from '../library/library.ts';
import {
  connectLibrary,
  type ConnectedLibrary,
  type LibraryWorkerOptions,
} from './connect-library.ts';

/** A thread that dies this often within `period` (ms) dies of something that will not go away. */
const mostDeaths = 3;
const period = 60_000;

/**
 * The library of `connectLibrary`, whose thread is started again when it dies. Calls that were
 * waiting reject with `library-stopped`, for nobody knows whether they were done; later ones are
 * answered by the new thread, and listeners are told that everything may have changed. After
 * three deaths in a minute it stays stopped.
 */
export async function keepLibrary(options: LibraryWorkerOptions): Promise<Library> {
  const listeners = new Set<(event: LibraryEvent) => void>();
  const tell = (event: LibraryEvent) => {
    for (const listener of listeners) listener(event);
  };
  let closed = false;
  let deaths: readonly number[] = [];

  const watch = (library: ConnectedLibrary) => {
    library.on(tell);
    void library.failing.then(() => startAgain(library.ended));
    return library;
  };

  const startAgain = (ended: Promise<void>) => {
    const now = performance.now();
    deaths = [...deaths.filter((death) => now - death < period), now];
    if (closed || deaths.length >= mostDeaths) return;
    current = ended.then(async () => watch(await connectLibrary(options)));
    current.then(
      () => tell({ type: 'changed', topics: [...topics] }),
      () => undefined,
    );
  };

  let current: Promise<Library> = Promise.resolve(watch(await connectLibrary(options)));
  return {
    call: async (method, input, signal, made) => (await current).call(method, input, signal, made),
    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      closed = true;
      const library = await current.catch(() => null);
      await library?.close();
    },
  };
}
