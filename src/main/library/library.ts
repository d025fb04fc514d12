import { AsyncLocalStorage } from 'node:async_hooks';
import { toErrorData } from '../../shared/contract/errors.ts';
import { topics, type LibraryEvent } from '../../shared/contract/events.ts';
import { given } from '../../shared/contract/given.ts';
import type { Handlers } from '../../shared/contract/methods.ts';
import { methodNamed, parseInput } from '../../shared/contract/validate.ts';
import { actorHandlers } from './actors/actors.ts';
import { decisionHandlers } from './actors/decisions.ts';
import { gridHandlers } from './actors/grid/grid.ts';
import { relationHandlers } from './actors/relations/relations.ts';
import { proposalHandlers } from './actors/proposals/proposals.ts';
import { statementHandlers } from './actors/statements/statements.ts';
import { analysisHandlers } from './analysis/analysis.ts';
import { dateHandlers } from './analysis/dates/dates.ts';
import { annotationHandlers } from './annotations/annotations.ts';
import { bulkHandlers } from './annotations/bulk.ts';
import { annotationImportHandlers } from './import/annotations/import.ts';
import { candidateHandlers } from './annotations/candidates.ts';
import { articleHandlers } from './articles/articles.ts';
import { excerptHandlers } from './articles/excerpts.ts';
import { bundleHandlers } from './bundle/bundle.ts';
import { cleaningHandlers } from './cleaning/learnt/cleaning.ts';
import { hiddenLineHandlers } from './cleaning/hidden-lines.ts';
import type { ContextPorts, LibraryContext } from './context.ts';
import { citationHandlers } from './documents/citations/citations.ts';
import { documentHandlers } from './documents/documents.ts';
import { templateHandlers } from './documents/templates.ts';
import { versionHandlers } from './documents/versions/versions.ts';
import { styleHandlers } from './export/csl/styles.ts';
import { exportHandlers } from './export/export.ts';
import { createGate } from './gate.ts';
import { importHandlers } from './import/import.ts';
import type { ParsePort } from './import/parse-port.ts';
import { foldLogAtRest } from './fold-log.ts';
import { openContext } from './open-context.ts';
import { revisionHandlers } from './revisions/revisions.ts';
import { sampleHandlers } from './sample/sample.ts';
import { searchHandlers } from './search/search.ts';
import { backUpIfDue } from './storage/backup.ts';
import { asAttacheError, asMethodError } from './storage/failure.ts';
import { upkeepHandlers } from './upkeep/upkeep.ts';
import { colourHandlers } from './tags/colours.ts';
import { tagHandlers } from './tags/tags.ts';
import { trashHandlers } from './trash/trash.ts';

/** What a host gives the library. */
export interface LibraryPorts extends ContextPorts {
  /** Reads files, where a bad one takes nothing with it. */
  readonly parse: ParsePort;
}

/** Told the id of an entry of the history. */
export type EntryMade = (entry: number) => void;

/** An open library. `call` answers plain JSON and rejects with an `AttacheError`. */
export interface Library {
  /**
   * A call aborted before its turn is `cancelled` where the library lives in another thread; a
   * query that is done in slices is so in the middle as well. `made` is told the entry of the history
   * that the call made, before it is answered.
   */
  call(method: string, input: unknown, signal?: AbortSignal, made?: EntryMade): Promise<unknown>;
  /** Calls `listener` for every event; answers with the function that stops it. */
  on(listener: (event: LibraryEvent) => void): () => void;
  close(): Promise<void>;
}

function allHandlers(context: LibraryContext, parse: ParsePort): Handlers {
  const rooms = {
    ...upkeepHandlers(context),
    ...searchHandlers(context),
    ...articleHandlers(context),
    ...hiddenLineHandlers(context),
    ...revisionHandlers(context),
    ...excerptHandlers(context),
    ...annotationHandlers(context),
    ...bulkHandlers(context),
    ...candidateHandlers(context),
    ...annotationImportHandlers(context),
    ...tagHandlers(context),
    ...colourHandlers(context),
    ...actorHandlers(context),
    ...decisionHandlers(context),
    ...analysisHandlers(context),
    ...dateHandlers(context),
    ...relationHandlers(context),
    ...proposalHandlers(context),
    ...statementHandlers(context),
    ...gridHandlers(context),
    ...documentHandlers(context),
    ...trashHandlers(context),
    ...templateHandlers(context),
    ...versionHandlers(context),
    ...citationHandlers(context),
    ...importHandlers(context, parse),
    ...cleaningHandlers(context),
    ...exportHandlers(context),
    ...styleHandlers(context),
    ...bundleHandlers(context),
  };
  return {
    ...rooms,
    ...sampleHandlers(context, rooms),
    'settings.get': () => context.settings.get(),
    'settings.set': async (changes) => {
      const settings = await context.settings.set(given(changes));
      context.emit({ type: 'changed', topics: ['settings'] });
      return settings;
    },
  };
}

/** The daily backup; one that fails is said, not thrown: the work itself is safe in the library. */
function keepBackup({ db, dir, now, emit }: LibraryContext): void {
  try {
    backUpIfDue(db, dir, now());
  } catch (error) {
    const { code, message } = toErrorData(asAttacheError(error));
    emit({ type: 'notice', code, message: `The daily backup was not made. ${message}` });
  }
}

/** How long closing waits for the originals of a large import to be flushed, in ms. */
const longestSettling = 20_000;

/** The library as it is open now, between two restores. */
type Opened = Omit<Library, 'on'>;

function openOnce(
  dir: string,
  ports: LibraryPorts,
  options: Parameters<typeof openContext>[2],
): Opened {
  const calls = new AsyncLocalStorage<EntryMade>();
  const context = openContext(dir, ports, {
    ...options,
    made: (entry) => calls.getStore()?.(entry),
  });
  const { background, originalsLog } = context;
  if (!context.readOnly) originalsLog.recover();
  foldLogAtRest(context);
  const handlers = allHandlers(context, ports.parse);
  const backupTimer = context.readOnly
    ? undefined
    : setTimeout(() => keepBackup(context), 60_000).unref();
  return {
    async call(method, input, signal, made) {
      const name = methodNamed(method);
      const handler = handlers[name] as (input: unknown, signal?: AbortSignal) => unknown;
      const parsed = parseInput(name, input);
      if (name.startsWith('search.')) background.asked();
      try {
        if (made === undefined) return await handler(parsed, signal);
        return await calls.run(made, () => handler(parsed, signal));
      } catch (error) {
        throw asMethodError(error);
      }
    },
    async close() {
      clearTimeout(backupTimer);
      background.stop();
      await originalsLog.close(longestSettling);
      context.close();
    },
  };
}

/**
 * Opens the library in `dir`, making it where the folder is empty or missing.
 * Throws `library-locked`, `library-newer`, `library-damaged` or `not-a-library`.
 */
export function openLibrary(
  dir: string,
  ports: LibraryPorts,
  options: { readOnly?: boolean } = {},
): Library {
  const listeners = new Set<(event: LibraryEvent) => void>();
  const emit = (event: LibraryEvent) => {
    for (const listener of listeners) listener(event);
  };
  const gate = createGate();
  const whileClosed = <T>(work: () => T): Promise<T> =>
    gate.alone(async () => {
      await current.close();
      try {
        return work();
      } finally {
        current = open();
        emit({ type: 'changed', topics: [...topics] });
      }
    });
  const open = () => openOnce(dir, ports, { ...options, emit, whileClosed });
  let current = open();
  return {
    call: (method, input, signal, made) =>
      gate.pass(() => current.call(method, input, signal, made)),
    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => current.close(),
  };
}
