import type { Handlers } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import { searchEngine } from '../search/engine.ts';
import type { ImportContext } from './context.ts';
import { duplicateHandlers } from './duplicates/duplicates.ts';
import { Fingerprints } from './duplicates/fingerprints.ts';
import { bringUpFingerprints } from './duplicates/read-again.ts';
import { formats } from './formats/registry.ts';
import { proposalsOfArticle } from './metadata/article-proposals.ts';
import type { ParsePort } from './parse-port.ts';
import { previewHandlers } from './preview/handlers.ts';
import { previewOnScreen } from './preview/on-screen.ts';
import { runHandlers } from './runs.ts';
import { createTurns } from './turns.ts';

/** Files to articles. `parse` reads them, where a bad one takes nothing with it. */
export function importHandlers(
  library: LibraryContext,
  parse: ParsePort,
): Handlers<
  | 'import.formats'
  | 'articles.proposals'
  | keyof ReturnType<typeof duplicateHandlers>
  | keyof ReturnType<typeof previewHandlers>
  | keyof ReturnType<typeof runHandlers>
> {
  const context: ImportContext = {
    ...library,
    parse,
    fingerprints: new Fingerprints(library),
    index: searchEngine(library).articles,
  };
  bringUpFingerprints(context, context.fingerprints);
  const turns = createTurns();
  const onScreen = previewOnScreen();
  return {
    ...duplicateHandlers(context),
    ...previewHandlers(context, turns, onScreen),
    ...runHandlers(context, turns, onScreen),
    'articles.proposals': async ({ id }) => ({ items: await proposalsOfArticle(context.db, id) }),
    'import.formats': () => ({
      items: formats.map(({ id, label, extensions }) => ({
        id,
        label,
        extensions: [...extensions],
      })),
    }),
  };
}
