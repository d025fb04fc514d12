import type { Handlers } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import { notYet } from '../later.ts';

export function articleHandlers(
  _context: LibraryContext,
): Handlers<
  | 'articles.list'
  | 'articles.get'
  | 'articles.update'
  | 'articles.progress'
  | 'articles.hide'
  | 'articles.unhide'
  | 'articles.delete'
  | 'articles.restore'
  | 'articles.original'
> {
  return {
    'articles.list': notYet<'articles.list'>('Articles'),
    'articles.get': notYet<'articles.get'>('Articles'),
    'articles.update': notYet<'articles.update'>('Articles'),
    'articles.progress': notYet<'articles.progress'>('Articles'),
    'articles.hide': notYet<'articles.hide'>('Articles'),
    'articles.unhide': notYet<'articles.unhide'>('Articles'),
    'articles.delete': notYet<'articles.delete'>('Articles'),
    'articles.restore': notYet<'articles.restore'>('Articles'),
    'articles.original': notYet<'articles.original'>('Articles'),
  };
}
