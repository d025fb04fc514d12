import type { Handlers } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import { notYet } from '../later.ts';

export function sampleHandlers(_context: LibraryContext): Handlers<'library.sample'> {
  return {
    'library.sample': notYet<'library.sample'>('The sample'),
  };
}
