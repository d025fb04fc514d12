import type { Handlers } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import { notYet } from '../later.ts';

export function storageHandlers(
  _context: LibraryContext,
): Handlers<
  | 'library.info'
  | 'library.check'
  | 'library.backup'
  | 'history.list'
  | 'history.undo'
  | 'history.redo'
> {
  return {
    'library.info': notYet<'library.info'>('The library'),
    'library.check': notYet<'library.check'>('Checking'),
    'library.backup': notYet<'library.backup'>('Backup'),
    'history.list': notYet<'history.list'>('The history'),
    'history.undo': notYet<'history.undo'>('Undo'),
    'history.redo': notYet<'history.redo'>('Redo'),
  };
}
