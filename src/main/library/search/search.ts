import type { Handlers } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import { notYet } from '../later.ts';

export function searchHandlers(_context: LibraryContext): Handlers<'search.query'> {
  return {
    'search.query': notYet<'search.query'>('Search'),
  };
}
