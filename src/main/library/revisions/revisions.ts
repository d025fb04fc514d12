import type { Handlers } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import { compareVersions, textVersions } from './text-versions.ts';
import { revertArticle } from './revert.ts';
import { reviseArticle } from './revise.ts';

/** The texts an article has had, and giving it another. */
export function revisionHandlers(
  context: LibraryContext,
): Handlers<'articles.revise' | 'articles.revert' | 'articles.versions' | 'articles.compare'> {
  const { db } = context;
  return {
    'articles.revise': (input) => reviseArticle(context, input),
    'articles.revert': (input) => revertArticle(context, input),
    'articles.versions': ({ id }) => ({ items: textVersions(db, id) }),
    'articles.compare': ({ id, from, to }) => compareVersions(db, id, from, to),
  };
}
